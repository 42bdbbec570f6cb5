import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../pages/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** A test that a page links to: `[file](path.test.ts): `title`, `title``. */
interface Mention {
  readonly path: string;
  readonly title: string;
}

function mentionsIn(text: string): readonly Mention[] {
  const lists = text.matchAll(/\]\(([^)\s]+\.test\.ts)\):((?:,? `[^`]+`)+)/g);
  return [...lists].flatMap(([, path = '', titles = '']) =>
    [...titles.matchAll(/`([^`]+)`/g)].map(([, title = '']) => ({ path, title })),
  );
}

/** Returns the test titles of a file: string literals before a callback. */
function titlesOf(path: string): ReadonlySet<string> {
  const source = readFileSync(new URL(path, folder), 'utf8');
  const literals = source.matchAll(/(?<!describe\()(['"`])((?:\\.|(?!\1)[^\n\\])*)\1,\s*(?:async\s*)?(?:\(|\w+\s*=>)/g);
  return new Set([...literals].map(([, , title = '']) => title.replaceAll(/\\(.)/g, '$1')));
}

describe.each(pages)('%s', (name) => {
  const text = read(name);

  it('refers only to tests that exist', () => {
    const mentions = mentionsIn(text);
    expect(mentions.length).toBeGreaterThan(0);
    const files = new Set(mentions.map(({ path }) => path));
    expect([...files].filter((path) => !existsSync(new URL(path, folder)))).toEqual([]);
    const titles = new Map([...files].map((path) => [path, titlesOf(path)]));
    expect(mentions.filter(({ path, title }) => !titles.get(path)?.has(title))).toEqual([]);
  });

  it('names the tests of every test file that it links to', () => {
    const links = text.match(/\]\([^)\s]+\.test\.ts\)/g) ?? [];
    const lists = text.match(/\]\([^)\s]+\.test\.ts\):,? `/g) ?? [];
    expect(lists).toHaveLength(links.length);
  });
});

describe('behaviour.md', () => {
  const text = read('behaviour.md');

  it('lists the tests of every sentence', () => {
    const sentences = text.split(/^- /m).slice(1);
    expect(sentences.length).toBeGreaterThanOrEqual(118);
    expect(text.match(/^ {2}✓ \[/gm)?.length).toBeGreaterThanOrEqual(132);
    expect(sentences.filter((sentence) => mentionsIn(sentence).length === 0)).toEqual([]);
  });

  it('has a sentence for every test of the suite', () => {
    const suite = '../../server/behaviour/';
    const mentioned = new Set(mentionsIn(text).map(({ path, title }) => `${path}: ${title}`));
    const tests = readdirSync(new URL(suite, folder))
      .filter((name) => name.endsWith('.test.ts'))
      .flatMap((name) => [...titlesOf(`${suite}${name}`)].map((title) => `${suite}${name}: ${title}`));
    expect(tests.filter((test) => !mentioned.has(test))).toEqual([]);
  });
});
