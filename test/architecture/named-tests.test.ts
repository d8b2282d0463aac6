import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** A test as a document names it: its file, and its title where one of several is meant. */
const NAMED_TEST = /`(test\/[\w/-]+\.test\.ts)`(?: › ([^|\n]+?) +\|)?/g;

describe.each(['SECURITY.md', 'test/surroundings/README.md'])('%s', (document) => {
  const named = Array.from(readFileSync(join(ROOT, document), 'utf8').matchAll(NAMED_TEST));

  it('names tests', () => {
    expect(named.length).toBeGreaterThan(20);
  });

  it.each(named.map(([, path = '', title = '']) => [path, title] as const))(
    'names a test that exists: %s %s',
    (path, title) => {
      const file = join(ROOT, path);
      expect(existsSync(file), `${path} does not exist`).toBe(true);
      expect(readFileSync(file, 'utf8')).toContain(title.replaceAll('\\', '').trim());
    },
  );
});

it('has a row for every package that is needed to build or test', () => {
  const { devDependencies }: { readonly devDependencies: object } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const [, dependencies = ''] = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8').split('## Dependencies');
  const listed = Array.from(
    dependencies.matchAll(/^\| (`.*?) \|/gm),
    ([, names = '']) => names.match(/(?<=`)[^`, ]+(?=`)/g) ?? [],
  ).flat();
  expect(listed.toSorted()).toEqual(Object.keys(devDependencies).toSorted());
});
