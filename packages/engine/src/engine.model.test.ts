import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EngineFixture, engineFixture, FINGERPRINT, HIGH, LOW, PIN } from './engine.fixture.ts';
import { ScaError } from './errors.ts';

const MINUTE = 60_000;
const TTL = 60 * MINUTE;
const APPROVAL_TTL = 5 * MINUTE;
const LOCK = 15 * MINUTE;

/** A simple model of what happened. The rules are checked against it, not against the state of the engine. */
interface Model {
  now: number;
  tokens: { text: string; risk: 'low' | 'high'; issuedAt: number; passes: Map<Kind, number>; uses: number }[];
  /** When each factor was last enrolled. A factor that is not enrolled is missing. */
  enrolledAt: Map<Kind, number>;
  /** Wrong secrets since the last success or lock. */
  consecutive: number;
  lockedUntil: number;
  /** When a low-risk token was last cleared. */
  sessionFrom: number;
  lastDeletion: number;
}
type Kind = 'PIN' | 'PARTNER_DEVICE_FINGERPRINT';
const KINDS: readonly Kind[] = ['PIN', 'PARTNER_DEVICE_FINGERPRINT'];
const SECRET: Readonly<Record<Kind, string>> = { PIN, PARTNER_DEVICE_FINGERPRINT: FINGERPRINT };

const kind = fc.constantFrom(...KINDS);
/** Index from the newest token backwards. */
const pick = fc.nat(2);
const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('issue' as const), risk: fc.constantFrom('low', 'high') }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('verify' as const), pick, kind, right: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('clear' as const), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('flood' as const), pick, kind, size: fc.integer({ min: 2, max: 12 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('use' as const), pick, times: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('read' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(1000, 1000, MINUTE, APPROVAL_TTL - 1, APPROVAL_TTL, LOCK, TTL),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), kind }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('enrol' as const), kind }) },
);
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

