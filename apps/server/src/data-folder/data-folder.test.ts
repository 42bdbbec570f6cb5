import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartError } from '../start-error.ts';
import { openDataFolder, resetDataFolder } from './data-folder.ts';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sca-kit-data-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const reset = (database: string = join(data, 'sca-kit.sqlite')): void => resetDataFolder({ data, database });

/** Opens the folder, as a server does, and adds what a server keeps there. */
function useOnce(): void {
  openDataFolder(data).close();
  writeFileSync(join(data, 'keys.json'), '{}');
  mkdirSync(join(data, 'more'));
  writeFileSync(join(data, 'more', 'file'), '');
}

describe('a data folder', () => {
  it.each([
    ['that does not exist', () => {}],
    ['that is empty', () => mkdirSync(data)],
  ])('%s is marked, and reset deletes what is in it', (_, prepare) => {
    prepare();
    useOnce();
    const opened = openDataFolder(data);
    opened.close();
    expect(opened.isMarked).toBe(true);
    reset();
    expect(readdirSync(data)).toEqual([]);
  });

  it('that had files before is not marked, and reset leaves it as it is', () => {
    mkdirSync(data);
    writeFileSync(join(data, 'notes.txt'), '');
    expect(openDataFolder(data).isMarked).toBe(false);
    expect(() => reset()).toThrow(/\.sca-kit-sandbox is missing/);
    expect(readdirSync(data)).toEqual(['notes.txt']);
  });

  it('is not reset while any server uses it', () => {
    useOnce();
    const [first, second] = [openDataFolder(data), openDataFolder(data)];
    expect(() => reset()).toThrow('a server uses it');
    first.close();
    expect(() => reset()).toThrow(StartError);
    expect(existsSync(join(data, 'keys.json'))).toBe(true);
    second.close();
    reset();
    expect(readdirSync(data)).toEqual([]);
  });

  it.each(['postgres://localhost/sca', '/elsewhere/db.sqlite'])('is not reset when the database is %s', (database) => {
    useOnce();
    expect(() => reset(database)).toThrow('the database is elsewhere');
    expect(existsSync(join(data, 'keys.json'))).toBe(true);
  });

  it('that is a file is an error that names the variable', () => {
    writeFileSync(data, '');
    expect(() => openDataFolder(data)).toThrow(/ENOTDIR.*SCA_DATA=/);
    expect(() => reset()).toThrow(StartError);
  });

  it('that does not exist, or is in memory, needs no reset', () => {
    reset();
    resetDataFolder({ data: ':memory:', database: ':memory:' });
    expect(existsSync(data)).toBe(false);
  });
});
