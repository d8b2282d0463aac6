import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The folders in the order in which data flows. A folder may import from itself and from the ones before it only. `model`, `policy` and `reference` are shared by all.
 */
const FLOW = [
  'model',
  'policy',
  'reference',
  'parse',
  'gather',
  'request',
  'evaluate',
  'checks',
  'fix',
  'diagnose',
  'report',
  'cli',
] as const;

/** Packages, and who alone may load them. */
const PACKAGES: readonly (readonly [RegExp, RegExp])[] = [
  [/^@aws-sdk\/|^@smithy\//, /^gather\/live\//],
  [/^commander$/, /^cli\/command-line\//],
  [/^chalk$|^ora$/, /^cli\/output\//],
  [/^node:(child_process|os|readline\/promises|stream|timers\/promises|events)$/, /^cli\/|^gather\/live\//],
  [/^node:(fs|url|path)$/, /^cli\/|^gather\/live\/|^reference\/fact-files\.ts$/],
];

const SOURCES = resolve(import.meta.dirname, '../../src');
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(SOURCES, file), 'utf8') }));

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const imports = files.flatMap(({ file, text }): Import[] =>
  [
    ...text.matchAll(
      /(?:^|\n)(?:import|export)\s[^'";]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ].map(([, from, dynamic, bare]) => ({ file, from: folderOf(file), to: from ?? dynamic ?? bare ?? '' })),
);

function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : 'root';
}

function targetOf({ file, to }: Import): string {
  return relative(SOURCES, resolve(SOURCES, dirname(file), to));
}

describe('the folder rule', () => {
  it('knows every folder', () => {
    expect([...new Set(files.map(({ file }) => folderOf(file)))].toSorted()).toEqual([...FLOW, 'root'].toSorted());
  });

  it('sees the imports', () => {
    expect(imports.filter(({ to }) => to.startsWith('.')).length).toBeGreaterThan(1000);
  });

  it.each(FLOW)('%s imports from itself and from what comes before it only', (folder) => {
    const allowed: readonly string[] = [...FLOW.slice(0, FLOW.indexOf(folder) + 1)];
    const wrong = imports
      .filter(({ from, to }) => from === folder && to.startsWith('.'))
      .map((found) => `${found.file} → ${targetOf(found)}`)
      .filter((line) => !allowed.includes(folderOf(line.slice(line.indexOf('→ ') + 2))));
    expect(wrong).toEqual([]);
  });

  it.each(PACKAGES)('%s is loaded by %s only', (name, place) => {
    const wrong = imports
      .filter(({ file, to }) => name.test(to) && !place.test(file))
      .map(({ file, to }) => `${file}: ${to}`);
    expect(wrong).toEqual([]);
  });

  it('only the command line knows the process', () => {
    const wrong = files
      .filter(({ file, text }) => !/^cli(\/|\.ts$)|^gather\/live\//.test(file) && /\bprocess\.|\bconsole\./.test(text))
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
  });

  it('only the command line and the entry of the library read the clock', () => {
    const wrong = files
      .filter(({ text }) => /new Date\(\)|Date\.now\(/.test(text))
      .map(({ file }) => file)
      .filter((file) => !/^cli\/|^gather\/live\/|^diagnose\/diagnose\.ts$/.test(file));
    expect(wrong).toEqual([]);
  });

  it('no file is longer than 250 lines', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 251).map(({ file }) => file);
    expect(long).toEqual([]);
  });
});
