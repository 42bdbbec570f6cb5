import { isForm, isJose } from '@sca-kit/openapi';

/** Bodies that are text by their type, whose charset is UTF-8 where none is named. XML names its own inside. */
export const isText = (essence: string): boolean =>
  isJose(essence) || isForm(essence) || (essence.startsWith('text/') && essence !== 'text/xml');

/** Structured bodies that the gateway does not parse, so that it cannot validate them by a schema. */
export const isUnparsed = (essence: string): boolean => /[/+.-](xml|yaml)$/.test(essence);

/** Sequences of JSON texts, one in each line; in `application/json-seq` (RFC 7464) after a record separator, too. */
export const isJsonLines = (essence: string): boolean =>
  /^application\/((x-)?(ndjson|jsonl|jsonlines|json-lines)|json-seq)$|\+json-seq$/.test(essence);

/** Stands before each text of `application/json-seq`. */
export const RECORD_SEPARATOR = '\u001e';

/** Server-sent events: the one kind of body that has no end. */
export const isStream = (essence: string): boolean => essence === 'text/event-stream';
