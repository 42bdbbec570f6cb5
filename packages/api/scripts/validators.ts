import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import { type Document, type LocatedOperation, locatedOperations, type Schema } from './document.ts';

const LOCATIONS = ['path', 'query', 'header'] as const;
const ROOT = 'sca-kit.json';

/** Ajv's standalone code for the parameters and bodies of every operation, bundled with the little runtime it calls. */
export async function validatorsModule(document: Document): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    inlineRefs: true,
    ownProperties: true,
    validateFormats: true,
    discriminator: true,
    code: { source: true, esm: true, lines: false },
  });
  addFormats.default(ajv);
  const schemas = Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, schema]) => [name, discriminated(schema)]),
  );
  ajv.addSchema({ $id: ROOT, components: { schemas } });

  const names: Record<string, string> = {};
  const table = locatedOperations(document).map((placed) => {
    const { operationId } = placed.operation;
    const bodies = Object.entries(bodySchemas(placed)).map(([mediaType, schema], index) => {
      const name = `${operationId}_body${index}`;
      names[name] = addSchema(ajv, name, schema);
      return `${JSON.stringify(mediaType)}: ${name}`;
    });
    const parameters = `${operationId}_parameters`;
    names[parameters] = addSchema(ajv, parameters, parametersSchema(placed));
    return `  ${operationId}: { parameters: ${parameters}, bodies: { ${bodies.join(', ')} } },`;
  });

  const code = `${standalone.default(ajv, names)}\nexport const validators = {\n${table.join('\n')}\n};\n`;
  const bundled = await build({
    stdin: {
      contents: code.replaceAll(/export const (\w+_(?:parameters|body\d+))\b/g, 'const $1'),
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    // Without identifiers too: esbuild would name modules by their path from wherever the script was started.
    minify: true,
    legalComments: 'none',
  });
  return bundled.outputFiles[0]?.text ?? '';
}

export function validatorsDeclaration(document: Document): string {
  const table = locatedOperations(document).map((placed) => {
    const bodies = Object.keys(bodySchemas(placed)).map(
      (mediaType) => `readonly ${JSON.stringify(mediaType)}: Validate`,
    );
    return `  readonly ${placed.operation.operationId}: { readonly parameters: Validate; readonly bodies: { ${bodies.join('; ')} } };`;
  });
  return `import type { Validate } from '../validate.ts';\n\nexport declare const validators: {\n${table.join('\n')}\n};\n`;
}

/**
 * Where alternatives differ by one constant, that constant chooses, so that a fault is told of the alternative that was
 * meant and not of all of them.
 */
function discriminated(schema: Schema): Schema {
  const branches = schema.oneOf as readonly Schema[] | undefined;
  const [first] = branches ?? [];
  const tags = Object.keys((first?.properties ?? {}) as object).filter((name) =>
    branches?.every(
      ({ properties, required }) =>
        (properties as Readonly<Record<string, Schema>> | undefined)?.[name]?.const !== undefined &&
        (required as readonly string[] | undefined)?.includes(name),
    ),
  );
  return tags[0] === undefined ? schema : { ...schema, type: 'object', discriminator: { propertyName: tags[0] } };
}

function addSchema(ajv: Ajv2020, name: string, schema: Schema): string {
  const id = `${name}.json`;
  ajv.addSchema({ ...absoluteReferences(schema), $id: id });
  return id;
}

/** A JOSE body is judged by its plaintext. */
function bodySchemas({ operation }: LocatedOperation): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(operation.requestBody?.content ?? {}).map(([mediaType, media]) => [
      mediaType,
      media['x-jose']?.payload ?? media.schema,
    ]),
  );
}

/** One object schema for all parameters. Header names are lower case, as every HTTP library hands them over. */
function parametersSchema({ operation }: LocatedOperation): Schema {
  const properties = LOCATIONS.map((location) => {
    const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === location);
    const name = (parameter: { name: string }): string =>
      location === 'header' ? parameter.name.toLowerCase() : parameter.name;
    return [
      location,
      {
        type: 'object',
        properties: Object.fromEntries(parameters.map((parameter) => [name(parameter), parameter.schema])),
        required: parameters.filter((parameter) => parameter.required).map(name),
      },
    ] as const;
  });
  return { type: 'object', properties: Object.fromEntries(properties), required: [...LOCATIONS] };
}

function absoluteReferences(schema: Schema): Schema {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${ROOT}#/`);
  return JSON.parse(text) as Schema;
}
