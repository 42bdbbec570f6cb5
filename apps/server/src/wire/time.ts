/** Milliseconds since the Unix epoch as RFC 3339 text in UTC. */
export function toTimestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** `yyyy-MM-dd HH:mm:ss` in UTC to milliseconds since the Unix epoch; undefined when there is no such moment. */
export function fromPlainDateTime(text: string): number | undefined {
  const milliseconds = Date.parse(`${text.replace(' ', 'T')}Z`);
  // Date.parse rolls 30 February over to March; the text has to come back as it was.
  return Number.isNaN(milliseconds) || toTimestamp(milliseconds).slice(0, 19).replace('T', ' ') !== text
    ? undefined
    : milliseconds;
}
