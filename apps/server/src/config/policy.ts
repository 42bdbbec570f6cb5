import { readFileSync } from 'node:fs';
import { CHALLENGE_TYPES, type PolicyOptions, type PolicyRule, policiesOf } from '@sca-kit/engine';
import { ACTIONS } from './actions.ts';
import { unsatisfiablePolicies } from './unsatisfiable-policies.ts';

const EXAMPLE = `SCA_POLICY='[{"actionType":"BALANCE__GET_STATEMENT","factors":1}]'`;

/** The valid values of each member of a rule. */
const MEMBERS: Readonly<
  Record<keyof PolicyRule, { readonly is: (value: unknown) => boolean; readonly expected: string }>
> = {
  clientId: { is: (value) => typeof value === 'string', expected: 'a string' },
  actionType: {
    is: (value) => ACTIONS.some(({ actionType }) => actionType === value),
    expected: `one of ${ACTIONS.map(({ actionType }) => actionType).join(', ')}`,
  },
  factors: { is: (value) => value === 1 || value === 2, expected: '1 or 2' },
  allowed: {
    is: (value) => Array.isArray(value) && value.every(isChallengeType),
    expected: 'a list of challenge types',
  },
  risk: { is: (value) => value === 'low' || value === 'high', expected: '"low" or "high"' },
  validity: { is: Number.isInteger, expected: 'an integer of seconds' },
  session: { is: Number.isInteger, expected: 'an integer of seconds' },
};

function isChallengeType(value: unknown): boolean {
  return CHALLENGE_TYPES.some((type) => type === value);
}

/** Reads `SCA_POLICY`: a JSON list of rules, or `@` and the path of a file that holds one. Adds its errors to `errors`. */
export function readPolicy(text: string, errors: string[]): PolicyOptions {
  let rules: unknown;
  try {
    rules = JSON.parse(text.startsWith('@') ? readFileSync(text.slice(1), 'utf8') : text);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    errors.push(
      text.startsWith('@') && code
        ? `SCA_POLICY names the file '${text.slice(1)}', which cannot be read (${code}).`
        : `SCA_POLICY must be a JSON list of rules, or @ and the path of a file that contains one, for example ${EXAMPLE}.`,
    );
    return [];
  }
  if (!Array.isArray(rules) || !rules.every((rule) => typeof rule === 'object' && rule !== null)) {
    errors.push(`SCA_POLICY must be a list of rules, for example ${EXAMPLE}.`);
    return [];
  }
  const found = rules.flatMap((rule, index) => ruleErrors(rule).map((error) => `SCA_POLICY[${index}]${error}`));
  errors.push(...found);
  return found.length > 0 ? [] : checkedPolicy(rules as PolicyOptions, errors);
}

/** Adds an error for each rule that contradicts itself, the RTS or the actions of this server. Returns the rules. */
function checkedPolicy(rules: PolicyOptions, errors: string[]): PolicyOptions {
  try {
    const policies = policiesOf(rules);
    const clients = ['', ...rules.flatMap(({ clientId }) => clientId ?? [])];
    for (const { actionType, risk } of ACTIONS.filter(({ linked }) => linked)) {
      const subject = { actionType, risk, profileFactors: 2 } as const;
      if (clients.some((clientId) => policies({ ...subject, clientId }).risk === 'low')) {
        errors.push(
          `SCA_POLICY must not lower the risk of ${actionType}: its approvals are bound to the content of the request.`,
        );
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
      return [` has the unknown member ${JSON.stringify(name)}. A rule may have ${Object.keys(MEMBERS).join(', ')}.`];
    return member.is(value) ? [] : [`.${name} must be ${member.expected} (got ${JSON.stringify(value)}).`];
  });
}
