import type { NodeType, Plugin } from '@redocly/openapi-core';
import { answerHeaders } from './answer-headers.ts';
import { answerStatuses } from './answer-statuses.ts';
import { closedAnswers } from './closed-answers.ts';
import { componentFileName } from './component-file-name.ts';
import { factorMark } from './factor-mark.ts';
import { joseMark } from './jose-mark.ts';
import { jsonFirst } from './json-first.ts';
import { mediaTypeExamples } from './media-type-examples.ts';
import { operationComplete } from './operation-complete.ts';
import { operationId } from './operation-id.ts';
import { pathFileName } from './path-file-name.ts';
import { sandboxTag } from './sandbox-tag.ts';
import { scaMark } from './sca-mark.ts';
import { scalarBounds } from './scalar-bounds.ts';
import { sensitiveMark } from './sensitive-mark.ts';
import { successorMark } from './successor-mark.ts';
import { withoutSandbox } from './without-sandbox.ts';

/** The rules of this description, and the types that let Redocly resolve the schemas inside `x-jose` and `x-event`. */
export default function plugin(): Plugin {
  return {
    id: 'sca',
    rules: {
      oas3: {
        'answer-headers': answerHeaders,
        'answer-statuses': answerStatuses,
        'closed-answers': closedAnswers,
        'component-file-name': componentFileName,
        'factor-mark': factorMark,
        'jose-mark': joseMark,
        'media-type-examples': mediaTypeExamples,
        'operation-complete': operationComplete,
        'operation-id': operationId,
        'path-file-name': pathFileName,
        'sandbox-tag': sandboxTag,
        'sca-mark': scaMark,
        'scalar-bounds': scalarBounds,
        'sensitive-mark': sensitiveMark,
        'successor-mark': successorMark,
      },
    },
    decorators: { oas3: { 'json-first': jsonFirst, 'without-sandbox': withoutSandbox } },
    typeExtension: { oas3: addMarks },
  };
}

function addMarks(types: Record<string, NodeType>): Record<string, NodeType> {
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
