import { createInstance, type IHttpResponse, type PrismHttpInstance } from '@stoplight/prism-http';
import { validateSecurity } from '@stoplight/prism-http/dist/validator/index.js';
import { pathOf, type RawRequest } from './message.ts';
import { type PendingExchange, receiveResponse } from './pending-exchange.ts';
import { quietLogger } from './quiet-logger.ts';
import { withPlainCredentials, withSupportedSecurity } from './security.ts';
import type { Upstream } from './upstream.ts';
import { type ValidationContext, validateRequest, validateResponse } from './validate.ts';
import { fromDiagnostic, toDiagnostic, type ValidationError } from './violation.ts';

/** The pending exchange of one of Prism's requests or responses. */
export type PendingExchanges = WeakMap<object, PendingExchange>;

type Verdict<E> =
  | { readonly _tag: 'Right'; readonly right: E }
  | { readonly _tag: 'Left'; readonly left: [ReturnType<typeof toDiagnostic>, ...ReturnType<typeof toDiagnostic>[]] };

const fits = <E>(element: E): { readonly _tag: 'Right'; readonly right: E } => ({ _tag: 'Right', right: element });
const stopped = (reason: string): { readonly _tag: 'Left'; readonly left: Error } => ({
  _tag: 'Left',
  left: new Error(reason),
});

function verdict<E>(errors: readonly ValidationError[], element: E): Verdict<E> {
  const [first, ...others] = errors.map(toDiagnostic);
  return first ? { _tag: 'Left', left: [first, ...others] } : fits(element);
}

/**
 * Creates a Prism instance with wrapped validators and its own forwarding. Routing, the order of the steps and the choice of
 * mocked responses are Prism's.
 *
 * @param upstream absent for a mock
 * @param hold whether a request with violations is not forwarded
 */
export function createPrism(
  scope: ValidationContext,
  pendingExchanges: PendingExchanges,
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
      const pending = pendingExchanges.get(element);
      if (!pending || pending.context.offContract) return fits(element);
      const validated = withSupportedSecurity(resource);
      const result = validateSecurity({ resource: validated, element: withPlainCredentials(resource, element) });
      if (result._tag === 'Right') return fits(element);
      pending.requestErrors.push(...result.left.map(fromDiagnostic));
      return result;
    },
    validateInput: ({ resource, element }) => {
      const pending = pendingExchanges.get(element);
      if (!pending) return fits(element);
      const operation = scope.contract.byId.get(resource.id);
      if (!operation) return fits(element);
      pending.operation = operation;
      if (pending.context.offContract) return fits(element);
      const errors = validateRequest(scope, operation, element, pending.raw, pending.bodyError);
      pending.requestErrors.push(...errors);
      return verdict(errors, element);
    },
    validateOutput: ({ element }) => {
      const pending = pendingExchanges.get(element);
      if (!pending?.response || !pending.operation) return fits(element);
      const { raw, operation, response, responseBodyError } = pending;
      const errors = validateResponse(scope, operation, element, response, responseBodyError, raw.method);
      pending.responseErrors.push(...errors);
      return verdict(errors, element);
    },
    forward: (input) => () => async () => {
      const pending = pendingExchanges.get(input.data);
      if (!pending || !upstream) return stopped('There is no target.');
      if (hold && pending.requestErrors.length > 0) return stopped('The request has violations.');
      const started = performance.now();
      const result = await upstream.send(withoutRepeatedBase(pending, upstream.prefix), pending.context.timeoutMs);
      pending.upstreamMs = performance.now() - started;
      if ('failure' in result) {
        pending.failure = result.failure;
        return stopped(result.failure.message);
      }
      const output: IHttpResponse = receiveResponse(pending, result.response);
      pendingExchanges.set(output, pending);
      return fits(output);
    },
  });
}

/** The request without the base path of a server where the base URL of the target ends with the same path. */
function withoutRepeatedBase({ raw, input }: PendingExchange, prefix: string): RawRequest {
  const path = pathOf(raw.target);
  const base = path.slice(0, path.length - input.url.path.length);
  return base !== '' && prefix.endsWith(base) ? { ...raw, target: raw.target.slice(base.length) } : raw;
}
