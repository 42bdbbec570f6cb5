import type { NodeType, Plugin } from '@redocly/openapi-core';
import { closedResponses } from './closed-responses.ts';
import { componentFileName } from './component-file-name.ts';
import { factorExtension } from './factor-extension.ts';
import { joseExtension } from './jose-extension.ts';
import { jsonFirst } from './json-first.ts';
import { mediaTypeExamples } from './media-type-examples.ts';
import { operationComplete } from './operation-complete.ts';
import { operationId } from './operation-id.ts';
import { pathFileName } from './path-file-name.ts';
import { responseHeaders } from './response-headers.ts';
import { responseStatuses } from './response-statuses.ts';
import { sandboxDescription, withoutSandboxDescription, withSandboxDescription } from './sandbox-description.ts';
import { sandboxTag } from './sandbox-tag.ts';
import { scaExtension } from './sca-extension.ts';
import { scalarBounds } from './scalar-bounds.ts';
import { sensitiveExtension } from './sensitive-extension.ts';
import { successorExtension } from './successor-extension.ts';
import { withoutSandbox } from './without-sandbox.ts';

/** Rules, decorators, and the types that let Redocly resolve the schemas inside `x-jose` and `x-event`. */
export default function plugin(): Plugin {
  return {
    id: 'sca',
    rules: {
      oas3: {
        'response-headers': responseHeaders,
        'response-statuses': responseStatuses,
        'closed-responses': closedResponses,
        'component-file-name': componentFileName,
        'factor-extension': factorExtension,
        'jose-extension': joseExtension,
        'media-type-examples': mediaTypeExamples,
        'operation-complete': operationComplete,
        'operation-id': operationId,
        'path-file-name': pathFileName,
        'sandbox-description': sandboxDescription,
        'sandbox-tag': sandboxTag,
        'sca-extension': scaExtension,
        'scalar-bounds': scalarBounds,
        'sensitive-extension': sensitiveExtension,
        'successor-extension': successorExtension,
      },
    },
    decorators: {
      oas3: {
        'json-first': jsonFirst,
        'with-sandbox-description': withSandboxDescription,
        'without-sandbox': withoutSandbox,
        'without-sandbox-description': withoutSandboxDescription,
      },
    },
    typeExtension: { oas3: addExtensions },
  };
}

function addExtensions(types: Record<string, NodeType>): Record<string, NodeType> {
  const mediaType = types.MediaType;
  if (mediaType === undefined) return types;
  return {
    ...types,
    XJose: {
      properties: {
        method: { enum: ['jwe', 'jws', 'jwsjwe'] },
        response: { enum: ['direct', 'key'] },
        payload: 'Schema',
      },
      required: ['method', 'payload'],
    },
    MediaType: { ...mediaType, properties: { ...mediaType.properties, 'x-jose': 'XJose', 'x-event': 'Schema' } },
  };
}
