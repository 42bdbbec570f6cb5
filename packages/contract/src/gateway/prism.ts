import { createInstance, type IHttpRequest, type IHttpResponse, type PrismHttpInstance } from '@stoplight/prism-http';
import { validateSecurity } from '@stoplight/prism-http/dist/validator/index.js';
import { type JudgeScope, judgeRequest, judgeResponse } from './judge.ts';
import { type Passage, receiveAnswer } from './passage.ts';
import { quietLogger } from './quiet-logger.ts';
import { withJudgeableSecurity } from './security.ts';
import type { Upstream } from './upstream.ts';
import { type Fault, fromDiagnostic, toDiagnostic } from './violation.ts';

/** Finds the passage that a request or an answer of Prism's belongs to. */
export type Passages = WeakMap<object, Passage>;

type Verdict<E> =
  | { readonly _tag: 'Right'; readonly right: E }
  | { readonly _tag: 'Left'; readonly left: [ReturnType<typeof toDiagnostic>, ...ReturnType<typeof toDiagnostic>[]] };

const fits = <E>(element: E): { readonly _tag: 'Right'; readonly right: E } => ({ _tag: 'Right', right: element });
const stopped = (reason: string): { readonly _tag: 'Left'; readonly left: Error } => ({
  _tag: 'Left',
  left: new Error(reason),
});

function verdict<E>(faults: readonly Fault[], element: E): Verdict<E> {
  const [first, ...others] = faults.map(toDiagnostic);
  return first ? { _tag: 'Left', left: [first, ...others] } : fits(element);
}

/**
 * One instance of Prism with its judges wrapped and its way to the target replaced. Routing, the order of the steps and
 * the choice of mocked answers stay Prism's own.
 *
 * @param upstream absent in the mock form
 * @param hold whether a request that breaks the contract is kept back
 */
export function createPrism(
  scope: JudgeScope,
  passages: Passages,
  upstream: Upstream | undefined,
  hold: boolean,
): PrismHttpInstance {
  const common = { checkSecurity: true, validateRequest: true, validateResponse: true, errors: hold };
  const rest = { upstreamProxy: undefined, mock: { dynamic: false } };
  // The address only satisfies Prism's types: `forward` below knows the real one.
  const config = upstream
    ? { ...common, ...rest, isProxy: true as const, upstream: new URL('http://target.invalid') }
    : { ...common, ...rest, isProxy: false as const };
  return createInstance(config, {
    logger: quietLogger,
    validateSecurity: ({ resource, element }) => {
      const passage = passages.get(element);
      if (!passage || passage.context.offContract) return fits(element);
      const judged = withJudgeableSecurity(resource);
      const result = validateSecurity({ resource: judged, element: withPlainBasic(element) });
      if (result._tag === 'Right') return fits(element);
      passage.requestFaults.push(...result.left.map(fromDiagnostic));
      return result;
    },
    validateInput: ({ resource, element }) => {
      const passage = passages.get(element);
      if (!passage) return fits(element);
      passage.resource = resource;
      if (passage.context.offContract) return fits(element);
      const faults = judgeRequest(scope, resource, element, passage.raw, passage.bodyFault);
      passage.requestFaults.push(...faults);
      return verdict(faults, element);
    },
    validateOutput: ({ resource, element }) => {
      const passage = passages.get(element);
      if (!passage?.answer) return fits(element);
      const { raw, answer, answerFault } = passage;
      const faults = judgeResponse(scope, resource, element, answer, answerFault, raw.method);
      passage.responseFaults.push(...faults);
      return verdict(faults, element);
    },
    forward: (input) => () => async () => {
      const passage = passages.get(input.data);
      if (!passage || !upstream) return stopped('There is no target.');
      if (hold && passage.requestFaults.length > 0) return stopped('The request breaks the contract.');
      const started = performance.now();
      const result = await upstream.send(passage.raw, passage.context.timeoutMs);
      passage.upstreamMs = performance.now() - started;
      if ('failure' in result) {
        passage.failure = result.failure;
        return stopped(result.failure.message);
      }
      const output: IHttpResponse = receiveAnswer(passage, result.response);
      passages.set(output, passage);
      return fits(output);
    },
  });
}

/** Prism takes every colon for the one before the password, which may hold more of them (RFC 7617, section 2). */
function withPlainBasic(element: IHttpRequest): IHttpRequest {
  const [, credentials] = /^basic +([\w+/=-]+)$/i.exec(element.headers?.authorization ?? '') ?? [];
  if (credentials === undefined) return element;
  const [user = '', ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  if (password.length < 2) return element;
  const plain = Buffer.from(`${user}:${password.join('')}`).toString('base64');
  return { ...element, headers: { ...element.headers, authorization: `Basic ${plain}` } };
}
