import type { Oas3Rule } from '@redocly/openapi-core';

/** Names that keep their capital letter inside a sentence. */
const names = /^(?:[A-Z0-9]{2,}s?|Arazzo|Authy|FaceTec|OAuth|Prometheus|WhatsApp)$/;

/** Requires a summary in sentence case, a description, exactly one tag and `security` on every operation. */
export const operationComplete: Oas3Rule = () => ({
  Operation(operation, { report, location }) {
    const summary = operation.summary ?? '';
    if (!/^[A-Z][^\n]*[^.\s]$/.test(summary)) {
      report({ message: 'The summary must start with a capital letter and end without a full stop.', location });
    }
    for (const word of summary.split(/[\s-]+/).slice(1)) {
      if (/^[A-Z]/.test(word) && !names.test(word)) {
        report({ message: `The summary must be in sentence case: ${word}.`, location: location.child(['summary']) });
      }
    }
    if (!/^[A-Z`][\s\S]{19,}[.:|`]\s*$/.test(operation.description ?? '')) {
      report({ message: 'The description must be at least one sentence.', location });
    }
    if (operation.tags?.length !== 1) report({ message: 'An operation must have exactly one tag.', location });
    if (!Array.isArray(operation.security)) {
      report({ message: 'An operation must have `security`; use `security: []` for public operations.', location });
    }
  },
});
