import { describe, expect, it } from 'vitest';
import { createRouteMatcher, fillPath, pathParameterNames, pathPattern } from './paths.ts';

describe('pathPattern', () => {
  it.each([
    ['/boxes', '/boxes', true],
    ['/boxes', '/boxes/', false],
    ['/boxes/{id}', '/boxes/7', true],
    ['/boxes/{id}', '/boxes/', false],
    ['/boxes/{id}', '/boxes/7/8', false],
    ['/files/{name}.json', '/files/a.json', true],
    ['/files/{name}.json', '/files/axjson', false],
    ['/range/{from}-{to}', '/range/1-2', true],
    ['/a(b)', '/a(b)', true],
  ])('of %s matches %s: %s', (template, path, expected) => {
    expect(pathPattern(template).test(path)).toBe(expected);
  });
});

describe('createRouteMatcher', () => {
  const find = createRouteMatcher([
    { method: 'get', path: '/{kind}/{id}' },
    { method: 'get', path: '/boxes/{id}' },
    { method: 'GET', path: '/boxes/mine' },
    { method: 'post', path: '/boxes/{id}' },
  ]);

  it.each([
    ['GET', '/boxes/mine', '/boxes/mine', {}],
    ['get', '/boxes/7', '/boxes/{id}', { id: '7' }],
    ['GET', '/trees/a%2Fb', '/{kind}/{id}', { kind: 'trees', id: 'a%2Fb' }],
    ['POST', '/boxes/mine', '/boxes/{id}', { id: 'mine' }],
  ])('prefers the most concrete path for %s %s', (method, path, template, parameters) => {
    const match = find(method, path);
    expect(match?.operation.path).toBe(template);
    expect(match?.parameters).toEqual(parameters);
  });

  it.each([
    ['DELETE', '/boxes/7'],
    ['GET', '/boxes'],
  ])('returns undefined for %s %s', (method, path) => {
    expect(find(method, path)).toBeUndefined();
  });
});

it('fillPath encodes values and keeps parameters without one', () => {
  expect(fillPath('/{a}/{b}', { a: 'x/y' })).toBe('/x%2Fy/{b}');
  expect(pathParameterNames('/{a}/{b}')).toEqual(['a', 'b']);
});
