import { canonicalJson, toJson } from '../canonical-json.ts';

/** What dynamic linking binds an approval to: flat or nested JSON values. */
export type DynamicLink = Readonly<Record<string, unknown>>;

/**
 * Returns the canonical text of a link: a changed amount or payee changes the text (RTS 5(1)). Null when there is nothing to bind.
 * @throws TypeError for a value that JSON cannot represent: written as `null` or `{}` it would bind nothing
 */
export function canonicalLink(link: DynamicLink | undefined): string | null {
  if (!link) return null;
  const text = canonicalJson(link);
  return text === '{}' ? null : text;
}

/**
 * Describes the link in the message that asks for the approval (RTS 5(1)(a)): `100 EUR to Ann Lee, reference 42`. Amount, currency
 * and payee come first. Null when there is nothing to describe. A member whose name is a JSON pointer goes by its last segment.
 */
export function linkText(link: DynamicLink | undefined): string | null {
  const members = new Map(
    Object.entries(link ?? {}).flatMap(([name, value]) => {
      const text = inWords(value);
      return text === '' ? [] : [[name.split('/').at(-1) ?? name, text] as const];
    }),
  );
  const take = (name: string): string => {
    const text = members.get(name) ?? '';
    members.delete(name);
    return text;
  };
  const sum = [take('amount'), take('currency')].filter(Boolean).join(' ');
  const payee = take('payee');
  const payment = [sum, payee && `to ${payee}`].filter(Boolean).join(' ');
  const rest = [...members].map(([name, text]) => `${name} ${text}`);
  return [payment, ...rest].filter(Boolean).join(', ') || null;
}

/** A scalar as it is, nested values separated by spaces. */
function inWords(value: unknown): string {
  const plain = toJson(value);
  if (plain === null || plain === undefined) return '';
  if (typeof plain !== 'object') return String(plain);
  return Object.values(plain).map(inWords).filter(Boolean).join(' ');
}
