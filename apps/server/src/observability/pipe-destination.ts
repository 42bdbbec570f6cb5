import { setImmediate } from 'node:timers';
import type { DestinationStream } from 'pino';

/** Characters that wait for a reader at most. */
const MAX_WAITING = 1_048_576;

/** The part of a stream that {@link pipeDestination} uses. */
type Pipe = Pick<NodeJS.WriteStream, 'write' | 'writableLength' | 'on'>;

/**
 * Writes the log to a pipe, the lines of one turn of the event loop at a time. When the reader is stuck, it drops lines instead of
 * using more and more memory, and says how many in the next line that it writes. When the reader is gone, it drops all.
 */
export function pipeDestination(pipe: Pipe): DestinationStream & { flush(): void } {
  let waiting = '';
  let dropped = 0;
  let isClosed = false;
  pipe.on('error', () => {
    isClosed = true;
  });
  function flush(): void {
    if (waiting === '' || isClosed) return;
    pipe.write(waiting);
    waiting = '';
  }
  return {
    write(line) {
      if (isClosed || waiting.length + pipe.writableLength > MAX_WAITING) {
        dropped += 1;
        return;
      }
      if (waiting === '') setImmediate(flush);
      if (dropped > 0)
        waiting += `${JSON.stringify({ level: 40, time: timeOf(line), dropped, msg: 'The reader of the log is slow: lines were dropped.' })}\n`;
      dropped = 0;
      waiting += line;
    },
    flush,
  };
}

/** The time of a line, so that the log has one clock. */
const timeOf = (line: string): unknown => (JSON.parse(line) as { readonly time?: unknown }).time;
