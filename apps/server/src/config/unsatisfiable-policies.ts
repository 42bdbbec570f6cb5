import type { PolicyOptions, PolicyRule, policiesOf } from '@sca-kit/engine';
import { ACTIONS } from './actions.ts';
import { categoriesOf, challengesBeside } from './categories.ts';

type Policies = ReturnType<typeof policiesOf>;
type Allowed = NonNullable<PolicyRule['allowed']>;

/** An action that what a rule allows cannot clear. */
interface Unmet {
  readonly actionType: string;
  readonly policy: ReturnType<Policies>;
}

/**
 * Rules that allow fewer categories than an action needs, so that nobody could clear it. Where no rule says how many, two
 * count: a profile asks for one only when it was made so.
 * @param policies the same rules, looked up
 */
export function unsatisfiablePolicies(rules: PolicyOptions, policies: Policies): readonly string[] {
  const unmet = new Map<Allowed, Map<string, Unmet>>();
  // A client that no rule names has an id of its own too; an empty one stands for them.
  for (const clientId of ['', ...rules.flatMap((rule) => rule.clientId ?? [])]) {
    for (const { actionType, risk } of ACTIONS) {
      const policy = policies({ clientId, actionType, risk, profileFactors: 2 });
      const { allowed, requiredFactors } = policy;
      if (allowed === undefined || categoriesOf(allowed).length >= requiredFactors) continue;
      const ofRule = unmet.get(allowed) ?? new Map<string, Unmet>();
      unmet.set(allowed, ofRule.set(actionType, { actionType, policy }));
    }
  }
  return rules.flatMap((rule, index) => {
    const ofRule = rule.allowed && unmet.get(rule.allowed);
    return ofRule ? [`SCA_POLICY[${index}].allowed ${describe(rule, rule.allowed, [...ofRule.values()])}`] : [];
  });
}

function describe(rule: PolicyRule, allowed: Allowed, unmet: readonly Unmet[]): string {
  const actions = unmet.map(({ actionType }) => actionType).join(', ');
  const categories = categoriesOf(allowed);
  const remedies = [
    `add ${choice(challengesBeside(categories))}`,
    ...(unmet.every(({ policy }) => policy.risk === 'low') ? ['say "factors":1'] : []),
    ...(rule.actionType === undefined ? ['name the actionType that it is for'] : []),
  ];
  return `is ${categories.join()} alone, and two categories are needed for ${actions}: ${remedies.join(', or ')}`;
}

function choice(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
