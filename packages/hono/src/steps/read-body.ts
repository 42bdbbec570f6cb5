import { RequestError } from '../errors/request-error.ts';

/**
 * Reads the body as text, at most `limit` bytes of it.
 * @throws RequestError `request.too.large` (413) as soon as the limit is passed; `request.malformed` when it is not UTF-8
 */
export async function readBody(request: Request, limit: number): Promise<string> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limit) tooLarge(limit);
  const reader = request.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      tooLarge(limit);
    }
    chunks.push(next.value);
  }
  return decode(chunks, size);
}

function decode(chunks: readonly Uint8Array[], size: number): string {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new RequestError('request.malformed', 'The body is not valid UTF-8.', { cause });
  }
}

function tooLarge(limit: number): never {
  throw new RequestError('request.too.large', `The body may have at most ${limit} bytes.`);
}
