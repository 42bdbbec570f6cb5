import type { Oas3Rule } from '@redocly/openapi-core';

/** Names that keep their capitals inside a sentence. */
const names = /^(?:[A-Z0-9]{2,}s?|Arazzo|Authy|FaceTec|OAuth|Prometheus|WhatsApp)$/;

/** An operation has a summary in sentence case, a description in sentences, exactly one tag, and says who may call it. */
export const operationComplete: Oas3Rule = () => ({
  Operation(operation, { report, location }) {
    const summary = operation.summary ?? '';
    if (!/^[A-Z][^\n]*[^.\s]$/.test(summary)) {
      report({ message: 'The summary has to start with a capital and end without a dot.', location });
    }
    for (const word of summary.split(/[\s-]+/).slice(1)) {
      if (/^[A-Z]/.test(word) && !names.test(word)) {
        report({ message: `The summary is not in sentence case: ${word}.`, location: location.child(['summary']) });
      }
    }
    if (!/^[A-Z`][\s\S]{19,}[.:|`]\s*$/.test(operation.description ?? '')) {
      report({ message: 'The description has to be at least one whole sentence.', location });
    }
    if (operation.tags?.length !== 1) report({ message: 'An operation has exactly one tag.', location });
    if (!Array.isArray(operation.security)) {
      report({ message: 'An operation says who may call it; `security: []` stands for everybody.', location });
    }
  },
});
