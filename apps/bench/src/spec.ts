/** The OpenAPI document of sca-kit. */
export const SPEC: URL = new URL(import.meta.resolve('@sca-kit/spec/openapi.json'));
