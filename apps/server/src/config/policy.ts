import { readFileSync } from 'node:fs';
import { CHALLENGE_TYPES, type PolicyOptions, type PolicyRule, policiesOf } from '@sca-kit/engine';
import { ACTIONS } from './actions.ts';
import { unsatisfiablePolicies } from './unsatisfiable-policies.ts';

const EXAMPLE = `SCA_POLICY='[{"actionType":"BALANCE__GET_STATEMENT","factors":1}]'`;

/** What each member of a rule has to be. */
const MEMBERS: Readonly<Record<keyof PolicyRule, { readonly is: (value: unknown) => boolean; readonly as: string }>> = {
  clientId: { is: (value) => typeof value === 'string', as: 'a text' },
  actionType: {
    is: (value) => ACTIONS.some(({ actionType }) => actionType === value),
    as: `an action of this server: ${ACTIONS.map(({ actionType }) => actionType).join(', ')}`,
  },
  factors: { is: (value) => value === 1 || value === 2, as: '1 or 2' },
  allowed: { is: (value) => Array.isArray(value) && value.every(isChallengeType), as: 'a list of challenge types' },
  risk: { is: (value) => value === 'low' || value === 'high', as: '"low" or "high"' },
  validity: { is: Number.isInteger, as: 'whole seconds' },
  session: { is: Number.isInteger, as: 'whole seconds' },
};

function isChallengeType(value: unknown): boolean {
  return CHALLENGE_TYPES.some((type) => type === value);
}

/** Reads `SCA_POLICY`: a JSON list of rules, or `@` and the path of a file that holds one. Errors are added to `errors`. */
export function readPolicy(text: string, errors: string[]): PolicyOptions {
  let rules: unknown;
  try {
    rules = JSON.parse(text.startsWith('@') ? readFileSync(text.slice(1), 'utf8') : text);
  } catch (cause) {
    const problem =
      text.startsWith('@') && (cause as NodeJS.ErrnoException).code
        ? `names a file that cannot be read`
        : 'is not JSON';
    errors.push(`SCA_POLICY ${problem}: it is a list of rules, or @ and the path of a file, for example ${EXAMPLE}`);
    return [];
  }
  if (!Array.isArray(rules) || !rules.every((rule) => typeof rule === 'object' && rule !== null)) {
    errors.push(`SCA_POLICY is not a list of rules, for example ${EXAMPLE}`);
    return [];
  }
  const found = rules.flatMap((rule, index) =>
    ruleErrors(rule).map((error) => `SCA_POLICY[${index}]${error}, for example ${EXAMPLE}`),
  );
  errors.push(...found);
  return found.length > 0 ? [] : lawful(rules as PolicyOptions, errors);
}

/** The engine knows which rules contradict themselves or the regulation. */
function lawful(rules: PolicyOptions, errors: string[]): PolicyOptions {
  try {
    const policies = policiesOf(rules);
    const clients = ['', ...rules.flatMap(({ clientId }) => clientId ?? [])];
    for (const { actionType, risk } of ACTIONS.filter(({ linked }) => linked)) {
      const subject = { actionType, risk, profileFactors: 2 } as const;
      if (clients.some((clientId) => policies({ ...subject, clientId }).risk === 'low')) {
        errors.push(`SCA_POLICY lowers the risk of ${actionType}, whose approvals are linked to what is paid (RTS 5)`);
      }
    }
    errors.push(...unsatisfiablePolicies(rules, policies));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    errors.push(`SCA_POLICY: ${error.message}`);
  }
  return rules;
}

function ruleErrors(rule: object): readonly string[] {
  return Object.entries(rule).flatMap(([name, value]) => {
    const member = Object.hasOwn(MEMBERS, name) ? MEMBERS[name as keyof PolicyRule] : undefined;
    if (!member)
      return [` has the unknown member ${JSON.stringify(name)}: it knows ${Object.keys(MEMBERS).join(', ')}`];
    return member.is(value) ? [] : [`.${name} has to be ${member.as}`];
  });
}
