import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { installAlone, type Packed, pack } from './packed.ts';
import { BARE_ENV, NAMED, temporaryFolder } from './run-bin.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = temporaryFolder();
/** Where nothing but the package is installed. */
const empty = join(folder, 'empty');
const installed = join(empty, 'node_modules/denytrace');
let packed: Packed;

function node(args: readonly string[]): string {
  return execFileSync(process.execPath, args, { cwd: empty, env: BARE_ENV, encoding: 'utf8', stdio: 'pipe' });
}

beforeAll(() => {
  packed = pack(folder);
  installAlone(packed, folder);
});

/** What the package holds, besides a table for each service and the declarations of types. */
const PARTS = [
  /^(?:LICENSE|README\.md|CHANGELOG\.md|package\.json)$/,
  /^docs\/[\w-]+\.md$/,
  /^bin\/(?:denytrace|load-module|user-cache)\.cjs$/,
  /^dist\/[\w-]+\.js$/,
  /^dist\/cli\.cjs$/,
  /^dist\/cli\.v[\w.-]+\.cache$/,
  /^dist\/chunks\/[\w-]+\.js$/,
  /^dist\/(?:chunks\/)?[\w.-]+\.LEGAL\.txt$/,
  /^dist\/THIRD-PARTY\.txt$/,
  /^dist\/service-facts\/(?:[\w.-]+\.json|LICENSE-iam-data\.txt)$/,
  /^dist\/types\/[\w/-]+\.d\.ts$/,
];

describe('what is published', () => {
  it('needs nothing else', () => {
    expect(readdirSync(join(empty, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['denytrace']);
    const { dependencies, peerDependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(installed, 'package.json'), 'utf8'),
    );
    expect([dependencies, peerDependencies, optionalDependencies]).toEqual([undefined, undefined, undefined]);
  });

  it('runs nothing when it is installed, and has no side effects when it is imported', () => {
    const { scripts, sideEffects } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(['preinstall', 'install', 'postinstall'].filter((name) => name in scripts)).toEqual([]);
    expect(sideEffects).toBe(false);
  });

  it('holds what runs and what is read, with the licences of what is bundled: no sources, tests or maps', () => {
    const { files, size } = packed;
    expect(files.filter((file) => !PARTS.some((part) => part.test(file)))).toEqual([]);
    expect(PARTS.filter((part) => !files.some((file) => part.test(file)))).toEqual([]);
    expect(size).toBeLessThan(3_000_000);
    expect(readFileSync(join(installed, 'dist/THIRD-PARTY.txt'), 'utf8')).toMatch(/^commander \d/m);
  });
});

describe('installed in an empty folder', () => {
  const bin = join(empty, 'node_modules/.bin/denytrace');

  it('runs', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(node([bin, '--version'])).toBe(`${version}\n`);
    expect(node([bin, 'demo', 'boundary'])).toContain('sts:AssumeRole  denied');
    expect(node([bin, 'run', '--', process.execPath, '-p', '1+1'])).toBe('2\n');
    expect(node([bin, '--exit-zero', NAMED])).toContain('scp.named-by-aws');
  });

  it('runs without the code that was compiled for another Node', () => {
    const cache = join(installed, `dist/cli.${process.version}-${process.platform}-${process.arch}.cache`);
    rmSync(cache);
    expect(node([bin, '--exit-zero', NAMED])).toContain('scp.named-by-aws');
    writeFileSync(cache, 'made by something else');
    expect(node([bin, '--exit-zero', NAMED])).toContain('scp.named-by-aws');
  });

  it('is a library', () => {
    const program = `
      import { diagnose, evaluate, openSnapshot, parseDenials, render, SnapshotError } from 'denytrace';
      const text = ${JSON.stringify(NAMED)};
      const [diagnosis] = await diagnose({ text }, { source: 'none' });
      const { allowed } = evaluate(
        { principal: 'arn:aws:iam::111122223333:user/ana', action: 's3:GetObject', resource: '*', resourceAccount: '111122223333', context: {} },
        { identity: [], resource: null, boundary: null, session: null, scps: null, rcps: null },
      );
      let name;
      try { openSnapshot({}); } catch (error) { name = error instanceof SnapshotError && error.name; }
      console.log(JSON.stringify([parseDenials(text).length, diagnosis.conclusion, render([diagnosis], 'jsonl').length > 0, allowed, name]));`;
    writeFileSync(join(empty, 'use.mjs'), program);
    expect(JSON.parse(node(['use.mjs']))).toEqual([1, 'explained', true, 'no', 'SnapshotError']);
  });

  it('is loaded by require() as well', () => {
    writeFileSync(join(empty, 'use.cjs'), "console.log(Object.keys(require('denytrace')).includes('diagnose'))");
    expect(node(['use.cjs'])).toBe('true\n');
  });

  it('has types that stand the strictest settings', () => {
    writeFileSync(
      join(empty, 'use.mts'),
      `import { type Diagnosis, diagnose, type EvaluationRequest, type Fix, parseDenials, render, type Step } from 'denytrace';
      const diagnoses: readonly Diagnosis[] = await diagnose({ text: 'x' }, { source: 'none', context: { 'aws:SourceVpc': ['v'] } });
      const steps: readonly Step[] = diagnoses.flatMap((diagnosis) => diagnosis.steps);
      const check: Fix['check'] | undefined = diagnoses[0]?.causes[0]?.fix?.check;
      const report: string = render(diagnoses, 'markdown', { all: true });
      export const request: EvaluationRequest = { principal: { anonymous: true }, action: 'a:B', resource: '*', resourceAccount: '1', context: {} };
      export const used = [steps.length, check, report, parseDenials(report)[0]?.kind === 'iam-denial'];
      // @ts-expect-error: a format that does not exist
      render(diagnoses, 'xml');`,
    );
    const strict = { extends: join(ROOT, 'tsconfig.json'), include: ['use.mts'] };
    const compilerOptions = { skipLibCheck: false, typeRoots: [join(ROOT, 'node_modules/@types')] };
    writeFileSync(join(empty, 'tsconfig.json'), JSON.stringify({ ...strict, compilerOptions }));
    expect(node([join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'])).toBe('');
  });
});
