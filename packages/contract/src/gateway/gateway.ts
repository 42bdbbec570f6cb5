import type { ContractDocument } from '../document/contract-document.ts';
import { createIvLedger } from './envelope.ts';
import {
  type Collector,
  createCollector,
  type Exchange,
  type ExchangeContext,
  type ExchangeRecord,
} from './exchange.ts';
import { answerFromSpec, type MockOptions } from './from-spec.ts';
import { coverageKey, type JudgeScope } from './judge.ts';
import { pathOf, type RawRequest } from './message.ts';
import { type Passage, startPassage } from './passage.ts';
import { judgePlaintexts } from './plaintext.ts';
import { createPrism, type Passages } from './prism.ts';
import { createUpstream, type UpstreamOptions } from './upstream.ts';
import type { Fault, Violation } from './violation.ts';

/** What both forms of the gateway take. */
export interface GatewayOptions {
  readonly contract: ContractDocument;
  readonly collector?: Collector;
  /**
   * `problem` (default): a violation is answered with a problem document, and a request that breaks the contract is
   * not forwarded. `pass`: answers go through as they are (the mock gives the documented error), and violations are
   * only collected.
   */
  readonly onViolation?: 'problem' | 'pass';
}

/** Judges exchanges; see `createMockGateway` and `createProxyGateway`. */
export interface Gateway {
  readonly contract: ContractDocument;
  readonly collector: Collector;
  readonly onViolation: 'problem' | 'pass';
  /** Sends one request through and judges both directions. Never rejects because of what the target does. */
  exchange(request: RawRequest, context?: ExchangeContext): Promise<Exchange>;
  /** Closes open connections. */
  close(): void;
}

type Answer = (passage: Passage) => Promise<void>;

/** Answers from the description alone, so that a client can be checked with no server. */
export function createMockGateway(options: GatewayOptions & { readonly mock?: MockOptions }): Gateway {
  const passages: Passages = new WeakMap();
  const scope: JudgeScope = { contract: options.contract, ivs: createIvLedger() };
  const prism = createPrism(scope, passages, undefined, false);
  return createGateway(options, scope, passages, (passage) =>
    answerFromSpec(scope, prism, passage, options.mock ?? {}),
  );
}

/**
 * Forwards to a target and judges what goes either way.
 *
 * @throws TypeError when the target is not an http or https URL.
 */
export function createProxyGateway(options: GatewayOptions & { readonly target: UpstreamOptions }): Gateway {
  const passages: Passages = new WeakMap();
  const scope: JudgeScope = { contract: options.contract, ivs: createIvLedger() };
  const upstream = createUpstream(options.target);
  const prism = createPrism(scope, passages, upstream, (options.onViolation ?? 'problem') === 'problem');
  const answer: Answer = async (passage) => {
    await prism.request(passage.input, [...options.contract.prism])();
    const held = passage.answer === undefined && passage.failure === undefined;
    // Prism forwards a request that it cannot route only when asked not to hold anything back.
    if (passage.resource || !held) {
      const { requestFaults, responseFaults, ...rest } = await judgePlaintexts(scope, passage);
      passage.requestFaults.push(...requestFaults);
      passage.responseFaults.push(...responseFaults);
      if ('plaintext' in rest) passage.plaintext = rest.plaintext;
    }
  };
  return { ...createGateway(options, scope, passages, answer), close: upstream.close };
}

function createGateway(options: GatewayOptions, scope: JudgeScope, passages: Passages, answer: Answer): Gateway {
  const { contract } = options;
  const collector = options.collector ?? createCollector();
  return {
    contract,
    collector,
    onViolation: options.onViolation ?? 'problem',
    async exchange(request, context = {}) {
      const started = performance.now();
      const passage = startPassage(request, context);
      passages.set(passage.input, passage);
      await answer(passage).catch((error: unknown) => noteMalformed(passage, error));
      const explained = passage.resource !== undefined || passage.requestFaults.length > 0;
      if (!explained && !context.offContract) passage.requestFaults.push(routingFault(scope, request));
      const exchange = conclude(scope, passage, performance.now() - started);
      collector.record(recordOf(exchange));
      return exchange;
    },
    close: () => {},
  };
}

/** Prism decodes escapes in paths and forms wherever it meets them, and throws at one that stands for nothing. */
function noteMalformed(passage: Passage, error: unknown): void {
  if (!(error instanceof URIError)) throw error;
  const place = isDecodable(pathOf(passage.raw.target)) ? 'body' : 'path';
  const fault: Fault = { location: place, code: 'malformed', message: `The ${place} has an escape for no character.` };
  if (passage.answer) passage.responseFaults.push(fault);
  else passage.requestFaults.push(fault);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Prism's router tells apart an unknown path from an unknown method only in an error's name, so it is asked here. */
function routingFault({ contract }: JudgeScope, request: RawRequest): Fault {
  const path = pathOf(request.target);
  const known = contract.operations.some((operation) => fitsTemplate(operation.path, path));
  return known
    ? { location: 'method', code: 'unknown-method', message: `The path has no operation for ${request.method}.` }
    : { location: 'path', code: 'unknown-path', message: 'The path is not documented.' };
}

/** Whether a path has the form of a template such as `/boxes/{boxId}`. */
function fitsTemplate(template: string, path: string): boolean {
  const steps = template.split('/');
  const given = path.split('/');
  return steps.length === given.length && steps.every((step, at) => step.includes('{') || step === given[at]);
}

function conclude(scope: JudgeScope, passage: Passage, totalMs: number): Exchange {
  const { raw, resource, answer, failure } = passage;
  const operationId = resource && scope.contract.idOf(resource);
  const key = resource && answer ? coverageKey(resource, answer) : {};
  const common = { ...(operationId ? { operationId } : {}), method: raw.method, path: pathOf(raw.target) };
  const tell = (side: Violation['side'], fault: Fault): Violation => ({
    ...common,
    side,
    ...(answer ? { status: answer.status } : {}),
    ...(side === 'response' && key.mediaType ? { mediaType: key.mediaType } : {}),
    ...fault,
  });
  const broken: Fault[] = failure ? [{ location: 'connection', code: failure.kind, message: failure.message }] : [];
  return {
    ...(operationId ? { operationId } : {}),
    request: raw,
    ...(answer ? { response: answer } : {}),
    ...key,
    ...('plaintext' in passage ? { plaintext: passage.plaintext } : {}),
    violations: [
      ...passage.requestFaults.map((fault) => tell('request', fault)),
      ...[...passage.responseFaults, ...broken].map((fault) => tell('response', fault)),
    ],
    ...(failure ? { failure } : {}),
    totalMs,
    upstreamMs: passage.upstreamMs,
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
