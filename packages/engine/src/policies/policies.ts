import type { ChallengeType, Risk } from '../ports/index.ts';

/** What is asked for an action. A rule without `clientId` or `actionType` is for all of them. */
export interface PolicyRule {
  readonly clientId?: string;
  readonly actionType?: string;
  /** How many categories must pass. One is for low risk alone. Left out: two, or what the profile asks for. */
  readonly factors?: 1 | 2;
  /** Only these challenges count. */
  readonly allowed?: readonly ChallengeType[];
  /** Overrides the risk that the operation declares. */
  readonly risk?: Risk;
  /** Whole seconds that a one-time token can be cleared in. Default 3600. */
  readonly validity?: number;
  /** Whole seconds, 300 at most, that a cleared token and the session it opens serve. Default 300 (RTS 4(3)(d)). */
  readonly session?: number;
}

export type PolicyOptions = readonly PolicyRule[];

/** The rule that applies to one action of one profile. */
export interface Policy {
  readonly risk: Risk;
  readonly requiredFactors: 1 | 2;
  /** Undefined: all. */
  readonly allowed: readonly ChallengeType[] | undefined;
  /** Milliseconds. */
  readonly validity: number;
  /** Milliseconds. */
  readonly approvalTtl: number;
  /** How many categories open the profile's low-risk session. */
  readonly sessionFactors: 1 | 2;
  /** Whether a session, or a token of another action that opens one, may serve this one. */
  readonly sharesSession: boolean;
  /** Whether clearing this action proves as much as the general rule asks, so that it opens the session. */
  readonly opensSession: boolean;
}

export interface PolicySubject {
  readonly clientId: string;
  readonly actionType: string;
  readonly risk: Risk;
  /** What the profile asks for when no rule says. */
  readonly profileFactors: 1 | 2;
}

export type Policies = (subject: PolicySubject) => Policy;

const DEFAULT_VALIDITY = 3600;
const MAX_SESSION = 300;

/**
 * Rules looked up by member: each comes from the most specific rule that has it, client before action type.
 * @throws TypeError when a rule contradicts itself or the regulation
 * @example
 * const policies = policiesOf([{ actionType: 'STATEMENT__READ', factors: 1 }]);
 * policies({ clientId: 'acme', actionType: 'STATEMENT__READ', risk: 'low', profileFactors: 2 }).requiredFactors; // 1
 */
export function policiesOf(rules: PolicyOptions = []): Policies {
  for (const rule of rules) assertLawful(rule);
  const weight = (rule: PolicyRule): number =>
    (rule.clientId === undefined ? 0 : 2) + (rule.actionType === undefined ? 0 : 1);
  const byWeight = [...rules].sort((a, b) => weight(b) - weight(a));

  return ({ clientId, actionType, risk: declaredRisk, profileFactors }) => {
    const ofClient = byWeight.filter((rule) => (rule.clientId ?? clientId) === clientId);
    const rule = merged(ofClient.filter((it) => (it.actionType ?? actionType) === actionType));
    const general = merged(ofClient.filter((it) => it.actionType === undefined));
    const risk = rule.risk ?? declaredRisk;
    const sessionFactors = general.factors ?? profileFactors;
    // RTS 4(1), 5: a payment is never approved by one element.
    const requiredFactors = risk === 'high' ? 2 : (rule.factors ?? profileFactors);
    return {
      risk,
      requiredFactors,
      allowed: rule.allowed,
      validity: (rule.validity ?? DEFAULT_VALIDITY) * 1000,
      approvalTtl: (rule.session ?? MAX_SESSION) * 1000,
      sessionFactors,
      sharesSession: isWithin(general.allowed, rule.allowed) && requiredFactors <= sessionFactors,
      opensSession: isWithin(rule.allowed, general.allowed) && requiredFactors >= sessionFactors,
    };
  };
}

/** Whether each element that `some` takes is one that `all` takes; undefined takes every one. */
function isWithin(some: Policy['allowed'], all: Policy['allowed']): boolean {
  return all === undefined || (some?.every((type) => all.includes(type)) ?? false);
}

function merged(mostSpecificFirst: readonly PolicyRule[]): PolicyRule {
  return Object.assign({}, ...mostSpecificFirst.toReversed());
}

function assertLawful(rule: PolicyRule): void {
  const name = `The policy for ${rule.clientId ?? 'every client'}, ${rule.actionType ?? 'every action'}`;
  if (rule.risk === 'high' && rule.factors === 1) throw new TypeError(`${name} asks one factor for a high risk`);
  if (rule.allowed?.length === 0) throw new TypeError(`${name} allows no factor`);
  assertSeconds(`${name}: validity`, rule.validity, 3600);
  assertSeconds(`${name}: session`, rule.session, MAX_SESSION);
}

function assertSeconds(name: string, value: number | undefined, max: number): void {
  if (value === undefined) return;
  if (!Number.isInteger(value) || value < 1 || value > max) {
    throw new TypeError(`${name} must be whole seconds from 1 to ${max}`);
  }
}
