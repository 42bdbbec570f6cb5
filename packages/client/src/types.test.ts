import type { components } from '@sca-kit/api';
import { expectTypeOf, test } from 'vitest';
import { createScaClient, type RequestToApprove } from './index.ts';

type Schemas = components['schemas'];

const client = createScaClient({ baseUrl: 'https://api.test' });
const path = { profileId: 101 };
const oneTimeToken = { 'One-Time-Token': '2f6b1c1e-8d2f-4f0a-b7c4-6f1f5b1f2a77' };

/** Type-checks a function without calling it. */
function compileOnly(_: () => unknown): void {}

test('data has the type of the decrypted body', () => {
  compileOnly(async () => {
    const params = { path, header: oneTimeToken };
    const result = await client.POST('/v2/profiles/{profileId}/pin/verify', { params, body: { pin: '1234' } });
    expectTypeOf(result.data).toEqualTypeOf<Schemas['OneTimeTokenResource'] | undefined>();
    expectTypeOf(result.response).toEqualTypeOf<Response>();
  });
});

test('data and error discriminate each other', () => {
  compileOnly(async () => {
    const { data, error } = await client.GET('/v1/one-time-token/status', { params: { header: oneTimeToken } });
    if (error !== undefined) {
      expectTypeOf(error).toEqualTypeOf<Schemas['Errors']>();
      expectTypeOf(data).toEqualTypeOf<undefined>();
    } else {
      expectTypeOf(data).toEqualTypeOf<Schemas['OneTimeTokenStatus']>();
      expectTypeOf(data.oneTimeTokenProperties.challenges.map(({ passed }) => passed)).toEqualTypeOf<boolean[]>();
    }
  });
});

test('a response without a body has no data; text and events have their own types', () => {
  compileOnly(async () => {
    const deleted = await client.DELETE('/v2/profiles/{profileId}/pin', { params: { path } });
    expectTypeOf(deleted.data).toEqualTypeOf<undefined>();
    expectTypeOf((await client.GET('/metrics')).data).toEqualTypeOf<string | undefined>();
    const events = await client.GET('/sandbox/events');
    expectTypeOf(events.data).toEqualTypeOf<ReadableStream<Uint8Array> | undefined>();
  });
});

test('a call by operationId has the same types as the call by path', () => {
  compileOnly(async () => {
    const byId = await client.call('deletePin', { params: { path } });
    const byPath = await client.DELETE('/v2/profiles/{profileId}/pin', { params: { path } });
    expectTypeOf(byId).toEqualTypeOf(byPath);
  });
});

test('wrong calls do not compile', () => {
  compileOnly(() => [
    // @ts-expect-error no such path
    client.GET('/v2/profile'),
    // @ts-expect-error the path has no such method
    client.GET('/v2/profiles/{profileId}/pin', { params: { path } }),
    // @ts-expect-error no such operation
    client.call('verifyPins'),
    // @ts-expect-error the path has a parameter
    client.POST('/v2/profiles/{profileId}/pin', { body: { pin: '1234' } }),
    // @ts-expect-error the path parameter is a number
    client.POST('/v2/profiles/{profileId}/pin', { params: { path: { profileId: '101' } }, body: { pin: '1234' } }),
    // @ts-expect-error the header is required
    client.GET('/v1/one-time-token/status'),
    // @ts-expect-error the body is required
    client.POST('/v2/profiles/{profileId}/pin', { params: { path } }),
    // @ts-expect-error the PIN is a string
    client.POST('/v2/profiles/{profileId}/pin', { params: { path }, body: { pin: 1234 } }),
    // @ts-expect-error the client encrypts the body, not the caller
    client.POST('/v2/profiles/{profileId}/pin', { params: { path }, body: 'eyJhbGciOiJkaXIifQ....' }),
    // @ts-expect-error the operation has no body
    client.DELETE('/v2/profiles/{profileId}/pin', { params: { path }, body: {} }),
    // @ts-expect-error no such query parameter
    client.GET('/v2/profiles', { params: { query: { page: 1 } } }),
    // @ts-expect-error no such option
    client.GET('/v2/profiles', { parseAs: 'text' }),
    // @ts-expect-error no such challenge
    client.GET('/v2/profiles', { handlers: { PASSWORD: () => '1234' } }),
    client.GET('/v2/profiles', { handlers: { SMS: ({ sentTo }) => sentTo } }),
  ]);
});

test('operationId discriminates path values and body of a request to approve', () => {
  compileOnly((request?: RequestToApprove) => {
    if (request?.operationId !== 'fundTransfer') return;
    expectTypeOf(request.path).toEqualTypeOf<'/v3/profiles/{profileId}/transfers/{transferId}/payments'>();
    expectTypeOf(request.params.path.transferId).toEqualTypeOf<number>();
    expectTypeOf(request.body).toEqualTypeOf<Schemas['PaymentRequest']>();
    // @ts-expect-error headers are not shown
    request.params.header;
  });
});

test('wrong options do not compile', () => {
  const baseUrl = 'https://api.test';
  compileOnly(() => [
    // @ts-expect-error baseUrl is required
    createScaClient({}),
    // @ts-expect-error no such challenge
    createScaClient({ baseUrl, handlers: { PASSWORD: () => '1234' } }),
    // @ts-expect-error a secret is a string
    createScaClient({ baseUrl, handlers: { PIN: () => 1234 } }),
    // @ts-expect-error only phone challenges have a number
    createScaClient({ baseUrl, handlers: { PIN: ({ sentTo }) => sentTo } }),
    createScaClient({ baseUrl, handlers: { SMS: ({ sentTo }) => sentTo } }),
    // @ts-expect-error no such mode
    createScaClient({ baseUrl, jose: 'on' }),
  ]);
});
