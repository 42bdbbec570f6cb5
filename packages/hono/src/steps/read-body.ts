import { ScaError } from '@sca-kit/engine';
import { RequestError } from '../errors/request-error.ts';

/** What all large bodies together may hold while they arrive, in bytes. */
export interface BodyBudget {
  held: number;
  readonly most: number;
  /** Up to here a body is not counted: whoever fills the budget with large ones keeps nobody from sending a PIN. */
  readonly small: number;
}

/** One for the process: its memory is one, too. */
const OF_PROCESS: BodyBudget = { held: 0, most: 134_217_728, small: 65_536 };

/**
 * Reads the body as text, at most `limit` bytes of it.
 * @throws RequestError `request.too.large` (413) as soon as the limit is passed; `request.malformed` when it breaks
 * off or is not UTF-8
 * @throws ScaError `service.unavailable` when too many large bodies arrive at once
 */
export async function readBody(request: Request, limit: number, budget: BodyBudget = OF_PROCESS): Promise<string> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limit) tooLarge(limit);
  const reader = request.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  let counted = 0;
  try {
    for (let next = await pull(reader); !next.done; next = await pull(reader)) {
      size += next.value.byteLength;
      if (size > limit) tooLarge(limit);
      if (size > budget.small) {
        budget.held += size - counted;
        counted = size;
        if (budget.held > budget.most) tooMany();
      }
      chunks.push(next.value);
    }
    return decode(chunks, size);
  } catch (error) {
    await reader.cancel().catch(() => {});
    throw error;
  } finally {
    budget.held -= counted;
  }
}

/** Only a sender that hangs up ends a body early: the answer will not reach it, but the log should not blame us. */
async function pull(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']> {
  try {
    return await reader.read();
  } catch (cause) {
    throw new RequestError('request.malformed', 'The body ended early.', { cause });
  }
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

function tooMany(): never {
  const message = 'Too many large bodies arrive at once. Please try again later.';
  throw new ScaError('service.unavailable', message, { retryAfter: 1 });
}

function tooLarge(limit: number): never {
  throw new RequestError('request.too.large', `The body may have at most ${limit} bytes.`);
}
