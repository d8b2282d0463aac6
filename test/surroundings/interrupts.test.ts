import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { BIN, NAMED, SILENT } from '../cli/run-bin.ts';
import { silentAws } from './silent-aws.ts';
import { start } from './started.ts';

const node = process.execPath;
const INTERRUPTS = transformSync(readFileSync(new URL('../../src/cli/interrupts.ts', import.meta.url), 'utf8'), {
  loader: 'ts',
}).code;

const ENDINGS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

describe.each(ENDINGS)('%s', (signal, exitCode) => {
  it('while AWS does not answer ends the reading, and what the text proves is printed', async () => {
    const aws = await silentAws();
    const { child, ended } = start(node, [BIN, NAMED], { env: aws.env });
    child.stdin?.end();
    await aws.asked;
    child.kill(signal);
    const { code, stdout, stderr } = await ended;
    expect(stdout).toContain('scp.named-by-aws');
    expect(stdout).toContain('stopped by you');
    expect(stdout).not.toContain('timed out');
    expect(stderr).toBe('');
    expect(code).toBe(exitCode);
  });

  it('leaves JSON whole', async () => {
    const aws = await silentAws();
    const { child, ended } = start(node, [BIN, '--format', 'json', SILENT], { env: aws.env });
    await aws.asked;
    child.kill(signal);
    const { code, stdout } = await ended;
    const [{ open }] = JSON.parse(stdout).diagnoses;
    const refused = open.filter((gap: { kind: string }) => gap.kind === 'refused');
    expect(new Set(refused.map((gap: { code: string }) => gap.code))).toEqual(new Set(['Stopped']));
    expect(code).toBe(exitCode);
  });

  it('while standard input is open ends the reading, and what came by then is reported', async () => {
    const { child, ended } = start(node, [BIN, '--no-aws']);
    // More than a pipe holds: once it is taken, the denial before it was read.
    await new Promise((taken) => child.stdin?.write(`${NAMED}\n${'all is well\n'.repeat(200_000)}`, taken));
    child.kill(signal);
    const { code, stdout, stderr } = await ended;
    expect(stdout).toContain('scp.named-by-aws');
    expect(stderr).toBe('');
    expect(code).toBe(exitCode);
  });

  it('a second time ends it at once, though nothing else would', async () => {
    const { child, ended, printed } = start(node, [
      '--input-type=module',
      '-e',
      `${INTERRUPTS}
       const { signal } = listenForInterrupts();
       signal.addEventListener('abort', () => setImmediate(() => { console.log('stopping'); for (;;); }));
       setInterval(() => {}, 1000);
       console.log('ready');`,
    ]);
    await printed('ready');
    child.kill(signal);
    await printed('stopping');
    child.kill(signal);
    expect((await ended).signal).toBe(signal);
  });

  it('does not break off what --tee copies, however often it comes', async () => {
    const { child, ended, printed } = start(node, [BIN, '--no-aws', '--tee']);
    child.stdin?.write(`${NAMED}\n`);
    await printed('\n');
    child.kill(signal);
    child.stdin?.write('stopping\n');
    await printed('stopping');
    child.kill(signal);
    child.stdin?.write('saving\n');
    await printed('saving');
    child.stdin?.end('saved\n');
    const { code, stdout, stderr } = await ended;
    expect(stdout).toBe(`${NAMED}\nstopping\nsaving\nsaved\n`);
    expect(stderr).toContain('scp.named-by-aws');
    expect(code).toBe(exitCode);
  });

  it('after the command of run has ended does not cost the finding, nor its exit code', async () => {
    const aws = await silentAws();
    const command = `console.log(${JSON.stringify(NAMED)}); process.exitCode = 7`;
    const { child, ended } = start(node, [BIN, 'run', '--', node, '-e', command], { env: aws.env });
    await aws.asked;
    child.kill(signal);
    const { code, stderr } = await ended;
    expect(stderr).toContain('scp.named-by-aws');
    expect(stderr).toContain('stopped by you');
    expect(code).toBe(7);
  });
});

it('Ctrl-C, which a terminal sends to the whole pipeline, lets the program before --tee save its state', async () => {
  const producer = 'trap "echo stopping; echo saved; exit 9" INT; echo "$2"; while :; do read -t 1 <> <(:); done';
  const { child, ended, printed } = start(
    'bash',
    ['-c', `( ${producer} ) | "$0" "$1" --no-aws --tee`, node, BIN, NAMED],
    {
      detached: true,
    },
  );
  await printed('\n');
  process.kill(-(child.pid ?? 0), 'SIGINT');
  const { stdout, stderr } = await ended;
  expect(stdout).toBe(`${NAMED}\nstopping\nsaved\n`);
  expect(stderr).toContain('scp.named-by-aws');
});

it('Ctrl-C while the command of run is running is for the command', async () => {
  const command = `process.on('SIGINT', () => process.exit(5)); console.log(${JSON.stringify(NAMED)}); setInterval(() => {}, 1000)`;
  const { child, ended, printed } = start(node, [BIN, 'run', '--no-aws', '--', node, '-e', command], {
    detached: true,
  });
  await printed('\n');
  process.kill(-(child.pid ?? 0), 'SIGINT');
  const { code, stderr } = await ended;
  expect(stderr).toContain('scp.named-by-aws');
  expect(code).toBe(5);
});
