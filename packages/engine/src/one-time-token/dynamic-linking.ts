/** What dynamic linking binds: flat or nested JSON values. */
export type Link = Readonly<Record<string, unknown>>;

/**
 * One text for equal links, whatever the order of their members (as RFC 8785 orders them); null when there is nothing
 * to bind. A changed amount or payee gives another text (RTS 5(1)).
 * @throws TypeError when a value is not one of JSON
 */
export function canonicalLink(link: Link | undefined): string | null {
  if (!link) return null;
  const text = canonical(link);
  return text === '{}' ? null : text;
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
  const plain = jsonForm(value);
  if (plain === null || plain === undefined) return '';
  if (typeof plain !== 'object') return String(plain);
  return Object.values(plain).map(inWords).filter(Boolean).join(' ');
}

/** @throws TypeError for what JSON cannot carry: left out or emptied, it would bind nothing */
function canonical(value: unknown): string {
  const plain = jsonForm(value);
  if (Array.isArray(plain)) return `[${plain.map(canonical).join(',')}]`;
  if (typeof plain === 'object' && plain !== null) {
    if (!isPlain(plain)) throw new TypeError('A link holds JSON values alone, not instances of a class');
    const members = Object.entries(plain)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
  }
  if (plain === null || ['string', 'boolean'].includes(typeof plain)) return JSON.stringify(plain);
  if (typeof plain === 'number' && Number.isFinite(plain)) return JSON.stringify(plain);
  throw new TypeError(
    `A link holds JSON values alone, not ${typeof plain === 'number' ? String(plain) : typeof plain}`,
  );
}

/** What an object says of itself in JSON, as `JSON.stringify` asks it. */
function jsonForm(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { toJSON } = value as { readonly toJSON?: unknown };
  return typeof toJSON === 'function' ? toJSON.call(value) : value;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
