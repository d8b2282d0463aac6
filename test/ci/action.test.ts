import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BARE_ENV, denytrace, NAMED, SILENT, temporaryFolder } from '../cli/run-bin.ts';
import { ROOT, runStep, type StepOptions } from './steps.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly steps: readonly {
      readonly id: string;
      readonly run: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

const action: Action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
const folder = temporaryFolder();
const LOG = { 'build.log': `one line\n${NAMED}\n` };

function stepOf(id: string) {
  const step = action.runs.steps.find((one) => one.id === id);
  if (step === undefined) throw new Error(`no step ${id}`);
  return step;
}

/** Runs the action's last step with these inputs; AWS is not asked unless a test says otherwise. */
function explain(inputs: Readonly<Record<string, string>>, options: StepOptions = {}) {
  const { run, env = {} } = stepOf('explain');
  const given: Readonly<Record<string, string>> = { args: '--no-aws', ...inputs };
  const values = Object.entries(env).map(([name, value]) => {
    const [, input = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value) ?? [];
    return [name, given[input] ?? action.inputs[input]?.default ?? ''] as const;
  });
  return runStep(run, folder, { ...options, env: { ...Object.fromEntries(values), ...options.env } });
}

/** The outputs by name: every line is one. */
function named(outputs: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    outputs
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

describe('action.yml', () => {
  it('puts no expression into a script, and passes every input', () => {
    const { steps } = action.runs;
    expect(steps.filter(({ run }) => run.includes('${{'))).toEqual([]);
    const passed = Object.values(stepOf('explain').env ?? {}).map((value) =>
      value.replace(/^.*inputs\.([\w-]+).*$/, '$1'),
    );
    expect(passed.toSorted()).toEqual(Object.keys(action.inputs).toSorted());
  });

  it('sets every output that it names', async () => {
    const { outputs } = await explain({ log: 'build.log' }, { files: LOG });
    const values = Object.entries(action.outputs).map(([name, { value }]) => [name, value]);
    expect(values).toEqual(Object.keys(named(outputs)).map((name) => [name, `\${{ steps.explain.outputs.${name} }}`]));
  });

  it('builds what its commit has, once', async () => {
    const checkout = join(folder, 'checkout');
    const bin = join(folder, 'bin');
    for (const path of [checkout, join(checkout, 'dist'), bin]) mkdirSync(path);
    writeFileSync(join(bin, 'npm'), '#!/bin/sh\necho "$@" >>npm-calls; [ "$1" = ci ] || touch dist/cli.cjs\n');
    chmodSync(join(bin, 'npm'), 0o755);
    const env = { GITHUB_ACTION_PATH: checkout, PATH: `${bin}:${BARE_ENV.PATH}` };
    for (let run = 0; run < 2; run += 1)
      expect(await runStep(stepOf('build').run, folder, { env })).toMatchObject({ code: 0 });
    expect(readFileSync(join(checkout, 'npm-calls'), 'utf8')).toMatch(/^ci .*--include=dev .*\nrun build .*\n$/);
  });
});

describe('the action on a log', () => {
  it('annotates, writes the summary, and says in outputs what it found', async () => {
    const { code, stdout, stderr, summary, outputs } = await explain({ log: 'build.log' }, { files: LOG });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^::error file=build\.log,line=2,title=[^\n]*scp\.named-by-aws[^\n]*\n$/);
    expect(summary).toContain('scp.named-by-aws');
    const { report = '', ...found } = named(outputs);
    expect(found).toEqual({ denials: '1', conclusion: 'explained', causes: '["scp.named-by-aws"]' });
    expect(readFileSync(report, 'utf8')).toBe(summary);
  });

  it('finds nothing where there is nothing', async () => {
    const files = { 'build.log': 'all is well\n' };
    const { code, outputs } = await explain({ log: 'build.log', 'exit-zero': 'false' }, { files });
    expect(code).toBe(0);
    expect(named(outputs)).toMatchObject({ denials: '0', conclusion: 'none', causes: '[]' });
  });

  it('reads several files, facts of a snapshot, and writes the report in another format', async () => {
    const demo = readFileSync(join(ROOT, 'src/cli/demos/trust-near-miss.json'), 'utf8');
    const { text } = JSON.parse(demo).incident;
    const files = { 'one.log': text, 'two and more.log': NAMED, 'facts.json': demo };
    const inputs = { log: 'one.log\ntwo and more.log\n', snapshot: 'facts.json', format: 'json', args: '' };
    const { code, stderr, outputs } = await explain(inputs, { files });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { report = '', causes, conclusion } = named(outputs);
    expect(causes).toBe('["trust.near-miss","scp.named-by-aws"]');
    const { diagnoses } = JSON.parse(readFileSync(report, 'utf8'));
    // No policy of the snapshot denies what AWS's words say that one denies.
    expect(diagnoses).toMatchObject([{ conclusion: 'explained' }, { conclusion: 'contradicted' }]);
    expect(conclusion).toBe('contradicted');
    expect(readdirSync(join(report, '..')).toSorted()).toEqual(['outputs', 'report.json', 'report.md']);
  });

  it('fails for a denial if that is wanted, but not for one that is known', async () => {
    const known = (await denytrace(['--no-aws', '--format', 'json', NAMED])).stdout;
    const files = { ...LOG, 'known.json': known };
    const strict = { log: 'build.log', 'exit-zero': 'false' };
    expect(await explain(strict, { files })).toMatchObject({ code: 1 });
    expect(await explain({ ...strict, known: 'known.json' }, { files })).toMatchObject({ code: 0 });
    const open = { ...files, 'build.log': SILENT };
    expect(await explain({ ...strict, known: 'known.json' }, { files: open })).toMatchObject({ code: 3 });
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['neither a log nor a command', {}],
    ['both', { log: 'build.log', command: 'true' }],
    ['a log that is not there', { log: 'other.log' }],
    ['an option that there is not', { log: 'build.log', args: '--wat' }],
    ['a format that there is not', { log: 'build.log', format: '../x' }],
  ])('is wrong usage: %s', async (_, inputs) => {
    const { code, stdout, stderr } = await explain(inputs, { files: LOG });
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(/^(?:::error title=denytrace::|denytrace: )/);
  });
});

