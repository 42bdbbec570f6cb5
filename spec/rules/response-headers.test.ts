import { describe, expect, it } from 'vitest';
import { answer, files, header, lint, operation, parameter, responses } from './fixture.ts';

describe('response-headers', () => {
  it('accepts answers that have what all need', async () => {
    expect(await lint('response-headers', files())).toEqual([]);
  });

  it('needs a trace id on every answer', async () => {
    const one = operation({ responses: responses({ '200': { description: 'Bare.' } }) });
    expect(await lint('response-headers', files(one))).toEqual([
      'The answer 200 needs the header x-trace-id.',
      'The answer 200 needs the header X-External-Correlation-Id.',
    ]);
  });

  it('needs the correlation id as a parameter', async () => {
    const problems = await lint('response-headers', files(operation({ parameters: [parameter('query', 'page')] })));
    expect(problems).toEqual(['Every operation takes X-External-Correlation-Id.']);
  });

  it('needs Retry-After and the name of the limit on 429', async () => {
    const problems = await lint('response-headers', files(operation({ responses: responses({ '429': answer() }) })));
    expect(problems).toEqual([
      'The answer 429 needs the header Retry-After.',
      'The answer 429 needs the header X-Rate-Limited-By.',
    ]);
  });

  it('needs the headers of the Additional Factors family on its paths', async () => {
    const one = operation({ responses: { '200': answer(), '429': answer({ 'Retry-After': header }) } });
    expect(await lint('response-headers', files(one, '/stepup/challenges'))).toEqual([
      'The answer 200 needs the header request-ref.',
      'The answer 429 needs the header request-ref.',
      'The answer 429 needs the header x-ratelimit-limit.',
      'The answer 429 needs the header x-ratelimit-reset.',
    ]);
  });

  it('needs Deprecation and Link on every answer of a deprecated operation', async () => {
    const bare = operation({ deprecated: true, responses: { '200': answer() } });
    const told = operation({ deprecated: true, responses: { '200': answer({ Deprecation: header, Link: header }) } });
    expect(await lint('response-headers', files(bare))).toHaveLength(2);
    expect(await lint('response-headers', files(told))).toEqual([]);
  });

  it('refuses Deprecation where the operation is not deprecated', async () => {
    const one = operation({ responses: responses({ '200': answer({ Deprecation: header }) }) });
    expect(await lint('response-headers', files(one))).toHaveLength(1);
  });
});
