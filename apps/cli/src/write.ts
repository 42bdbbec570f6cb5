import { once } from 'node:events';
import { styleText } from 'node:util';

/** Colours text for a stream: not where it is no terminal, and not where NO_COLOR asks for none. */
export const paint = (
  style: 'green' | 'red' | 'yellow' | 'dim' | 'bold',
  text: string,
  stream: NodeJS.WriteStream = process.stdout,
): string => styleText(style, text, { stream });

/** Writes to stdout, and waits where the reader is slower than the writer. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
