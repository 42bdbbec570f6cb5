import type { JsonObject } from '@sca-kit/openapi';

const RESOURCES = 300;
const MEMBERS = 18;
const PATHS = 121;
const text = (resource: number, member: number): string =>
  `Field ${member} of resource ${resource}, with a description that is as long as those of published documents are.`;

/** Every resource links to three others, and so to all of them. */
function resource(at: number): JsonObject {
  const members = Array.from({ length: MEMBERS }, (_, member): [string, JsonObject] => {
    const description = text(at, member);
    if (member < 3) {
      const $ref = `#/components/schemas/Resource${(at * 7 + member * 13 + 1) % RESOURCES}`;
      return [`link${member}`, { anyOf: [{ type: 'string', maxLength: 500 }, { $ref }], description }];
    }
    const schemas = [
      { type: 'string', maxLength: 5000 },
      { type: 'integer', format: 'int32' },
      { type: ['string', 'null'], enum: ['active', 'closed', null] },
      { type: 'array', items: { type: 'string' } },
    ];
    return [`field${member}`, { ...schemas[member % schemas.length], description }];
  });
  return { type: 'object', required: ['field4', 'field5'], properties: Object.fromEntries(members) };
}

const json = (schema: JsonObject): JsonObject => ({ description: 'It', content: { 'application/json': { schema } } });

/** A document of more than a megabyte, with 242 operations whose schemas all refer to each other. */
export function largeDocument(): JsonObject {
  const error = { type: 'object', required: ['message'], properties: { message: { type: 'string' } } };
  const schemas = Object.fromEntries(Array.from({ length: RESOURCES }, (_, at) => [`Resource${at}`, resource(at)]));
  const paths = Array.from({ length: PATHS }, (_, at) => {
    const schema = { $ref: `#/components/schemas/Resource${at * 2}` };
    const list = { type: 'object', required: ['data'], properties: { data: { type: 'array', items: schema } } };
    const failed = { default: json({ $ref: '#/components/schemas/Error' }) };
    const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
    const requestBody = { content: { 'application/json': { schema } } };
    return [
      [
        `/resources${at}/{id}`,
        { get: { operationId: `get${at}`, parameters: [id], responses: { 200: json(schema), ...failed } } },
      ],
      [
        `/resources${at}`,
        { post: { operationId: `add${at}`, requestBody, responses: { 200: json(list), ...failed } } },
      ],
    ];
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Large', version: '1' },
    paths: Object.fromEntries(paths.flat()),
    components: { schemas: { ...schemas, Error: error } },
  };
}
