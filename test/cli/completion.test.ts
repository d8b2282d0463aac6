import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../src/causes/registry.ts';
import { complete } from '../../src/cli/command-line/complete.ts';
import { HELPS } from '../../src/cli/command-line/help-texts.ts';
import { PROGRAMS } from '../../src/cli/command-line/programs.ts';
import { DEMO_NAMES } from '../../src/cli/demo-incidents.ts';
import { FORMAT_NAMES } from '../../src/report/formats.ts';
import { BARE_ENV, BIN, denytrace, temporaryFolder } from './run-bin.ts';

const values = (...words: readonly string[]) => complete(words).candidates.map(({ value }) => value);

describe('what completes a command line', () => {
  it('are the commands, or a file', () => {
    const named = Object.keys(HELPS).filter((name) => name !== 'diagnose');
    expect(values('').toSorted()).toEqual([...named, 'help'].toSorted());
    expect(complete(['']).files).toBe(true);
    expect(values('pe')).toEqual(['permissions']);
    expect(values('build.log', '')).toEqual([]);
  });

  it('are the options of the command', () => {
    for (const [name, make] of Object.entries(PROGRAMS)) {
      const long = make().options.flatMap(({ long, hidden }) => (hidden || !long ? [] : [long]));
      const found = values(...(name === 'diagnose' ? [] : [name]), '--');
      expect([...long, '--help'].filter((option) => !found.includes(option))).toEqual([]);
    }
    expect(values('can', '--exp')).toEqual(['--expect']);
    expect(values('--expect')).toEqual([]);
  });

  it.each([
    [['--format', ''], [...FORMAT_NAMES]],
    [
      ['demo', '--format', 'j'],
      ['json', 'jsonl'],
    ],
    [['--format=js'], ['--format=json', '--format=jsonl']],
    [['--no-aws', 'dem'], ['demo']],
    [['--profile', 'can', 'dem'], ['demo']],
    [['demo', ''], [...DEMO_NAMES]],
    [['demo', 'boundary', ''], []],
    [['can', 'm'], ['me']],
    [['can', 'me', 'sts:AssumeRoleWithS'], ['sts:AssumeRoleWithSAML']],
    [['can', 'me', 'sts:assumerolewiths'], ['sts:AssumeRoleWithSAML']],
    [['can', '--profile', 'ci', 'me', 'organ'], ['organizations:']],
    [['--action', 'sts:GetCallerI'], ['sts:GetCallerIdentity']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['run', ''], ['--']],
    [['--caller', ''], []],
  ] as const)('%j: %j', (words, expected) => {
    expect(values(...words)).toEqual(expected);
  });

  it('are the causes', () => {
    expect(values('explain', '')).toEqual(CAUSES.map(({ id }) => id));
  });

  it.each([
    [['--file', ''], true],
    [['--snapshot', 'x'], true],
    [['--fix-dir', ''], true],
    [['--file=x'], true],
    [['run', '--', 'terraform', ''], true],
    [['--caller', ''], false],
    [['demo', ''], false],
  ] as const)('%j may be a file: %s', (words, files) => {
    expect(complete(words).files).toBe(files);
  });
});

it('there is none for another shell', async () => {
  const { code, stdout, stderr } = await denytrace(['completion', 'tcsh']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe('denytrace: there is no completion for tcsh; there is one for bash, zsh, fish\n');
});

/** What each shell offers for a line, asked as its users' Tab key asks. */
const ASKING = {
  bash: (line: string) => [
    '-c',
    `eval "$(denytrace completion bash)"
     COMP_LINE='${line}' COMP_POINT=${line.length} COMP_CWORD=1 COMP_WORDS=(denytrace)
     _denytrace; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  zsh: (line: string) => [
    '-fc',
    `setopt extendedglob
     autoload -Uz compinit && compinit -u -D
     eval "$(denytrace completion zsh)"
     # The parts of the completion system that show what they are given, in the place of those that need a terminal.
     _describe() { print -rl -- "\${(@P)2%%:[^:]#}" }
     _files() { print -rl -- *(N) }
     words=(\${(z)\${:-'${line}x'}}); words[-1]=\${words[-1]%x}; CURRENT=$#words
     _denytrace`,
  ],
  fish: (line: string) => ['--no-config', '-c', `denytrace completion fish | source; complete -C '${line}'`],
} as const;

type Shell = keyof typeof ASKING;

const SHELLS = Object.keys(ASKING) as readonly Shell[]; // its own keys

describe.each(SHELLS)('in %s', (shell) => {
  const isInstalled = spawnSync(shell, ['-c', 'true']).status === 0;
  const folder = temporaryFolder();
  const bin = join(folder, 'bin');
  const work = join(folder, 'work');
  for (const path of [bin, work]) mkdirSync(path);
  writeFileSync(join(bin, 'denytrace'), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`, { mode: 0o755 });
  for (const file of ['build.log', 'other file.log']) writeFileSync(join(work, file), '');

  /** What is offered, without descriptions. */
  function offered(line: string): readonly string[] {
    const env = { ...BARE_ENV, PATH: `${bin}:${BARE_ENV.PATH}`, HOME: folder, TERM: 'dumb' };
    const printed = execFileSync(shell, ASKING[shell](line), { cwd: work, env, encoding: 'utf8', stdio: 'pipe' });
    return printed
      .split('\n')
      .map((one) => one.split('\t')[0]?.replaceAll('\\', '') ?? '')
      .filter((one) => one !== '');
  }

  it.skipIf(!isInstalled)(`the command line is completed${isInstalled ? '' : `: ${shell} is not installed`}`, () => {
    expect(offered('denytrace dem')).toContain('demo');
    expect(offered('denytrace demo b')).toEqual(['boundary']);
    expect(offered('denytrace --format mark')).toEqual(['markdown']);
    expect(offered('denytrace can --exp')).toEqual(['--expect']);
    expect(offered('denytrace explain trust.near-miss-')).toEqual(
      CAUSES.map(({ id }) => id).filter((id) => id.startsWith('trust.near-miss-')),
    );
    expect(offered('denytrace --file b')).toContain('build.log');
    // bash keeps what is before its last word break.
    const action = shell === 'bash' ? 'GetCallerIdentity' : 'sts:GetCallerIdentity';
    expect(offered('denytrace can me sts:GetCallerI')).toEqual([action]);
  });
});
