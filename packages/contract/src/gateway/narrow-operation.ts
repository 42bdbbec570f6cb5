import {
  type DocumentedResponse,
  findResponse,
  type MediaType,
  matchMediaType,
  type Operation,
  parseContentType,
} from '@sca-kit/openapi';

/** The part of an operation that describes one message. */
export interface Narrowed {
  /** The content that describes the body; undefined when none matches. */
  readonly content?: MediaType;
  /** Whether any media type is documented for the message. */
  readonly hasContents: boolean;
}

/** The request content that `contentType` names. */
export const narrowRequest = ({ body }: Operation, contentType: string | undefined): Narrowed =>
  narrow(body?.contents ?? [], contentType);

/** The response that `status` stands for, and its content that `contentType` names. */
export function narrowResponse(
  { responses }: Operation,
  status: number,
  contentType: string | undefined,
): Narrowed & { readonly response?: DocumentedResponse } {
  const response = findResponse(responses, status, (each) => each.status);
  return { ...narrow(response?.contents ?? [], contentType), ...(response ? { response } : {}) };
}

function narrow(contents: readonly MediaType[], contentType: string | undefined): Narrowed {
  const type = parseContentType(contentType);
  const content = type && matchMediaType(type, contents, ({ name }) => name);
  return { hasContents: contents.length > 0, ...(content ? { content } : {}) };
}
