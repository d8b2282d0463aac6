import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../../src/report/formats.ts';
import { ATTACKS, hostileIncident } from './hostile-incident.ts';
import { BARE_ENV, denytrace, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();
const snapshot = join(folder, 'hostile.json');
writeFileSync(snapshot, JSON.stringify(hostileIncident));

/** What may not reach a terminal or an eye: controls other than line breaks, bidirectional and invisible characters. */
const HIDDEN = /[^\P{C}\n]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** What the runner of a job would obey: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
const RUNNER_COMMAND = /^\s*::(?!error )[a-z]|##(vso|teamcity)?\[/im;

const FORMATS = FORMAT_NAMES;
const DETAILS = [[], ['-q'], ['-v'], ['--fix-format', 'terraform']] as const;

describe.each(FORMATS)('a hostile incident as %s', (format) => {
  it.each(DETAILS.map((detail) => [detail]))('shows nothing hidden and commands nobody (%j)', async (detail) => {
    const { code, stdout, stderr } = await denytrace(['--snapshot', snapshot, '--format', format, '--all', ...detail]);
    expect(code).toBeLessThan(4);
    expect(stderr).toBe('');
    expect(stdout).toContain('AssumeRole');
    expect(stdout).not.toMatch(HIDDEN);
    expect(stdout).not.toMatch(RUNNER_COMMAND);
  });
});

it('gives annotations one line each, and appends a page of Markdown without HTML of theirs', async () => {
  const summary = join(folder, 'summary.md');
  const { stdout } = await denytrace(['--snapshot', snapshot, '--format', 'github'], {
    env: { GITHUB_STEP_SUMMARY: summary },
  });
  for (const line of stdout.trimEnd().split('\n')) expect(line).toMatch(/^::error [^\n]*::/);
  const page = readFileSync(summary, 'utf8').replace(/^(`{3,}).*?^\1$/gms, '');
  expect(page).not.toMatch(/<(script|img)/);
  expect(page).not.toMatch(/\]\((?!https:\/\/(docs|console)\.aws\.amazon\.com\/)/);
});

describe('--fix-dir', () => {
  const fixes = join(folder, 'fixes');
  const commands = join(fixes, 'commands.sh');

  beforeAll(async () => {
    await denytrace(['--snapshot', snapshot, '--fix-dir', fixes, '--fix-format', 'terraform']);
  });

  it('writes into its folder only, under plain names', () => {
    for (const name of readdirSync(fixes)) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/);
    expect(readdirSync(folder).filter((name) => name.includes('owned'))).toEqual([]);
  });

  it('writes documents that keep what they held', () => {
    const documents = readdirSync(fixes).filter((name) => name.endsWith('.json'));
    expect(documents).not.toEqual([]);
    for (const name of documents)
      expect(readFileSync(join(fixes, name), 'utf8')).toContain(JSON.stringify(ATTACKS.html).slice(1, -1));
  });

  it.each([
    ['111122223333', 0],
    ['444455556666', 0],
    ['999900001111', 1],
  ] as const)(
    // The names of the roles and of the inline policy would be options: they get no command.
    'writes a script that does nothing but its own commands in account %s',
    (account, changing) => {
      const calls = runWithFakeAws(commands, account);
      expect(calls[0]).toEqual(['sts', 'get-caller-identity', '--query', 'Account', '--output', 'text']);
      expect(calls).toHaveLength(1 + changing);
      for (const [service, operation, ...rest] of calls.slice(1)) {
        expect(`${service} ${operation}`).toMatch(/^(iam|organizations) (update|put|create|attach)-[a-z-]+$/);
        for (const option of rest.filter((argument) => argument.startsWith('-')))
          expect(option).toMatch(/^--(policy|role|user|group|content|type|name|set-as-default)[a-z-]*$/);
      }
      expect(existsSync(join(fixes, 'owned'))).toBe(false);
      expect(existsSync(join(folder, 'owned'))).toBe(false);
    },
  );
});

it('prints only commands that reach the program as they are, and hold no option of theirs', async () => {
  const { stdout } = await denytrace(['--snapshot', snapshot, '-v', '--all']);
  const lines = stdout.split('\n').filter((line) => /^\s+(aws|denytrace) [a-z]/.test(line));
  expect(lines).not.toEqual([]);
  for (const line of lines) {
    const printed = execFileSync('/bin/sh', ['-c', `set -f; printf '%s\\0' ${line}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    for (const argument of printed.split('\0').slice(1, -1)) expect(argument).not.toMatch(/^--[a-z]+=evil/);
  }
  expect(existsSync(join(folder, 'owned'))).toBe(false);
});

describe('--record', () => {
  it('keeps what it read, and replays to the same report', async () => {
    const copy = join(folder, 'copy.json');
    const first = await denytrace(['--snapshot', snapshot, '--record', copy]);
    const again = await denytrace(['--snapshot', copy]);
    const withoutLines = (report: string) => report.replace(/\(lines? [\d–]+\)/g, '');
    expect(again).toMatchObject({ code: first.code, stderr: '' });
    expect(withoutLines(again.stdout)).toBe(withoutLines(first.stdout));
  });

  it('can be redacted, to something that still explains it', async () => {
    const shared = join(folder, 'shared.json');
    await denytrace(['--snapshot', snapshot, '--record', shared, '--redact=names']);
    const text = readFileSync(shared, 'utf8');
    for (const told of ['111122223333', '444455556666', 'o-exampleorg1', 'role/--profile=evil'])
      expect(text).not.toContain(told);
    const { stdout } = await denytrace(['--snapshot', shared]);
    expect(stdout).toContain('sts:AssumeRole  denied');
  });
});

/** Runs a script with a program for `aws` that only writes down what it was given; one list of arguments a call. */
function runWithFakeAws(script: string, account: string): readonly (readonly string[])[] {
  const bin = join(folder, `bin-${account}`);
  const log = join(folder, `${account}.log`);
  mkdirSync(bin, { recursive: true });
  const program = `#!/bin/sh\nfor argument; do printf '%s\\0' "$argument"; done >> "${log}"\nprintf '\\n' >> "${log}"\necho ${account}\n`;
  writeFileSync(join(bin, 'aws'), program, { mode: 0o755 });
  execFileSync('/bin/sh', [script], { env: { ...BARE_ENV, PATH: `${bin}:${BARE_ENV.PATH}` }, stdio: 'pipe' });
  return readFileSync(log, 'utf8')
    .split('\0\n')
    .slice(0, -1)
    .map((call) => call.split('\0'));
}
