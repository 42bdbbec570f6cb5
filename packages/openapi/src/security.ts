import { dereference, type OpenApiDocument } from './document.ts';
import { asArray, asObject, asString } from './json.ts';

/** A security scheme, reduced to what a caller has to send. */
export interface SecurityScheme {
  readonly name: string;
  readonly kind: 'bearer' | 'basic' | 'digest' | 'apiKey' | 'other';
  /** Where an API key is sent; only for `apiKey`. */
  readonly in?: 'header' | 'query' | 'cookie';
  /** The name of the header, query parameter or cookie of an API key. */
  readonly key?: string;
}

/** Reads security requirements: alternatives, each a list of schemes that are needed together. */
export function readSecurity(document: OpenApiDocument, requirements: unknown): SecurityScheme[][] {
  const schemes = asObject(asObject(document.components).securitySchemes);
  return asArray(requirements).map((requirement) =>
    Object.keys(asObject(requirement)).map((name) => {
      const raw = asObject(dereference(document, schemes[name]));
      if (raw.type === 'apiKey') {
        const location = raw.in === 'query' || raw.in === 'cookie' ? raw.in : 'header';
        return { name, kind: 'apiKey', in: location, key: asString(raw.name) ?? '' };
      }
      const scheme = asString(raw.scheme)?.toLowerCase();
      const isToken = raw.type === 'oauth2' || raw.type === 'openIdConnect' || scheme === 'bearer';
      const kind = isToken ? 'bearer' : scheme === 'basic' || scheme === 'digest' ? scheme : 'other';
      return { name, kind };
    }),
  );
}