describe('Random interleavings of issue, verify, expire, consume, delete, enrol and lock', () => {
  it('never approve without two valid categories, twice, or after a sixth evaluated guess', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 60 }), async (commands) => {
        const fixture = await engineFixture();
        const evaluations = countEvaluations(fixture);
        const model: Model = {
          now: fixture.clock.now(),
          tokens: [],
          enrolledAt: new Map(KINDS.map((kind) => [kind, fixture.clock.now()])),
          consecutive: 0,
          lockedUntil: 0,
          sessionFrom: Number.NEGATIVE_INFINITY,
          lastDeletion: Number.NEGATIVE_INFINITY,
        };
        for (const next of commands) {
          // Each command runs at its own time, so that the model can order them.
          fixture.clock.advance(1);
          model.now = fixture.clock.now();
          await run(next, model, fixture, evaluations);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Counts the evaluations against an enrolled secret. Dummy evaluations do not count. */
function countEvaluations({ keys }: EngineFixture): { count: number } {
  const evaluations = { count: 0 };
  const verifyHash = keys.verifyHash.bind(keys);
  const verifyMac = keys.verifyMac.bind(keys);
  keys.verifyHash = async (purpose, secret, encoded) => {
    if (encoded !== undefined) evaluations.count += 1;
    return verifyHash(purpose, secret, encoded);
  };
  keys.verifyMac = async (purpose, context, value, stored) => {
    if (stored !== undefined && purpose === 'device-fingerprint') evaluations.count += 1;
    return verifyMac(purpose, context, value, stored);
  };
  return evaluations;
}

async function run(next: Command, model: Model, fixture: EngineFixture, evaluations: { count: number }): Promise<void> {
  const { engine, actor, profile, clock } = fixture;
  resetAfterLock(model);
  const token = 'pick' in next ? model.tokens.at(-1 - next.pick) : undefined;
  switch (next.do) {
    case 'issue': {
      const approval = await settled(engine.approvals.decide(actor, profile, next.risk === 'low' ? LOW : HIGH));
      if (approval instanceof ScaError) return void expect(model.now).toBeLessThan(model.lockedUntil);
      if (approval.approved) return void expectOpenSession(model);
      if (approval.reason !== 'challenge-required') return void expect(model.enrolledAt.size).toBeLessThan(2);
      const risk = next.risk === 'low' ? 'low' : 'high';
      model.tokens.push({ text: approval.oneTimeToken, risk, issuedAt: model.now, passes: new Map(), uses: 0 });
      return;
    }
    case 'verify': {
      if (!token) return;
      const before = evaluations.count;
      const secret = next.right ? SECRET[next.kind] : 'wrong';
      const view = await settled(engine.challenges.verify(actor, token.text, next.kind, secret));
      const evaluated = evaluations.count > before;
      if (evaluated || (view instanceof ScaError && view.code.endsWith('verification.failed'))) {
        expect(model.now).toBeGreaterThanOrEqual(model.lockedUntil);
        countGuess(model, !(view instanceof ScaError));
      }
      if (view instanceof ScaError || !evaluated) return;
      expect(next.right).toBe(true);
      token.passes.set(next.kind, model.now);
      if (view.cleared && token.risk === 'low') model.sessionFrom = model.now;
      return;
    }
    case 'clear': {
      for (const it of KINDS) {
        await run({ do: 'verify', pick: next.pick, kind: it, right: true }, model, fixture, evaluations);
      }
      return;
    }
    case 'flood': {
      if (!token) return;
      const before = evaluations.count;
      const left = model.now < model.lockedUntil ? 0 : 5 - model.consecutive;
      const guesses = Array.from({ length: next.size }, () =>
        settled(engine.challenges.verify(actor, token.text, next.kind, 'wrong')),
      );
      const results = await Promise.all(guesses);
      expect(evaluations.count - before).toBeLessThanOrEqual(left);
      for (const response of results) {
        if (response instanceof ScaError && response.code.endsWith('verification.failed')) countGuess(model, false);
      }
      return;
    }
    case 'use': {
      if (!token) return;
      const request = { ...(token.risk === 'low' ? LOW : HIGH), oneTimeToken: token.text };
      const results = await Promise.all(
        Array.from({ length: next.times }, () => settled(engine.approvals.decide(actor, profile, request))),
      );
      const approvals = results.filter((result) => !(result instanceof ScaError) && result.approved).length;
      if (approvals > 0) expectTwoValidPasses(model, token.passes);
      token.uses += approvals;
      if (token.risk === 'high') expect(token.uses).toBeLessThanOrEqual(1);
      return;
    }
    case 'read': {
      const approval = await settled(engine.approvals.decide(actor, profile, LOW));
      if (!(approval instanceof ScaError) && approval.approved) expectOpenSession(model);
      return;
    }
    case 'wait':
      clock.advance(next.milliseconds);
      return;
    case 'delete': {
      if (!model.enrolledAt.delete(next.kind)) return;
      model.lastDeletion = model.now;
      if (next.kind === 'PIN') return engine.factors.remove(actor, profile, 'PIN');
      const [device] = await engine.deviceFingerprints.list(actor, profile);
      return engine.deviceFingerprints.delete(actor, profile, device?.deviceFingerprintId ?? '');
    }
    case 'enrol': {
      if (model.enrolledAt.has(next.kind)) return;
      model.enrolledAt.set(next.kind, model.now);
      if (next.kind === 'PIN') return engine.factors.enrol(actor, profile, 'PIN', PIN);
      await engine.deviceFingerprints.create(actor, profile, FINGERPRINT);
      return;
    }
  }
}

function resetAfterLock(model: Model): void {
  if (model.lockedUntil === 0 || model.now < model.lockedUntil) return;
  model.lockedUntil = 0;
  model.consecutive = 0;
}

function countGuess(model: Model, right: boolean): void {
  model.consecutive = right ? 0 : model.consecutive + 1;
  expect(model.consecutive).toBeLessThanOrEqual(5);
  if (model.consecutive === 5) model.lockedUntil = model.now + LOCK;
}

function expectTwoValidPasses(model: Model, passes: ReadonlyMap<Kind, number>): void {
  for (const it of KINDS) {
    const passedAt = passes.get(it) ?? Number.NEGATIVE_INFINITY;
    expect(passedAt).toBeGreaterThan(model.now - TTL - APPROVAL_TTL);
    expect(passedAt).toBeGreaterThanOrEqual(model.enrolledAt.get(it) ?? Number.POSITIVE_INFINITY);
  }
  expect(Math.max(...passes.values())).toBeGreaterThan(model.now - APPROVAL_TTL);
}

function expectOpenSession(model: Model): void {
  expect(model.sessionFrom).toBeGreaterThan(model.now - APPROVAL_TTL);
  expect(model.sessionFrom).toBeGreaterThan(model.lastDeletion);
}

/** Returns the result, or the ScaError. Any other error fails the test. */
async function settled<T>(work: Promise<T>): Promise<T | ScaError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ScaError) return error;
    throw error;
  }
}
