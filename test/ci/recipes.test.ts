import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BARE_ENV, BIN, denytrace, NAMED, temporaryFolder } from '../cli/run-bin.ts';
import { ROOT, runStep } from './steps.ts';

const PAGE = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');
const DEMO = readFileSync(join(ROOT, 'src/cli/demos/trust-near-miss.json'), 'utf8');
const folder = temporaryFolder();
const bin = join(folder, 'bin');

/** A script of the page: its section, and how the system calls a shell for it. */
interface Recipe {
  readonly section: string;
  readonly shell: readonly string[];
  readonly script: string;
}

/** What each system calls. Jenkins: `sh -xe`; GitLab's runner and CodeBuild here: bash, which they stop at the first error. */
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  'GitHub Actions': ['bash', '--noprofile', '--norc', '-eo', 'pipefail'],
  'GitLab CI': ['bash', '-eo', 'pipefail'],
  Jenkins: ['sh', '-e'],
  CodeBuild: ['bash', '-e'],
  'A shell': ['bash'],
  'As a gate': ['sh', '-e'],
};

const recipes = PAGE.split(/^## /m).flatMap((text): readonly Recipe[] => {
  const section = text.slice(0, text.indexOf('\n'));
  const blocks = text.matchAll(/^```(yaml|groovy|sh)\n(.*?)^```$/gms);
  return Array.from(blocks, ([, language = '', code = '']) => scriptsIn(language, code))
    .flat()
    .map((script) => ({ section, shell: SHELLS[section] ?? [], script }));
});

function scriptsIn(language: string, code: string): readonly string[] {
  if (language === 'sh') return [code];
  if (language === 'groovy') return Array.from(code.matchAll(/\bsh '(.*)'$/gm), ([, script = '']) => script);
  const { steps, jobs, deploy, phases } = parse(code);
  if (deploy !== undefined) return [deploy.script.join('\n')];
  if (phases !== undefined) return [phases.build.commands.join('\n'), phases.post_build.commands.join('\n')];
  const all: readonly { readonly run?: string }[] = steps ?? jobs.deploy.steps;
  return all.flatMap(({ run }) => (run === undefined ? [] : [run]));
}

function program(name: string, ...lines: readonly string[]): void {
  writeFileSync(join(bin, name), ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(join(bin, name), 0o755);
}

beforeAll(() => {
  mkdirSync(bin);
  program('terraform', 'echo "Error: creating the stack"', `echo '${NAMED}' >&2`, 'exit 5');
  program('denytrace', `exec '${process.execPath}' '${BIN}' "$@"`);
});

async function run({ script, shell }: Recipe) {
  const { text } = JSON.parse(DEMO).incident;
  const principal = 'arn:aws:iam::111122223333:role/ci-deployer';
  const request = { principal, action: 'iam:ListUsers', expect: 'denied' };
  const ran = await runStep(script, folder, {
    shell,
    env: { PATH: `${bin}:${BARE_ENV.PATH}`, CODEBUILD_BUILD_SUCCEEDING: '0', CAUSES: '[]' },
    files: { 'facts.json': DEMO, 'requests.jsonl': JSON.stringify(request), 'apply.log': `${NAMED}\n${text}\n` },
  });
  const reports = readdirSync(ran.cwd).filter((name) => name.startsWith('denied.'));
  const printed = [ran.stdout, ran.stderr, ...reports.map((name) => readFileSync(join(ran.cwd, name), 'utf8'))].join(
    '\n',
  );
  return { ...ran, printed };
}

describe('docs/ci.md', () => {
  it('has recipes for each system, and a shell for each', () => {
    expect([...new Set(recipes.map(({ section }) => section))]).toEqual(Object.keys(SHELLS));
  });

  it.each(
    recipes.filter(({ script }) => /denytrace (?:run|apply\.log)|terraform/.test(script) && !/known/.test(script)),
  )('fails as terraform does and reports, or reports only: $section: $script', async (recipe) => {
    const { code, printed } = await run(recipe);
    const { script } = recipe;
    expect(code).toBe(script.includes('exit 1') ? 1 : script.includes('terraform') ? 5 : 0);
    expect(printed).toContain(script.includes('denytrace') ? 'scp.named-by-aws' : NAMED);
  });

  it.each(recipes.filter(({ script }) => script.includes('denytrace can ')))(
    'asks, and exits with 0 for the expected answer: $script',
    async (recipe) => {
      const { code, stdout, stderr } = await run(recipe);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('denied');
    },
  );

  it('lets known denials pass', async () => {
    const [recipe, ...others] = recipes.filter(({ script }) => /known/.test(script));
    expect(others).toEqual([]);
    expect(await run(recipe ?? { section: '', shell: [], script: '' })).toMatchObject({ code: 0 });
  });

  it('names no option that there is not, and every input of the action', async () => {
    const helps = await Promise.all(
      [['help', 'options'], ...['can', 'run', 'permissions'].map((name) => [name, '--help'])].map((args) =>
        denytrace(args),
      ),
    );
    const known = helps.flatMap(({ stdout }) => stdout.match(/--[a-z][a-z-]+/g) ?? []);
    const named = PAGE.match(/(?<![\w-])--[a-z][a-z-]+/g) ?? [];
    expect(named.filter((option) => ![...known, '--global'].includes(option))).toEqual([]);
    const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
    expect(Object.keys(inputs).filter((name) => !PAGE.includes(`| \`${name}\` |`))).toEqual([]);
  });
});
