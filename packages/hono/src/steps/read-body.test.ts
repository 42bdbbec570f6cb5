import { expect, test } from 'vitest';
import { readBody } from './read-body.ts';

test('a body that breaks off is the fault of its sender, not ours', async () => {
  let pulls = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulls += 1;
      if (pulls === 1) controller.enqueue(new TextEncoder().encode('{"pin":'));
      else controller.error(new Error('aborted'));
    },
  });
  const request = new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit);
  await expect(readBody(request, 100)).rejects.toMatchObject({ code: 'request.malformed', status: 400 });
});
