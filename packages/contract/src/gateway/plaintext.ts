import { JwsError } from '@sca-kit/jose';
import type { JoseMark, Operation } from '../document/types.ts';
import type { EnvelopeInsight } from './exchange.ts';
import { contentsOf, type JudgeScope, joseMark, judgeRequestPlaintext, judgeResponsePlaintext } from './judge.ts';
import { header } from './message.ts';
import { findResponse, narrowRequest, narrowResponse } from './narrow.ts';
import type { Passage } from './passage.ts';
import type { Fault } from './violation.ts';

/** What the sealed bodies of an exchange turned out to hold. */
export interface PlaintextFindings {
  readonly requestFaults: readonly Fault[];
  readonly responseFaults: readonly Fault[];
  /** The answer's plaintext, parsed. */
  readonly plaintext?: unknown;
}

/** Judges both plaintexts as far as the caller gives insight, and whether the answer was sealed as it has to be. */
export async function judgePlaintexts(scope: JudgeScope, passage: Passage): Promise<PlaintextFindings> {
  const { resource, raw, answer, context } = passage;
  if (!resource) return { requestFaults: [], responseFaults: [] };
  const operationId = scope.contract.idOf(resource);
  const operation = scope.contract.byId.get(operationId);
  const insight = context.insight ?? {};
  const sent = header(raw.headers, 'content-type') ?? '';
  const requestMark = joseMark(operation?.body?.contents ?? [], narrowRequest(resource, sent, true).mediaType);
  const judged = !context.offContract && requestMark !== undefined && 'requestPlaintext' in insight;
  const requestFaults = judged ? judgeRequestPlaintext(scope, operationId, sent, insight.requestPlaintext) : [];
  if (!answer || !operation) return { requestFaults, responseFaults: [] };
  const answerFindings = await judgeAnswer(scope, passage, operation, insight, requestMark !== undefined);
  return { requestFaults, ...answerFindings };
}

async function judgeAnswer(
  scope: JudgeScope,
  { resource, answer, answerBody, raw }: Passage,
  operation: Operation,
  insight: EnvelopeInsight,
  requestSealed: boolean,
): Promise<Omit<PlaintextFindings, 'requestFaults'>> {
  if (!resource || !answer || answer.body.byteLength === 0) return { responseFaults: [] };
  const received = header(answer.headers, 'content-type') ?? '';
  const documented = findResponse(resource.responses, answer.status)?.code ?? '';
  const contents = contentsOf(operation, documented);
  const mark = joseMark(contents, narrowResponse(resource, answer.status, received, true).mediaType);
  if (!mark) {
    const accepts = header(raw.headers, 'accept') ?? '*/*';
    const expected = requestSealed && contents.some(({ jose }) => jose !== undefined);
    return { responseFaults: expected && /jose|\*\/\*/.test(accepts) ? [UNSEALED] : [] };
  }
  if (!insight.open || typeof answerBody !== 'string') return { responseFaults: [] };
  let plaintext: unknown;
  try {
    plaintext = await insight.open(answerBody);
  } catch (error) {
    return { responseFaults: [error instanceof JwsError ? UNVERIFIABLE : unopenable(mark)] };
  }
  const responseFaults = judgeResponsePlaintext(scope, operation.id, answer.status, received, plaintext);
  return { responseFaults, plaintext };
}

const UNSEALED: Fault = {
  location: 'body',
  code: 'unsealed-answer',
  message: 'The answer to a sealed request came in clear.',
};
const UNVERIFIABLE: Fault = {
  location: 'body',
  code: 'envelope-unverifiable',
  message: 'The signature of the answer cannot be verified with a published key.',
};
const unopenable = ({ response }: JoseMark): Fault => ({
  location: 'body',
  code: 'envelope-unopenable',
  message: `The answer cannot be opened with ${response === 'key' ? 'the key that was uploaded' : 'the content key of its request'}.`,
});
