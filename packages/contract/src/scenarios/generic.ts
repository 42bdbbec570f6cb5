import { type Operation, schemaShape } from '@sca-kit/openapi';
import { isOpen, wrongKindFor } from '../client/credentials.ts';
import type { SandboxUser } from '../client/sandbox-user.ts';
import type { ContractDocument } from '../document/contract-document.ts';
import { expectStatus, type Scenario, type ScenarioContext } from './scenario.ts';
import { uuid } from './uuid.ts';

/**
 * Returns the scenarios that can be derived from the document, for every operation that documents the status: an invalid
 * correlation id, missing, unknown and foreign credentials, unknown ids, an unacceptable `Accept`, a body that is too large or
 * of another media type, and simulated responses.
 *
 * @example
 * genericScenarios(await openContract('openapi.yaml')).map(({ name }) => name);
 */
export function genericScenarios(contract: ContractDocument): Scenario[] {
  return contract.operations.flatMap((operation) => {
    const documented = new Set(operation.responses.map(({ status }) => status));
    return MAKERS.flatMap(([status, make]) => (documented.has(String(status)) ? make(operation, contract) : []));
  });
}

type Maker = (operation: Operation, contract: ContractDocument) => Scenario[];

const scenario = (
  operation: Operation,
  status: number,
  name: string,
  run: (context: ScenarioContext, user: SandboxUser) => Promise<void>,
): Scenario => ({
  name,
  operationId: operation.id,
  status,
  run: async (context) => run(context, await context.sharedUser(operation.id)),
});

const badCorrelationId: Maker = (operation) => [
  scenario(operation, 400, 'a correlation id that is not a UUID is rejected', async (context, user) => {
    const headers = { 'x-external-correlation-id': 'not-a-uuid' };
    expectStatus(await context.call(operation.id, { user, headers, offContract: true }), 400);
  }),
];

const badCredentials: Maker = (operation) => {
  if (isOpen(operation)) return [];
  const keyed = operation.security.flat().some(({ kind }) => kind === 'apiKey');
  const bearer = operation.security.flat().some(({ kind }) => kind !== 'apiKey');
  const wrong = {
    ...(bearer ? { authorization: 'Bearer unknown-token' } : {}),
    ...(keyed ? { 'api-key': 'unknown-key' } : {}),
  };
  const rejected = (name: string, headers: Record<string, string>, as?: 'none'): Scenario =>
    scenario(operation, 401, name, async (context, user) => {
      const options = { user, headers, offContract: true, ...(as ? { as } : {}) };
      expectStatus(await context.call(operation.id, options), 401);
    });
  return [
    rejected('no credentials are rejected', {}, 'none'),
    rejected('unknown credentials are rejected', wrong),
    ...(keyed && bearer
      ? [rejected('a right token with an unknown API key is rejected', { 'api-key': 'unknown-key' })]
      : []),
  ];
};

const foreignCredentials: Maker = (operation) => {
  const as = wrongKindFor(operation);
  if (!as) return [];
  return [
    scenario(operation, 403, `a token of the wrong kind (${as}) is rejected`, async (context, user) => {
      expectStatus(await context.call(operation.id, { user, as }), 403);
    }),
  ];
};

const unknownIds: Maker = (operation, contract) => {
  // What is behind SCA may be looked for only after approval; whose profile it is comes before.
  const guarded = operation.parameters.some(({ name }) => name.toLowerCase() === 'x-2fa-approval');
  const ids = operation.parameters.filter(
    ({ in: place, name }) => place === 'path' && /Id$/.test(name) && (!guarded || name === 'profileId'),
  );
  const token = operation.parameters.find(({ name }) => name.toLowerCase() === 'one-time-token');
  const byId = ids.map((parameter) =>
    scenario(operation, 404, `an unknown ${parameter.name} is not found`, async (context, user) => {
      const shape = schemaShape(contract.document, parameter.schema);
      const whole = shape.types.includes('integer');
      const path = {
        [parameter.name]: whole
          ? 8_000_000_000_000 + context.random.int(1_000_000)
          : unknownText(shape.keywords.format, context),
      };
      expectStatus(await context.call(operation.id, { user, path }), 404);
    }),
  );
  if (token) {
    byId.push(
      scenario(operation, 404, 'an unknown one-time token is not found', async (context, user) => {
        const headers = { 'one-time-token': uuid(context.random) };
        expectStatus(await context.call(operation.id, { user, headers }), 404);
      }),
    );
  }
  return byId.length > 0 ? byId : prepared(404, 'not-found')(operation, contract);
};

const unknownText = (format: unknown, context: ScenarioContext): string =>
  format === 'uuid' ? uuid(context.random) : String(100_000_000_000 + context.random.int(1_000_000_000));

const unacceptable: Maker = (operation) => [
  scenario(operation, 406, 'an Accept that nothing fits is rejected', async (context, user) => {
    expectStatus(await context.call(operation.id, { user, headers: { accept: 'application/x-nothing' } }), 406);
  }),
];

/** Larger than any documented body, face maps included. */
const TOO_LARGE = 4 * 1024 * 1024;

const tooLarge: Maker = (operation) => {
  const mediaType = operation.body?.contents.at(-1)?.name;
  if (!mediaType) return [];
  return [
    scenario(operation, 413, 'a body that is too large is rejected', async (context, user) => {
      const text = mediaType.includes('json')
        ? `{"padding":"${'x'.repeat(TOO_LARGE)}"}`
        : `padding=${'x'.repeat(TOO_LARGE)}`;
      expectStatus(await context.call(operation.id, { user, raw: { text, mediaType }, offContract: true }), 413);
    }),
  ];
};

const foreignMediaType: Maker = (operation) => [
  scenario(operation, 415, 'a body of another media type is rejected', async (context, user) => {
    const raw = { text: 'a=b', mediaType: 'text/x-nothing' };
    expectStatus(await context.call(operation.id, { user, raw, offContract: true }), 415);
  }),
];

const prepared =
  (status: number, outcome: 'rate-limited' | 'unavailable' | 'error' | 'not-found'): Maker =>
  (operation) => [
    scenario(operation, status, `the simulated response "${outcome}" is returned`, async (context, user) => {
      const correlationId = await context.prepareOutcome(user, outcome);
      const headers = { 'x-external-correlation-id': correlationId };
      expectStatus(await context.call(operation.id, { user, headers }), status);
    }),
  ];

const MAKERS: readonly (readonly [number, Maker])[] = [
  [400, badCorrelationId],
  [401, badCredentials],
  [403, foreignCredentials],
  [404, unknownIds],
  [406, unacceptable],
  [413, tooLarge],
  [415, foreignMediaType],
  [429, prepared(429, 'rate-limited')],
  [500, prepared(500, 'error')],
  [503, prepared(503, 'unavailable')],
];
