import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { ContractDocument } from '@sca-kit/contract';
import { type ContentKey, decryptJwe, encryptDirect } from '@sca-kit/jose';
import { createRouteMatcher, type Operation } from '@sca-kit/openapi';
import { createServer, readConfig } from '@sca-kit/server';
import { FAST } from '../../test/support/sandbox.ts';
import type { Fault, FaultyRequest, Handler } from '../faults/fault.ts';

const CORRELATION_ID = 'x-external-correlation-id';

/** The reference server, with one planted fault at a time. */
export interface FaultyServer {
  readonly url: string;
  /** Replaces the planted fault; undefined removes it. */
  plant(fault: Fault | undefined): void;
  stop(): Promise<void>;
}

/** Starts the test server on a free port. */
export async function startFaultyServer(contract: ContractDocument): Promise<FaultyServer> {
  const { app, services, close } = await createServer(
    readConfig({ SCA_DATA: ':memory:', SCA_LOG_LEVEL: 'silent', SCA_REQUESTS_PER_MINUTE: '1000000' }),
    FAST,
  );
  const findOperation = createRouteMatcher(contract.operations);
  const operationAt = (method: string, path: string): string | undefined => findOperation(method, path)?.operation.id;
  const original: Handler = ({ next }) => next();
  let response = original;
  let connection: Fault['connection'];

  const received = (request: Request): FaultyRequest => {
    const operationId = operationAt(request.method, new URL(request.url).pathname);
    const contentKey = async (): Promise<ContentKey> =>
      (await decryptJwe(await request.clone().text(), services.jose, { now: Date.now() })).contentKey;
    return {
      request,
      ...(operationId === undefined ? {} : { operationId }),
      next: async (other = request) => app.fetch(other),
      documented: (status) => documentedResponse(contract.byId.get(operationId ?? ''), status, request, contentKey),
      contentKey,
      keys: services.jose,
    };
  };
  const listener = getRequestListener((request) => response(received(request)), { overrideGlobalObjects: false });
  const server = createHttpServer((incoming, outgoing) => {
    const operationId = operationAt(incoming.method ?? '', (incoming.url ?? '').split('?')[0] ?? '');
    if (!connection?.(operationId, incoming, outgoing)) void listener(incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    plant(fault) {
      response = fault?.plant?.() ?? original;
      connection = fault?.connection;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await close();
    },
  };
}

/** Builds a documented response from its example, with valid headers. */
async function documentedResponse(
  operation: Operation | undefined,
  status: number,
  request: Request,
  contentKey: () => Promise<ContentKey>,
): Promise<Response> {
  const response = operation?.responses.find((each) => each.status === String(status));
  if (!operation || !response) throw new Error(`${operation?.id ?? request.url} does not document ${status}.`);
  const headers = new Headers();
  for (const { name, required, schema } of response.headers) {
    const sent = name.toLowerCase() === CORRELATION_ID ? request.headers.get(name) : null;
    if (required || sent !== null) headers.set(name, sent ?? exampleOf(schema));
  }
  const clear = response.contents.find(({ jose }) => jose === undefined);
  const value = clear?.examples[0]?.value;
  const encrypted = response.contents.find(({ name }) => name === request.headers.get('content-type'));
  if (encrypted?.jose) {
    headers.set('content-type', encrypted.name);
    headers.set('x-tw-jose-method', encrypted.jose.method);
    return new Response(await encryptDirect(value, await contentKey()), { status, headers });
  }
  if (!clear) return new Response(null, { status, headers });
  headers.set('content-type', clear.name);
  return new Response(typeof value === 'string' ? value : JSON.stringify(value), { status, headers });
}

function exampleOf(schema: unknown): string {
  const { examples, enum: values } = schema as { readonly examples?: unknown[]; readonly enum?: unknown[] };
  return String(examples?.[0] ?? values?.[0]);
}
