/** What dynamic linking binds: flat or nested JSON values. */
export type Link = Readonly<Record<string, unknown>>;

/**
 * One text for equal links, whatever the order of their members (as RFC 8785 orders them); null when there is nothing
 * to bind. A changed amount or payee gives another text (RTS 5(1)).
 */
export function canonicalLink(link: Link | undefined): string | null {
  return link && Object.keys(link).length > 0 ? canonical(link) : null;
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
