import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { BIN, NAMED } from '../cli/run-bin.ts';
import { silentAws } from './silent-aws.ts';
import { start } from './started.ts';

const TERMINALS = [
  ['cols 0 rows 0', 'xterm-256color'],
  ['cols 0 rows 0', ''],
  ['cols 1 rows 1', 'xterm'],
  ['cols 9 rows 3', 'dumb'],
  ['cols 19', 'no-such-terminal'],
  ['cols 500 rows 200', 'unknown'],
] as const;

const hasScript = spawnSync('script', ['--version']).status === 0;

describe.skipIf(!hasScript)('a real terminal', () => {
  it.each(TERMINALS)('of %s that is called "%s" gets the report in time', async (size, TERM) => {
    const aws = await silentAws();
    const command = `stty ${size}; exec "${process.execPath}" "${BIN}" --timeout 0.3 '${NAMED}'`;
    const { child, ended } = start('script', ['-qec', command, '/dev/null'], { env: { ...aws.env, TERM } });
    child.stdin?.end();
    const { code, stdout } = await ended;
    expect(stdout).toContain('scp.named-by-aws');
    expect(code).toBe(1);
  });

  it.each([
    ['rows 24', 2],
    ['rows 400', 1],
    ['rows 0', 1],
  ])('with %s shows the answer %s times: at the end, too, where the report is longer', async (rows, times) => {
    const command = `stty cols 80 ${rows}; exec "${process.execPath}" "${BIN}" --no-aws '${NAMED}'`;
    const { child, ended } = start('script', ['-qec', command, '/dev/null'], { env: { TERM: 'xterm', NO_COLOR: '1' } });
    child.stdin?.end();
    const { stdout } = await ended;
    const lines = stdout.trimEnd().split(/\r?\n/);
    const answer = lines.slice(0, lines.indexOf(''));
    expect(answer[0]).toMatch(/^✗ AWS says /);
    expect(lines.filter((line) => line === answer[0])).toHaveLength(times);
    if (times === 2) expect(lines.slice(-answer.length - 1)).toEqual(['', ...answer]);
  });

  it('whose width is not known has nothing that moves', async () => {
    const aws = await silentAws();
    const command = `stty cols 0; exec "${process.execPath}" "${BIN}" --timeout 0.3 '${NAMED}'`;
    const { child, ended } = start('script', ['-qec', command, '/dev/null'], {
      env: { ...aws.env, TERM: 'xterm', NO_COLOR: '1' },
    });
    child.stdin?.end();
    const { stdout } = await ended;
    expect(stdout).toContain('scp.named-by-aws');
    expect(stdout).not.toContain('\u001b');
  });
});
