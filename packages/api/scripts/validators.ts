import {
  asArray,
  asObject,
  type JsonObject,
  listOperations,
  type OpenApiDocument,
  type Operation,
} from '@sca-kit/openapi';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';

const LOCATIONS = ['path', 'query', 'header'] as const;
const ROOT = 'sca-kit.json';

/** Ajv's standalone code for the parameters and bodies of every operation, bundled with the little runtime it calls. */
export async function validatorsModule(document: OpenApiDocument): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    inlineRefs: true,
    ownProperties: true,
    validateFormats: true,
    discriminator: true,
    code: { source: true, esm: true, lines: false },
  });
  addFormats.default(ajv);
  const schemas = Object.fromEntries(
    Object.entries(asObject(asObject(document.components).schemas)).map(([name, schema]) => [
      name,
      discriminated(asObject(schema)),
    ]),
  );
  ajv.addSchema({ $id: ROOT, components: { schemas } });

  const names: Record<string, string> = {};
  const table = listOperations(document).map((operation) => {
    const { id: operationId } = operation;
    const bodies = Object.entries(bodySchemas(operation)).map(([mediaType, schema], index) => {
      const name = `${operationId}_body${index}`;
      names[name] = addSchema(ajv, name, schema);
      return `${JSON.stringify(mediaType)}: ${name}`;
    });
    const parameters = `${operationId}_parameters`;
    names[parameters] = addSchema(ajv, parameters, parametersSchema(operation));
    return `  ${operationId}: { parameters: ${parameters}, bodies: { ${bodies.join(', ')} } },`;
  });

  const code = `${standalone.default(ajv, names)}\nexport const validators = {\n${table.join('\n')}\n};\n`;
  const bundled = await build({
    stdin: {
      contents: code.replaceAll(/export const (\w+_(?:parameters|body\d+))\b/g, 'const $1'),
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    // Without identifiers too: esbuild would name modules by their path from wherever the script was started.
    minify: true,
    legalComments: 'none',
  });
  return bundled.outputFiles[0]?.text ?? '';
}

export function validatorsDeclaration(document: OpenApiDocument): string {
  const table = listOperations(document).map((operation) => {
    const bodies = Object.keys(bodySchemas(operation)).map(
      (mediaType) => `readonly ${JSON.stringify(mediaType)}: Validate`,
    );
    return `  readonly ${operation.id}: { readonly parameters: Validate; readonly bodies: { ${bodies.join('; ')} } };`;
  });
  return `import type { Validate } from '../validate.ts';\n\nexport declare const validators: {\n${table.join('\n')}\n};\n`;
}

/**
 * Where alternatives differ by one constant, that constant selects the alternative, so that errors are reported for it and
 * not for all of them.
 */
function discriminated(schema: JsonObject): JsonObject {
  const branches = asArray(schema.oneOf).map(asObject);
  const isTag = (name: string): boolean =>
    branches.every(
      ({ properties, required }) =>
        asObject(asObject(properties)[name]).const !== undefined && asArray(required).includes(name),
    );
  const [tag] = Object.keys(asObject(branches[0]?.properties)).filter(isTag);
  return tag === undefined ? schema : { ...schema, type: 'object', discriminator: { propertyName: tag } };
}

function addSchema(ajv: Ajv2020, name: string, schema: JsonObject): string {
  const id = `${name}.json`;
  ajv.addSchema({ ...absoluteReferences(schema), $id: id });
  return id;
}

/** A JOSE body is validated by its plaintext. */
function bodySchemas({ body }: Operation): Record<string, JsonObject> {
  return Object.fromEntries(
    (body?.contents ?? []).map(({ name, schema, jose }) => [name, asObject(jose?.payload ?? schema)]),
  );
}

/** One object schema for all parameters. Header names are lower case, as every HTTP library returns them. */
function parametersSchema({ parameters }: Operation): JsonObject {
  const properties = LOCATIONS.map((location) => {
    const members = parameters
      .filter((parameter) => parameter.in === location)
      .map(({ name, ...rest }) => ({ ...rest, name: location === 'header' ? name.toLowerCase() : name }));
    return [
      location,
      {
        type: 'object',
        properties: Object.fromEntries(members.map(({ name, schema }) => [name, schema])),
        required: members.filter(({ required }) => required).map(({ name }) => name),
      },
    ] as const;
  });
  return { type: 'object', properties: Object.fromEntries(properties), required: [...LOCATIONS] };
}

function absoluteReferences(schema: JsonObject): JsonObject {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${ROOT}#/`);
  return JSON.parse(text) as JsonObject;
}
