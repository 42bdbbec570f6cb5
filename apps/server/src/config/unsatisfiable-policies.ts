import type { PolicyOptions, PolicyRule, policiesOf } from '@sca-kit/engine';
import { ACTIONS } from './actions.ts';
import { categoriesOf, challengesOutside } from './categories.ts';
import { listOf } from './list-of.ts';

type Policies = ReturnType<typeof policiesOf>;
type Allowed = NonNullable<PolicyRule['allowed']>;

/** An action that the challenges allowed by a rule cannot clear. */
interface UnmetAction {
  readonly actionType: string;
  readonly policy: ReturnType<Policies>;
}

/**
 * Returns an error for each rule that allows fewer categories than an action requires, so that no profile could clear it. An
 * action without a rule requires two: a profile requires one only when it was created that way.
 * @param policies the lookup that `policiesOf` makes from the same rules
 */
export function unsatisfiablePolicies(rules: PolicyOptions, policies: Policies): readonly string[] {
  const unmet = new Map<Allowed, Map<string, UnmetAction>>();
  // The empty id represents every client that no rule names.
  for (const clientId of ['', ...rules.flatMap((rule) => rule.clientId ?? [])]) {
    for (const { actionType, risk } of ACTIONS) {
      const policy = policies({ clientId, actionType, risk, profileFactors: 2 });
      const { allowed, requiredFactors } = policy;
      if (allowed === undefined || categoriesOf(allowed).length >= requiredFactors) continue;
      const ofRule = unmet.get(allowed) ?? new Map<string, UnmetAction>();
      unmet.set(allowed, ofRule.set(actionType, { actionType, policy }));
    }
  }
  return rules.flatMap((rule, index) => {
    const ofRule = rule.allowed && unmet.get(rule.allowed);
    return ofRule ? [`SCA_POLICY[${index}].allowed ${describe(rule, rule.allowed, [...ofRule.values()])}`] : [];
  });
}

function describe(rule: PolicyRule, allowed: Allowed, unmet: readonly UnmetAction[]): string {
  const actions = unmet.map(({ actionType }) => actionType).join(', ');
  const categories = categoriesOf(allowed);
  const fixes = [
    `add ${listOf(challengesOutside(categories))}`,
    ...(unmet.every(({ policy }) => policy.risk === 'low') ? ['set "factors":1'] : []),
    ...(rule.actionType === undefined ? ['limit the rule to one actionType'] : []),
  ];
  return `has only ${categories.join()} challenges, but ${actions} needs two categories. To fix it, ${fixes.join(', or ')}.`;
}
