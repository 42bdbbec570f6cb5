import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';
import type { Rejection, Validate } from './twilio-request.ts';

type PrismLogger = Parameters<typeof createInstance>[1]['logger'];
type Operation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

const silent = (): void => {};
const levels = { fatal: silent, error: silent, warn: silent, info: silent, debug: silent, trace: silent };
const quiet = { ...levels, success: silent, child: () => quiet };

/**
 * Validates requests with Prism.
 * @param file path of an OpenAPI document
 */
export async function createPrismValidator(file: string): Promise<Validate> {
  const operations = await getHttpOperationsFromSpec(file);
  const checks = { checkSecurity: true, validateRequest: true, validateResponse: true, errors: true };
  const prism = createInstance(
    { ...checks, isProxy: false, upstreamProxy: undefined, mock: { dynamic: false } },
    { logger: quiet as unknown as PrismLogger },
  );
  return async ({ path, authorization, body, form }) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(body.length),
      accept: 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    };
    const result = await prism.request({ method: 'post', url: { path, baseUrl: '' }, headers, body }, operations)();
    if (result._tag === 'Left') return rejectionOf(result.left);
    const { output, validations } = result.right;
    const [error] = [...validations.input, ...validations.output];
    if (error || output.statusCode !== 201) return reject(400, error?.message ?? `status ${output.statusCode}`);
    // Prism ignores fields that the document does not have. Here they are errors.
    const known = fieldsOf(operations.find((operation) => path.endsWith(operation.path.split('/').at(-1) ?? '')));
    const unknown = Object.keys(form).find((name) => !known.has(name));
    return unknown === undefined ? undefined : reject(400, `The field ${unknown} is unknown.`);
  };
}

function fieldsOf(operation: Operation | undefined): ReadonlySet<string> {
  const body = operation?.request?.body;
  const contents = body && 'contents' in body ? body.contents : undefined;
  return new Set(Object.keys(contents?.[0]?.schema?.properties ?? {}));
}

function rejectionOf(error: Error): Rejection {
  const status = 'status' in error ? error.status : undefined;
  return reject(status === 401 || status === 404 ? status : 400, error.message);
}

const reject = (status: 400 | 401 | 404, message: string): Rejection => ({ status, code: 20001, message });
