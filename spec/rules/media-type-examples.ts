import type { Oas3Rule } from '@redocly/openapi-core';
import { follow, isPart, part } from './reader.ts';

/** Requires named examples for every media type, each with a summary and a value. */
export const mediaTypeExamples: Oas3Rule = () => ({
  MediaType(media, context) {
    const { report, location } = context;
    if (media.example !== undefined) report({ message: 'Use `examples` with a name, not `example`.', location });
    if (!isPart(media.examples) || Object.keys(media.examples).length === 0) {
      report({ message: 'A media type must have at least one example.', location });
      return;
    }
    for (const [name, node] of Object.entries(media.examples)) {
      const example = part(follow(context, { node, from: location.source.absoluteRef }).node);
      if (!/^[a-z][A-Za-z0-9]*$/.test(name)) {
        report({
          message: `The example name ${name} must be camelCase.`,
          location: location.child(['examples', name]).key(),
        });
      }
      if (typeof example.summary !== 'string' || example.value === undefined) {
        report({
          message: `The example ${name} must have a summary and a value.`,
          location: location.child(['examples', name]),
        });
      }
    }
  },
});
