import { follow, list, member, members, type Part, type Place, part, type Resolver } from './reader.ts';

/** A body in one media type. */
export type Body = {
  role: 'request' | 'response';
  /** The status of the response; `request` for a request body. */
  status: string;
  mediaType: string;
  media: Part;
  schema: Place;
  /** Schema of the plaintext, if the body is encrypted. */
  plaintext: Place | undefined;
};

/** Returns the parameters of an operation, with references followed. */
export function parametersOf(resolver: Resolver, operation: Place): Part[] {
  const parameters = part(operation.node).parameters;
  return list(parameters).map((node) => part(follow(resolver, { node, from: operation.from }).node));
}

/** Tells whether an operation has a header parameter. Header names are case-insensitive. */
export function takesHeader(resolver: Resolver, operation: Place, name: string): boolean {
  return parametersOf(resolver, operation).some(
    (parameter) => parameter.in === 'header' && String(parameter.name).toLowerCase() === name.toLowerCase(),
  );
}

/** Returns the responses of an operation by status, with references followed. */
export function responsesOf(resolver: Resolver, operation: Place): [status: string, response: Place][] {
  return members(resolver, { node: part(operation.node).responses, from: operation.from });
}

/** Returns every request and response body of an operation. */
export function bodiesOf(resolver: Resolver, operation: Place): Body[] {
  const request = member(resolver, operation, 'requestBody');
  return [
    ...contentOf(resolver, request, 'request', 'request'),
    ...responsesOf(resolver, operation).flatMap(([status, response]) =>
      contentOf(resolver, response, 'response', status),
    ),
  ];
}

function contentOf(resolver: Resolver, holder: Place, role: Body['role'], status: string): Body[] {
  const content = { node: part(holder.node).content, from: holder.from };
  return members(resolver, content).map(([mediaType, place]) => {
    const media = part(place.node);
    const payload = part(media['x-jose']).payload;
    return {
      role,
      status,
      mediaType,
      media,
      schema: member(resolver, place, 'schema'),
      plaintext: payload === undefined ? undefined : follow(resolver, { node: payload, from: place.from }),
    };
  });
}
