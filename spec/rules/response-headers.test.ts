import { describe, expect, it } from 'vitest';
import { files, header, lint, operation, parameter, response, responses } from './fixture.ts';

describe('response-headers', () => {
  it('accepts responses with the common headers', async () => {
    expect(await lint('response-headers', files())).toEqual([]);
  });

  it('requires a trace id on every response', async () => {
    const one = operation({ responses: responses({ '200': { description: 'Bare.' } }) });
    expect(await lint('response-headers', files(one))).toEqual([
      'Response 200 must have the header x-trace-id.',
      'Response 200 must have the header X-External-Correlation-Id.',
    ]);
  });

  it('requires the correlation id as a parameter', async () => {
    const problems = await lint('response-headers', files(operation({ parameters: [parameter('query', 'page')] })));
    expect(problems).toEqual(['Add the header parameter X-External-Correlation-Id.']);
  });

  it('requires Retry-After and X-Rate-Limited-By on 429', async () => {
    const problems = await lint('response-headers', files(operation({ responses: responses({ '429': response() }) })));
    expect(problems).toEqual([
      'Response 429 must have the header Retry-After.',
      'Response 429 must have the header X-Rate-Limited-By.',
    ]);
  });

  it('requires the headers of the Additional Factors family on its paths', async () => {
    const one = operation({ responses: { '200': response(), '429': response({ 'Retry-After': header }) } });
    expect(await lint('response-headers', files(one, '/stepup/challenges'))).toEqual([
      'Response 200 must have the header request-ref.',
      'Response 429 must have the header request-ref.',
      'Response 429 must have the header x-ratelimit-limit.',
      'Response 429 must have the header x-ratelimit-reset.',
    ]);
  });

  it('requires Deprecation and Link on every response of a deprecated operation', async () => {
    const bare = operation({ deprecated: true, responses: { '200': response() } });
    const documented = operation({
      deprecated: true,
      responses: { '200': response({ Deprecation: header, Link: header }) },
    });
    expect(await lint('response-headers', files(bare))).toHaveLength(2);
    expect(await lint('response-headers', files(documented))).toEqual([]);
  });

  it('reports Deprecation on an operation that is not deprecated', async () => {
    const one = operation({ responses: responses({ '200': response({ Deprecation: header }) }) });
    expect(await lint('response-headers', files(one))).toHaveLength(1);
  });
});
