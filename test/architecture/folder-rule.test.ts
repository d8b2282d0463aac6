import { describe, expect, it } from 'vitest';
import { filesIn, importsOf, targetOf } from './sources.ts';

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
  'evidence',
  'grants',
  'causes',
  'fix',
  'requirements',
  'checklist',
  'diagnose',
  'report',
  'cli',
] as const;

/** Packages, and who alone may load them. */
const PACKAGES: readonly (readonly [RegExp, RegExp])[] = [
  // The table of calls takes the types of the SDK, and only those: TypeScript leaves nothing of them in the program.
  [/^@aws-sdk\/|^@smithy\//, /^src\/gather\/(live\/|calls\/api-types\.ts$)/],
  [/^commander$/, /^src\/cli\/command-line\//],
  [/^@modelcontextprotocol\/|^ajv$/, /^src\/cli\/mcp\//],
  [/^chalk$|^ora$/, /^src\/cli\/output\//],
  [/^node:(child_process|os|readline\/promises|stream|timers\/promises|events)$/, /^src\/(cli|gather\/live)\//],
  [/^node:(fs|url|path)$/, /^src\/(cli|gather\/live)\/|^src\/reference\/fact-files\.ts$/],
];

const files = filesIn('src');
const imports = files.flatMap(importsOf);
const own = imports.flatMap((found) => {
  const target = targetOf(found);
  return target === null ? [] : [{ file: found.file, target }];
});

/** `src/parse/scan/needles.ts` is of parse. */
function folderOf(file: string): string {
  return /^src\/([^/]+)\//.exec(file)?.[1] ?? 'root';
}

/** The first circle of imports, beginning anywhere; none where there is none. */
function circle(): readonly string[] {
  const targets = new Map<string, string[]>(files.map(({ file }) => [file, []]));
  for (const { file, target } of own) targets.get(file)?.push(target);
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const target of targets.get(file) ?? []) {
      const found = visit(target, [...way, file]);
      if (found.length > 0) return found;
    }
    done.add(file);
    return [];
  };
  for (const { file } of files) {
    const found = visit(file, []);
    if (found.length > 0) return found;
  }
  return [];
}

describe('the folder rule', () => {
  it('knows every folder', () => {
    expect([...new Set(files.map(({ file }) => folderOf(file)))].toSorted()).toEqual([...FLOW, 'root'].toSorted());
  });

  it('sees the imports', () => {
    expect(own.length).toBeGreaterThan(1000);
  });

  it.each(FLOW)('%s imports from itself and from what comes before it only', (folder) => {
    const allowed: readonly string[] = [...FLOW.slice(0, FLOW.indexOf(folder) + 1)];
    const wrong = own.filter(({ file, target }) => folderOf(file) === folder && !allowed.includes(folderOf(target)));
    expect(wrong).toEqual([]);
  });

  it('no file leads back to itself, not even for a type', () => {
    expect(circle()).toEqual([]);
  });

  it.each(PACKAGES)('%s is loaded by %s only', (name, place) => {
    expect(imports.filter(({ file, to }) => name.test(to) && !place.test(file))).toEqual([]);
  });

  it('only the command line knows the process', () => {
    // In quotes it is the host of AWS’s console.
    const wrong = files
      .filter(
        ({ file, text }) =>
          !/^src\/(cli(\/|\.ts$)|gather\/live\/)/.test(file) && /\bprocess\.|(?<!')\bconsole\./.test(text),
      )
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
  });

  it('only the command line and the entry of the library read the clock', () => {
    const wrong = files
      .filter(({ text }) => /new Date\(\)|Date\.now\(/.test(text))
      .map(({ file }) => file)
      .filter((file) => !/^src\/(cli\/|gather\/live\/|diagnose\/diagnose\.ts$)/.test(file));
    expect(wrong).toEqual([]);
  });
});
