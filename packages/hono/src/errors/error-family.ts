import type { OperationDescriptor } from '@sca-kit/api';
import { pathOf } from '../router/path-of.ts';

/** The error format of an operation: `standard` (v1, v2, sandbox), `factor` (Additional Factors) or `oauth` (OAuth, JOSE). */
export type ErrorFamily = OperationDescriptor['errorFamily'];

/** Returns the family of an operation. Without one, the path decides, so that an unknown path below a family has its format. */
export function errorFamilyOf(operation: OperationDescriptor | null, request: Request): ErrorFamily {
  if (operation) return operation.errorFamily;
  const pathname = pathOf(request);
  if (/^\/(authentication_factors|stepup|managed_accounts|login_with_password)(\/|$)/.test(pathname)) return 'factor';
  return /^\/(oauth|v1\/auth\/jose)(\/|$)/.test(pathname) ? 'oauth' : 'standard';
}
