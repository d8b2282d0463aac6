import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BARE_ENV, temporaryFolder } from '../cli/run-bin.ts';
import { expectGolden } from '../golden.ts';
import { exampleOf } from '../live/fake-aws/answers.ts';
import { type FakeAws, startFakeAws } from '../live/fake-aws/fake-aws.ts';
import { accessKey, environment, staticKeys, writeConfig } from '../live/fake-aws/keys.ts';
import { answer } from '../live/fake-aws/response.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'docs/library.md');
const page = readFileSync(PAGE, 'utf8');

/** An example, and what it prints. */
const EXAMPLE = /^```ts\n(.*?)^```\n\n```text\n(.*?)^```$/gms;
const EXAMPLES = Array.from(page.matchAll(EXAMPLE), ([, code = '']) => code);

const folder = temporaryFolder();
let aws: FakeAws;

beforeAll(async () => {
  aws = await startFakeAws((request) => answer(request, exampleOf(request.call).output));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules/denytrace'));
  for (const [index, code] of EXAMPLES.entries()) writeFileSync(join(folder, `example-${index}.mts`), code);
  const compilerOptions = {
    noEmit: false,
    allowImportingTsExtensions: false,
    skipLibCheck: false,
    typeRoots: [join(ROOT, 'node_modules/@types')],
  };
  const config = { extends: join(ROOT, 'tsconfig.json'), include: ['*.mts'], compilerOptions };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
});
afterAll(() => aws.close());

describe('docs/library.md', () => {
  it('says of each example what it prints', () => {
    expect(EXAMPLES.length).toBeGreaterThan(5);
    expect(EXAMPLES.length).toBe(page.split('\n```ts\n').length - 1);
  });

  it('has examples that compile with the strictest settings, and print that', async () => {
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    expect(execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8', stdio: 'pipe' })).toBe('');
    const settings = environment(aws.url, writeConfig({ default: staticKeys(accessKey('111122223333')) }));
    const printed = await Promise.all(
      EXAMPLES.map(async (_, index) => {
        const env = { ...settings, ...BARE_ENV };
        const run = promisify(execFile)(process.execPath, [join(folder, `example-${index}.mjs`)], { env });
        return (await run).stdout;
      }),
    );
    const [...left] = printed;
    expectGolden(
      PAGE,
      page.replace(EXAMPLE, (_, code: string) => `\`\`\`ts\n${code}\`\`\`\n\n\`\`\`text\n${left.shift()}\`\`\``),
    );
  });

  it('names every option, and every function and error that the library has', async () => {
    const library: Readonly<Record<string, unknown>> = await import(join(ROOT, 'dist/index.js'));
    expect(Object.keys(library).filter((name) => !page.includes(name))).toEqual([]);
    const source = readFileSync(join(ROOT, 'src/diagnose/diagnose.ts'), 'utf8');
    const [, fields = ''] = /interface DiagnoseOptions \{\n(.*?)^\}/ms.exec(source) ?? [];
    const options = Array.from(fields.matchAll(/^ {2}readonly (\w+)\?:/gm), ([, name = '']) => name);
    expect(options.length).toBeGreaterThan(15);
    expect(options.filter((name) => !new RegExp(`^\\|.*\`${name}\`.*\\|`, 'm').test(page))).toEqual([]);
  });
});
