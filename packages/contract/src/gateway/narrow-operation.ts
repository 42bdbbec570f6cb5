import { findResponse, matchMediaType, parseContentType } from '@sca-kit/openapi';
import type { IHttpOperation, IHttpOperationResponse, IMediaTypeContent } from '@stoplight/types';

/** The part of an operation that describes one message. */
export interface Narrowed {
  /** The content that describes the body; undefined when none matches. */
  readonly content?: IMediaTypeContent;
  /** Its documented media type. */
  readonly mediaType?: string;
  /** Whether any media type is documented for the message. */
  readonly hasContents: boolean;
}

/** The request content that `contentType` names. */
export const narrowRequest = (operation: IHttpOperation, contentType: string | undefined): Narrowed =>
  narrow(operation.request?.body?.contents ?? [], contentType);

/** The response that `status` stands for, and its content that `contentType` names. */
export function narrowResponse(
  operation: IHttpOperation,
  status: number,
  contentType: string | undefined,
): Narrowed & { readonly response?: IHttpOperationResponse } {
  const response = findResponse(operation.responses, status, ({ code }) => code);
  return { ...narrow(response?.contents ?? [], contentType), ...(response ? { response } : {}) };
}

function narrow(contents: readonly IMediaTypeContent[], contentType: string | undefined): Narrowed {
  const type = parseContentType(contentType);
  const content = type && matchMediaType(type, contents, ({ mediaType }) => mediaType);
  return {
    hasContents: contents.length > 0,
    ...(content ? { content, mediaType: content.mediaType } : {}),
  };
}
