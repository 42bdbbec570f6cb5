import { pathPattern } from '@sca-kit/openapi';
import type { ContractDocument } from '../document/contract-document.ts';
import { createIvLedger } from './envelope.ts';
import {
  type Collector,
  createCollector,
  type Exchange,
  type ExchangeContext,
  type ExchangeRecord,
} from './exchange.ts';
import { pathOf, type RawRequest } from './message.ts';
import { type MockOptions, mockResponse } from './mock-response.ts';
import { type PendingExchange, startExchange } from './pending-exchange.ts';
import { validatePlaintexts } from './plaintext.ts';
import { createPrism, type PendingExchanges } from './prism.ts';
import { createUpstream, type UpstreamOptions } from './upstream.ts';
import { coverageKey, type ValidationContext } from './validate.ts';
import { BAD_PATH_ENCODING, gatewayFailure, type ValidationError, type Violation } from './violation.ts';

/** Options of both kinds of gateways. */
export interface GatewayOptions {
  readonly contract: ContractDocument;
  readonly collector?: Collector;
  /**
   * `problem` (default): the gateway responds to a violation with a problem document, and does not forward a request
   * that violates the contract. `pass`: responses are passed on unchanged (the mock sends the documented error), and
   * violations are only collected.
   */
  readonly onViolation?: 'problem' | 'pass';
}

/** Validates exchanges; see `createMockGateway` and `createProxyGateway`. */
export interface Gateway {
  readonly contract: ContractDocument;
  readonly collector: Collector;
  readonly onViolation: 'problem' | 'pass';
  /** Whether the responses are made from the document; then their violations are reported and never replace a response. */
  readonly isMock: boolean;
  /** Sends one request and validates both directions. Never rejects because of what the target does. */
  exchange(request: RawRequest, context?: ExchangeContext): Promise<Exchange>;
  /** Closes open connections. */
  close(): void;
}

type Respond = (pending: PendingExchange) => Promise<void>;

/**
 * Creates a gateway that responds from the document alone, so that a client can be checked without a server.
 *
 * @example
 * const mock = createMockGateway({ contract: await openContract('openapi.yaml') });
 * const { url, close } = await listen(mock, 0);
 */
export function createMockGateway(options: GatewayOptions & { readonly mock?: MockOptions }): Gateway {
  const pendingExchanges: PendingExchanges = new WeakMap();
  const scope: ValidationContext = { contract: options.contract, ivs: createIvLedger() };
  const prism = createPrism(scope, pendingExchanges, undefined, false);
  return createGateway(options, scope, pendingExchanges, true, (pending) =>
    mockResponse(scope, prism, pending, options.mock ?? {}),
  );
}

/**
 * Creates a gateway that forwards to a target and validates requests and responses.
 *
 * @example
 * const target = { baseUrl: 'http://127.0.0.1:4100' };
 * const proxy = createProxyGateway({ contract: await openContract('openapi.yaml'), target });
 * @throws TypeError when the target is not an http or https URL.
 */
export function createProxyGateway(options: GatewayOptions & { readonly target: UpstreamOptions }): Gateway {
  const pendingExchanges: PendingExchanges = new WeakMap();
  const scope: ValidationContext = { contract: options.contract, ivs: createIvLedger() };
  const upstream = createUpstream(options.target);
  const prism = createPrism(scope, pendingExchanges, upstream, (options.onViolation ?? 'problem') === 'problem');
  const respond: Respond = async (pending) => {
    await prism.request(pending.input, [...scope.contract.prism.matching(pending.input.url.path)])();
    const held = pending.response === undefined && pending.failure === undefined;
    // Prism forwards a request without a matching operation only in `pass` mode.
    if (pending.operation || !held) {
      const { requestErrors, responseErrors, ...rest } = await validatePlaintexts(scope, pending);
      pending.requestErrors.push(...requestErrors);
      pending.responseErrors.push(...responseErrors);
      if ('plaintext' in rest) pending.plaintext = rest.plaintext;
    }
  };
  return { ...createGateway(options, scope, pendingExchanges, false, respond), close: upstream.close };
}

function createGateway(
  options: GatewayOptions,
  scope: ValidationContext,
  pendingExchanges: PendingExchanges,
  isMock: boolean,
  respond: Respond,
): Gateway {
  const { contract } = options;
  const collector = options.collector ?? createCollector();
  return {
    contract,
    collector,
    onViolation: options.onViolation ?? 'problem',
    isMock,
    async exchange(request, context = {}) {
      const started = performance.now();
      const pending = startExchange(request, context, contract.route);
      pendingExchanges.set(pending.input, pending);
      const failed = await respond(pending).then(
        () => false,
        (error: unknown) => recordFailure(pending, error),
      );
      const explained = failed || pending.operation !== undefined || pending.requestErrors.length > 0;
      if (!explained && !context.offContract) pending.requestErrors.push(routingError(scope, pending));
      const exchange = conclude(pending, performance.now() - started);
      collector.record(recordOf(exchange));
      return exchange;
    },
    close: () => {},
  };
}

/** Records a failure of the gateway as a violation: an exchange without validation must not look valid. */
function recordFailure(pending: PendingExchange, cause: unknown): boolean {
  // Prism throws a URIError at an invalid percent-encoding in a path.
  if (cause instanceof URIError) pending.requestErrors.push(BAD_PATH_ENCODING);
  else pending.responseErrors.push(gatewayFailure(cause));
  return true;
}

/** Prism reports an unknown path and an unknown method in the same way, so this function distinguishes them. */
function routingError({ contract }: ValidationContext, { raw, input }: PendingExchange): ValidationError {
  const { path } = input.url;
  const known = contract.operations.some((operation) => pathPattern(operation.path).test(path));
  return known
    ? {
        location: 'method',
        code: 'unknown-method',
        message: `The document has no operation for ${raw.method} on this path.`,
      }
    : { location: 'path', code: 'unknown-path', message: 'The document has no such path.' };
}

function conclude(pending: PendingExchange, totalMs: number): Exchange {
  const { raw, operation, response, failure } = pending;
  const operationId = operation?.id;
  const key = operation && response ? coverageKey(operation, response) : {};
  const common = { ...(operationId ? { operationId } : {}), method: raw.method, path: pathOf(raw.target) };
  const toViolation = (side: Violation['side'], error: ValidationError): Violation => ({
    ...common,
    side,
    ...(response ? { status: response.status } : {}),
    ...(side === 'response' && key.mediaType ? { mediaType: key.mediaType } : {}),
    ...error,
  });
  const broken: ValidationError[] = failure
    ? [{ location: 'connection', code: failure.kind, message: failure.message }]
    : [];
  return {
    ...(operationId ? { operationId } : {}),
    request: raw,
    ...(response ? { response: response } : {}),
    ...key,
    ...('plaintext' in pending ? { plaintext: pending.plaintext } : {}),
    violations: [
      ...pending.requestErrors.map((error) => toViolation('request', error)),
      ...[...pending.responseErrors, ...broken].map((error) => toViolation('response', error)),
    ],
    ...(failure ? { failure } : {}),
    totalMs,
    upstreamMs: pending.upstreamMs,
  };
}

function recordOf(exchange: Exchange): ExchangeRecord {
  const { request, response, plaintext: _plaintext, ...rest } = exchange;
  return {
    ...rest,
    method: request.method,
    path: pathOf(request.target),
    ...(response ? { status: response.status } : {}),
  };
}