describe('the action with a command', () => {
  it('passes on what it prints, and exits as it did', async () => {
    const command = `echo before\necho '${NAMED}' >&2\n(exit 7)\necho never`;
    const { code, stdout, summary, outputs } = await explain({ command });
    expect(code).toBe(7);
    expect(stdout).toMatch(/^before\n[^\n]+\n::error title=/);
    expect(summary).toContain('scp.named-by-aws');
    expect(named(outputs)).toMatchObject({ denials: '1', conclusion: 'explained' });
  });

  it('fails where a part of a pipe does, and keeps no copy of what was printed', async () => {
    const { code, outputs } = await explain({ command: `echo '${NAMED}' | grep nothing | cat` });
    expect(code).toBe(1);
    expect(readdirSync(join(named(outputs)['report'] ?? '', '..')).toSorted()).toEqual(['outputs', 'report.md']);
  });
});

describe('hostile values', () => {
  const EVIL = ['$(touch pwned)', '`touch pwned`', '"; touch pwned; "', "'; touch pwned; '", '-x; touch pwned'];

  it.each(EVIL)('are values only: %s', async (evil) => {
    for (const name of ['log', 'snapshot', 'known', 'args', 'format', 'exit-zero']) {
      const { cwd } = await explain({ log: 'build.log', [name]: evil }, { files: LOG });
      expect({ name, isExecuted: existsSync(join(cwd, 'pwned')) }).toEqual({ name, isExecuted: false });
    }
    const { code, cwd } = await explain({ log: evil.replaceAll('/', '') }, { files: { [evil]: NAMED } });
    expect({ code, isExecuted: existsSync(join(cwd, 'pwned')) }).toEqual({ code: 0, isExecuted: false });
  });

  it('of a log neither command the runner nor set outputs', async () => {
    const lines = [
      NAMED,
      '::set-env name=PATH::/evil',
      '::error::\u001b[31mnot ours',
      'causes=["evil"]',
      `User: arn:aws:iam::111122223333:user/%0A::stop-commands::x is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/%0Acauses=evil \${{ github.token }} $(touch pwned)"`,
    ];
    const { code, stdout, outputs, cwd } = await explain(
      { log: 'build.log' },
      { files: { 'build.log': lines.join('\n') } },
    );
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .filter((line) => !line.startsWith('::error file=build.log,line=')),
    ).toEqual([]);
    expect(stdout).not.toMatch(/%0A::stop-commands|\u001b/);
    expect(Object.keys(named(outputs))).toEqual(['denials', 'conclusion', 'causes', 'report']);
    expect(outputs).not.toContain('evil');
    expect(existsSync(join(cwd, 'pwned'))).toBe(false);
  });
});
