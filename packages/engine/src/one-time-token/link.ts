/** What dynamic linking binds: flat or nested JSON values. */
export type Link = Readonly<Record<string, unknown>>;

/**
 * One text for equal links, whatever the order of their members (as RFC 8785 orders them); null when there is nothing
 * to bind. A changed amount or payee gives another text (RTS 5(1)).
 */
export function canonicalLink(link: Link | undefined): string | null {
  return link && Object.keys(link).length > 0 ? canonical(link) : null;
}

/**
 * The link in words, for the message that asks for the approval (RTS 5(1)(a)): `100 EUR to Ann Lee, reference 42`.
 * Amount, currency and payee come first; null when there is nothing to tell. A member named by a JSON pointer goes by
 * its last segment.
 */
export function linkText(link: Link | undefined): string | null {
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

/** A scalar as it is, the values of anything nested one after another. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return Object.values(value).map(inWords).filter(Boolean).join(' ');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
