import { ScaError } from '@sca-kit/engine';
import { RequestError } from '../errors/request-error.ts';

/** The bytes that all large bodies together may occupy while they arrive. */
export interface BodyBudget {
  usedBytes: number;
  readonly maxBytes: number;
  /** Smaller bodies do not count against the budget, so that large bodies cannot block a PIN verification. */
  readonly exemptBytes: number;
}

/** One budget per process, because the process shares one memory. */
const PROCESS_BUDGET: BodyBudget = { usedBytes: 0, maxBytes: 134_217_728, exemptBytes: 65_536 };

/** A body with more chunks than this, of a smaller average size, would only keep the process busy. */
const MAX_SMALL_CHUNKS = 4096;
const SMALL_CHUNK_BYTES = 64;

/**
 * Reads the body as text, at most `limit` bytes of it.
 * @throws RequestError `request.too.large` (413) as soon as the limit is passed; `request.malformed` when it is
 * interrupted, arrives in too many small chunks or is not UTF-8
 * @throws ScaError `service.unavailable` when too many large bodies arrive at once
 */
export async function readText(request: Request, limit: number, budget: BodyBudget = PROCESS_BUDGET): Promise<string> {
  const contentLength = Number(request.headers.get('content-length') ?? 0);
  if (contentLength > limit) tooLarge(limit);
  const reader = request.body?.getReader();
  if (!reader) return '';
  // Copied into one buffer: small chunks occupy far more memory than their bytes.
  let bytes = new Uint8Array(INITIAL_BYTES);
  let size = 0;
  let chunks = 0;
  let counted = 0;
  try {
    for (let next = await readChunk(reader); !next.done; next = await readChunk(reader)) {
      const offset = size;
      size += next.value.byteLength;
      chunks += 1;
      if (size > limit) tooLarge(limit);
      if (chunks > MAX_SMALL_CHUNKS && size < chunks * SMALL_CHUNK_BYTES) tooManyChunks();
      if (size > budget.exemptBytes) {
        budget.usedBytes += size - counted;
        counted = size;
        if (budget.usedBytes > budget.maxBytes) budgetExceeded();
      }
      bytes = withCapacity(size, bytes);
      bytes.set(next.value, offset);
    }
    return decode(bytes.subarray(0, size));
  } catch (error) {
    await reader.cancel().catch(() => {});
    throw error;
  } finally {
    budget.usedBytes -= counted;
  }
}

/** A body ends early only when the client disconnects. It gets no response, but the log must not show a server error. */
async function readChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']> {
  try {
    return await reader.read();
  } catch (cause) {
    throw new RequestError('request.malformed', 'The body ended early.', { cause });
  }
}

const INITIAL_BYTES = 1024;

/** The bytes, in a buffer that holds `size` of them. */
function withCapacity(size: number, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (size <= bytes.byteLength) return bytes;
  const larger = new Uint8Array(Math.max(size, 2 * bytes.byteLength));
  larger.set(bytes);
  return larger;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new RequestError('request.malformed', 'The body is not valid UTF-8.', { cause });
  }
}

function budgetExceeded(): never {
  const message = 'Too many large bodies are arriving. Try again later.';
  throw new ScaError('service.unavailable', { message, retryAfter: 1 });
}

function tooManyChunks(): never {
  throw new RequestError('request.malformed', 'The body arrived in too many small chunks. Send larger ones.');
}

function tooLarge(limit: number): never {
  throw new RequestError('request.too.large', `The body may have at most ${limit} bytes.`);
}
