// Generated from the OpenAPI description by `pnpm generate`. Do not edit.
import type { Validate } from '../validate.ts';

export declare const validators: {
  readonly getOneTimeTokenStatus: { readonly parameters: Validate; readonly bodies: {  } };
  readonly createPin: { readonly parameters: Validate; readonly bodies: { readonly "application/jose+json": Validate; readonly "application/json": Validate } };
  readonly deletePin: { readonly parameters: Validate; readonly bodies: {  } };
  readonly verifyPin: { readonly parameters: Validate; readonly bodies: { readonly "application/jose+json": Validate; readonly "application/json": Validate } };
  readonly createDeviceFingerprint: { readonly parameters: Validate; readonly bodies: { readonly "application/jose+json": Validate; readonly "application/json": Validate } };
  readonly verifyDeviceFingerprint: { readonly parameters: Validate; readonly bodies: { readonly "application/jose+json": Validate; readonly "application/json": Validate } };
  readonly deleteDeviceFingerprint: { readonly parameters: Validate; readonly bodies: {  } };
  readonly createFaceMap: { readonly parameters: Validate; readonly bodies: { readonly "application/json": Validate } };
  readonly deleteFaceMap: { readonly parameters: Validate; readonly bodies: {  } };
  readonly verifyFaceMap: { readonly parameters: Validate; readonly bodies: { readonly "application/json": Validate } };
  readonly createScaSession: { readonly parameters: Validate; readonly bodies: {  } };
};
