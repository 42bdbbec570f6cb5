import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validate } from '@scalar/openapi-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { array, type JsonObject, mediaOf, object, operationsOf, readBundle, resolve, visit } from './bundle.ts';
import { operations } from './operations.ts';

const spec = fileURLToPath(new URL('..', import.meta.url));
const whole = readBundle('openapi');
const production = readBundle('openapi.production');
const bundles = [
  { name: 'openapi', bundle: whole },
  { name: 'openapi.production', bundle: production },
] as const;

describe.each(bundles)('$name', ({ name, bundle }) => {
  it('is the same document in YAML and JSON', () => {
    expect(parse(readFileSync(`${spec}dist/${name}.yaml`, 'utf8'))).toEqual(bundle);
  });

  it('is valid in a second parser', async () => {
    const result = await validate(structuredClone(bundle));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(result.version).toBe('3.1');
  });

  it('has no dangling or external reference', () => {
    const dangling: string[] = [];
    visit(bundle, (value, pointer) => {
      const reference = object(value).$ref;
      if (typeof reference !== 'string') return;
      const inside = reference.startsWith('#/components/');
      if (!inside || Object.keys(resolve(bundle, value)).length === 0) dangling.push(`${pointer} → ${reference}`);
    });
    expect(dangling).toEqual([]);
  });

  it('has no unused component', () => {
    const used = new Set<string>();
    visit(bundle, (value) => {
      const reference = object(value).$ref;
      if (typeof reference === 'string') used.add(reference);
    });
    for (const { operation } of operationsOf(bundle)) {
      for (const requirement of array(operation.security)) {
        for (const scheme of Object.keys(object(requirement))) used.add(`#/components/securitySchemes/${scheme}`);
      }
    }
    const defined = Object.entries(object(bundle.components)).flatMap(([kind, components]) =>
      Object.keys(object(components)).map((component) => `#/components/${kind}/${component}`),
    );
    expect(defined.filter((component) => !used.has(component))).toEqual([]);
  });

  it('has a named plaintext schema for every encrypted body', () => {
    const payloads = operationsOf(bundle)
      .flatMap((one) => mediaOf(bundle, one))
      .filter(([where]) => where.endsWith('application/jose+json'))
      .map(([, media]) => object(object(media['x-jose']).payload).$ref);
    expect(payloads.length).toBeGreaterThan(10);
    expect(payloads.filter((reference) => !/^#\/components\/schemas\/[A-Z]/.test(String(reference)))).toEqual([]);
  });

  it('has unique operationIds', () => {
    const ids = operationsOf(bundle).map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has security on every operation except the public ones', () => {
    const open = operationsOf(bundle)
      .filter(({ operation }) => {
        const alternatives = array(operation.security).map(object);
        return alternatives.length === 0 || alternatives.some((schemes) => Object.keys(schemes).length === 0);
      })
      .map(({ operation }) => operation.operationId);
    const sandbox = name === 'openapi' ? ['createSandboxUser'] : [];
    expect(open.sort()).toEqual([...sandbox, 'getFaceTecPublicKey', 'getHealth', 'getMetrics', 'getReadiness'].sort());
  });
});

describe('the production bundle', () => {
  it('does not mention the sandbox outside of examples', () => {
    const mentions: string[] = [];
    visit(production, (value, pointer) => {
      const text = object(value).description;
      if (typeof text === 'string' && /sandbox|111111|123456/i.test(text)) mentions.push(`${pointer}: ${text}`);
    });
    expect(mentions).toEqual([]);
  });

  it('has no plain JSON for an encrypted body', () => {
    const plain = operationsOf(production).flatMap(({ operation }) =>
      [
        object(operation.requestBody),
        ...Object.values(object(operation.responses)).map((it) => resolve(production, it)),
      ]
        .map(({ content }) => Object.keys(object(content)))
        .filter((types) => types.length > 1 && types.includes('application/json')),
    );
    expect(plain).toEqual([]);
  });
});

describe('operations', () => {
  it.each(operations)('%s %s has the operationId %s', (method, path, operationId) => {
    const operation = object(object(object(whole.paths)[path])[method.toLowerCase()]);
    expect(operation.operationId).toBe(operationId);
  });

  it('are exactly those listed in operations.ts', () => {
    const named = (bundle: JsonObject): string[] =>
      operationsOf(bundle).map(
        ({ method, path, operation }) => `${method.toUpperCase()} ${path} ${operation.operationId}`,
      );
    const expected = operations.map((one) => one.join(' '));
    expect(named(whole).toSorted()).toEqual(expected.toSorted());
    const ofProduction = expected.filter((one) => !one.includes(' /sandbox/'));
    expect(named(production).toSorted()).toEqual(ofProduction.toSorted());
  });

  it('verify every challenge type, and x-factor has no other type', () => {
    const extensions = operationsOf(whole).flatMap(({ operation }) => operation['x-factor'] ?? []);
    const types = array(object(object(object(whole.components).schemas).ChallengeType).enum);
    expect(types.length).toBeGreaterThan(1);
    const verified = extensions
      .filter((extension) => object(extension).action === 'verify')
      .map((extension) => object(extension).type);
    expect([...new Set(verified)].toSorted()).toEqual(types.toSorted());
    expect(
      extensions.map((extension) => object(extension).type).filter((type) => !types.includes(type ?? null)),
    ).toEqual([]);
  });

  it('of the v1 families are deprecated, except getOneTimeTokenStatus', () => {
    const deprecated = operationsOf(whole)
      .filter(({ operation }) => operation.deprecated === true)
      .map(({ path }) => path);
    expect(deprecated).toContain('/v1/user/pin');
    expect(deprecated).toContain('/v1/identity/one-time-token/status');
    expect(deprecated).not.toContain('/v1/one-time-token/status');
    const v1 = /^\/v1\/(?:identity|one-time-token\/|user\/|users\/|application\/)/;
    const missing = operationsOf(whole).filter(
      ({ path, operation }) => v1.test(path) && path !== '/v1/one-time-token/status' && operation.deprecated !== true,
    );
    expect(missing.map(({ path }) => path)).toEqual([]);
  });
});

describe('the production bundle', () => {
  it('has no path, tag or schema of the sandbox family', () => {
    expect(Object.keys(object(production.paths)).filter((path) => path.startsWith('/sandbox'))).toEqual([]);
    expect(JSON.stringify(production.tags)).not.toContain('"Sandbox"');
    expect(JSON.stringify(production.components)).not.toMatch(/"[A-Za-z]*Sandbox[A-Za-z]*":/);
  });
});

describe('the source tree', () => {
  const references = new Set<string>();
  const collect = (folder: string): void => {
    for (const file of readdirSync(`${spec}${folder}`, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.yaml')) continue;
      const document = parse(readFileSync(`${spec}${folder}/${file}`, 'utf8')) as JsonObject;
      visit(document, (value) => {
        const reference = object(value).$ref;
        if (typeof reference === 'string') references.add(reference.split('/').slice(-2).join('/'));
      });
    }
  };
  collect('paths');
  collect('components');
  const root = readFileSync(`${spec}openapi.yaml`, 'utf8');

  it('has no path file without a reference in openapi.yaml', () => {
    const unused = readdirSync(`${spec}paths`).filter(
      (file) => file.endsWith('.yaml') && !root.includes(`paths/${file}`),
    );
    expect(unused).toEqual([]);
  });

  it('has no component file without a reference', () => {
    const unused = readdirSync(`${spec}components`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .filter((file) => {
        const name = file.split('/').pop() ?? '';
        const beside = [...references].some((reference) => reference === `./${name}`);
        return !references.has(file) && !beside && !root.includes(`components/${file}`);
      });
    expect(unused).toEqual([]);
  });
});
