import type { ChallengeType, Risk } from '../ports/index.ts';

/** What an action requires. A rule without `clientId` or `actionType` applies to all of them. */
export interface PolicyRule {
  readonly clientId?: string;
  readonly actionType?: string;
  /** How many categories must pass. One is allowed only for low risk. The profile's `requiredFactors` unless given. */
  readonly factors?: 1 | 2;
  /** Only these challenges are offered. All unless given. */
  readonly allowed?: readonly ChallengeType[];
  /** Replaces the risk that the operation declares. */
  readonly risk?: Risk;
  /** Whole seconds in which a one-time token can be cleared, at most 3600. 3600 unless given. */
  readonly validity?: number;
  /** Whole seconds that an approval and the session it opens last, at most 300 (RTS 4(3)(d)). 300 unless given. */
  readonly session?: number;
}

export type PolicyOptions = readonly PolicyRule[];

/** The rule that applies to one action of one profile. */
export interface Policy {
  readonly risk: Risk;
  readonly requiredFactors: 1 | 2;
  /** Undefined: all challenges. */
  readonly allowed: readonly ChallengeType[] | undefined;
  /** Milliseconds. */
  readonly validity: number;
  /** Milliseconds that an approval and the session it opens last. */
  readonly approvalTtl: number;
  /** How many categories have to pass to open the low-risk session of the profile. */
  readonly sessionFactors: 1 | 2;
  /** Whether a session, or a token of another action that opens one, approves this action. */
  readonly sharesSession: boolean;
  /** Whether clearing a token of this action opens the session: only if it proves as much as the general rule requires. */
  readonly opensSession: boolean;
}

export interface PolicySubject {
  readonly clientId: string;
  readonly actionType: string;
  readonly risk: Risk;
  /** Applies when no rule sets `factors`. */
  readonly profileFactors: 1 | 2;
}

export type Policies = (subject: PolicySubject) => Policy;

const DEFAULT_VALIDITY = 3600;
const MAX_SESSION = 300;

/**
 * Returns the policy lookup for a list of rules. Each member of a policy comes from the most specific rule that sets it; a rule for
 * a client is more specific than one for an action type.
 * @throws TypeError when a rule contradicts itself or the regulation
 * @example
 * const policies = policiesOf([{ actionType: 'BALANCE__GET_STATEMENT', factors: 1 }]);
 * policies({ clientId: 'acme', actionType: 'BALANCE__GET_STATEMENT', risk: 'low', profileFactors: 2 }).requiredFactors; // 1
 */
export function policiesOf(rules: PolicyOptions = []): Policies {
  for (const rule of rules) assertValid(rule);
  const weight = (rule: PolicyRule): number =>
    (rule.clientId === undefined ? 0 : 2) + (rule.actionType === undefined ? 0 : 1);
  const byWeight = [...rules].sort((a, b) => weight(b) - weight(a));

  return ({ clientId, actionType, risk: declaredRisk, profileFactors }) => {
    const ofClient = byWeight.filter((rule) => (rule.clientId ?? clientId) === clientId);
    const rule = merged(ofClient.filter((each) => (each.actionType ?? actionType) === actionType));
    const general = merged(ofClient.filter((each) => each.actionType === undefined));
    const risk = rule.risk ?? declaredRisk;
    const sessionFactors = general.factors ?? profileFactors;
    // RTS 4(1): high risk always needs two elements.
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

/** Whether `all` allows every challenge that `some` allows. Undefined allows all. */
function isWithin(some: Policy['allowed'], all: Policy['allowed']): boolean {
  return all === undefined || (some?.every((type) => all.includes(type)) ?? false);
}

function merged(mostSpecificFirst: readonly PolicyRule[]): PolicyRule {
  return Object.assign({}, ...mostSpecificFirst.toReversed());
}

function assertValid(rule: PolicyRule): void {
  const name = `The policy for ${rule.clientId ?? 'every client'}, ${rule.actionType ?? 'every action'}`;
  if (rule.risk === 'high' && rule.factors === 1)
    throw new TypeError(`${name} must not have one factor and high risk.`);
  if (rule.allowed?.length === 0) throw new TypeError(`${name} must allow at least one challenge.`);
  assertSeconds(`${name}: validity`, rule.validity, 3600);
  assertSeconds(`${name}: session`, rule.session, MAX_SESSION);
}

function assertSeconds(name: string, value: number | undefined, max: number): void {
  if (value === undefined) return;
  if (!Number.isInteger(value) || value < 1 || value > max) {
    throw new TypeError(`${name} must be whole seconds from 1 to ${max} (got ${value}).`);
  }
}
