import {
  isRange,
  type NamedValue,
  type OpenApiDocument,
  type Operation,
  parseContentType,
  type ResponseHeader,
  writeParameterValue,
} from '@sca-kit/openapi';
import type { IHttpRequest } from '@stoplight/prism-http';
import type { IHttpOperation, IMediaTypeContent } from '@stoplight/types';
import { sampleValue } from '../sample/sample-value.ts';
import { type Headers, header } from './message.ts';
import { prismSchema } from './prism-validators.ts';

/** The operation without its callbacks: Prism sends them with every response that it makes up, wanted or not. */
export function withoutCallbacks({ callbacks: _callbacks, ...resource }: IHttpOperation): IHttpOperation {
  return resource;
}

/** How the bodies of an operation are to be mocked. */
export interface MockedBodies {
  /** Media types, the best first. */
  readonly accepted: readonly string[];
  /** Whether Prism generates them. */
  readonly dynamic: boolean;
  /** Whether those of encrypted responses are their plaintexts. */
  readonly asPlaintext?: boolean;
}

/**
 * The operation as Prism makes responses from it: with an example for every body and header, because Prism's own samples do
 * not keep to patterns and bounds. It writes its own `Deprecation` header over the documented one wherever it knows of a
 * deprecation, and returns a range of media types with the range itself.
 */
export function mockedOperation(
  document: OpenApiDocument,
  operation: Operation,
  resource: IHttpOperation,
  { accepted, dynamic, asPlaintext = false }: MockedBodies,
): IHttpOperation {
  const bundle: Record<string, unknown> = {};
  const responses = operation.responses.map(({ status, contents, headers }) => {
    const all = contents.map((content) => {
      const { jose } = content;
      const plain = jose && asPlaintext ? contents.find(({ name }) => name === 'application/json') : undefined;
      const schema = jose && asPlaintext ? jose.payload : content.schema;
      const prism = dynamic && schema !== undefined ? prismSchema(document, 'response', schema) : undefined;
      Object.assign(bundle, prism?.bundle);
      const own = jose && asPlaintext ? (plain?.examples ?? []) : content.examples;
      const sample = (): NamedValue[] =>
        schema === undefined ? [] : [{ name: 'sample', value: sampleValue(document, 'response', schema).value }];
      return {
        id: content.name,
        mediaType: content.name,
        encodings: [],
        examples: (own.length > 0 || prism ? own : sample()).map(({ name, value }) => ({ id: name, key: name, value })),
        ...(prism ? { schema: prism.schema } : {}),
      } as unknown as IMediaTypeContent;
    });
    // What is documented by its own name goes first, also where a range stands for the same.
    const named = all.filter(({ mediaType }) => !isRange(mediaType));
    const ranges = all.filter(({ mediaType }) => isRange(mediaType)).map((content) => typed(content, accepted));
    return {
      id: status,
      code: status,
      headers: headers.map((header) => mockedHeader(document, header)),
      contents: [...named, ...ranges],
    };
  });
  return { ...resource, responses, deprecated: false, __bundled__: bundle } as unknown as IHttpOperation;
}

function mockedHeader(document: OpenApiDocument, header: ResponseHeader): object {
  const { name, schema, example } = header;
  const value = example ?? sampleValue(document, 'response', schema).value;
  const [[, text] = [name, '']] =
    typeof value === 'string' ? [[name, value] as const] : writeParameterValue({ ...header, in: 'header' }, value);
  return { id: name, name, schema: {}, examples: [{ id: name, key: name, value: text }] };
}

/** The content under a media type of its range: JSON where that is accepted, else the first that is. */
function typed(content: IMediaTypeContent, accepted: readonly string[]): IMediaTypeContent {
  const [major] = content.mediaType.split('/');
  const wanted = accepted.flatMap((each) => parseContentType(each)?.essence ?? []);
  const fitting = wanted.filter((each) => major === '*' || each.startsWith(`${major}/`));
  const usual = USUAL.get(major) ?? 'application/json';
  const free = wanted.some((each) => [usual, `${major}/*`, '*/*'].includes(each));
  const mediaType = free ? usual : (fitting.find((each) => !isRange(each)) ?? usual);
  return { ...content, mediaType };
}

const USUAL: ReadonlyMap<string | undefined, string> = new Map([
  ['text', 'text/plain'],
  ['image', 'image/png'],
  ['audio', 'audio/mpeg'],
  ['video', 'video/mp4'],
]);

/**
 * The request as Prism's callbacks read it. They take forms apart themselves, into something that no expression can
 * look into, so they get one that is taken apart already and no longer called a form.
 */
export function calledBack(input: IHttpRequest, headers: Headers): IHttpRequest {
  const type = parseContentType(header(headers, 'content-type'))?.essence;
  if (type !== 'application/x-www-form-urlencoded' || typeof input.body !== 'string') return { ...input };
  const { 'content-type': _form, ...rest } = input.headers ?? {};
  return { ...input, headers: rest, body: Object.fromEntries(new URLSearchParams(input.body)) };
}
