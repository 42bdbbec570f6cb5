import { assertApproved } from '../require-sca/require-sca.ts';
import { scaRequirement } from '../require-sca/sca-requirement.ts';
import { type RequestParts, toHandlerRequest } from '../router/handler-request.ts';

/** Adds whether an approval was used. Rejects an `x-sca` operation without one: 403 with a new one-time token. */
export async function checkApproval(exchange: RequestParts): Promise<{ readonly approved: boolean }> {
  const { operation, options, actor, loaded, profile, request } = exchange;
  if (!operation.sca) return { approved: false };
  if (!profile) throw new TypeError('A protected operation acts on a profile, but none was found.');
  const requirement = await scaRequirement(options, operation, toHandlerRequest(exchange));
  if (!requirement) return { approved: false };
  await assertApproved(options.engine, { actor, loaded, profile, headers: request.headers, ...requirement });
  return { approved: true };
}
