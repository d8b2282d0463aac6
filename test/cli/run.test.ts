import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BARE_ENV, BIN, denytrace, NAMED, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();
const node = process.execPath;
const script = (code: string) => ['run', '--no-aws', '--', node, '-e', code];

describe('denytrace run', () => {
  it('passes each stream on, byte by byte, and exits as the command did', async () => {
    const { code, stdoutBytes, stderr } = await denytrace(
      script('process.stdout.write(Buffer.from([0,255,10,13]));process.stderr.write("to stderr");process.exitCode=7'),
    );
    expect([...stdoutBytes]).toEqual([0, 255, 10, 13]);
    expect(stderr).toBe('to stderr');
    expect(code).toBe(7);
  });

  it('hands its standard input to the command', async () => {
    const { stdout } = await denytrace(script('process.stdin.pipe(process.stdout)'), { input: 'through' });
    expect(stdout).toBe('through');
  });

  it('reports on standard error what was denied, and keeps the exit code', async () => {
    const { code, stdout, stderr } = await denytrace(
      script(`console.error(${JSON.stringify(NAMED)});process.exitCode=1`),
    );
    expect(stdout).toBe('');
    expect(stderr).toContain('scp.named-by-aws');
    expect(code).toBe(1);
    expect((await denytrace(script(`console.error(${JSON.stringify(NAMED)})`))).code).toBe(0);
  });

  it('counts what both streams hold as one', async () => {
    const { stderr } = await denytrace(
      script(`console.error(${JSON.stringify(NAMED)});console.log(${JSON.stringify(NAMED)})`),
    );
    expect(stderr).toContain('×2');
  });

  it('writes the report where --report says', async () => {
    const report = join(folder, 'report.json');
    const args = [
      'run',
      '--no-aws',
      '--format',
      'json',
      '--report',
      report,
      '--',
      node,
      '-e',
      `console.log(${JSON.stringify(NAMED)})`,
    ];
    const { stdout, stderr } = await denytrace(args);
    expect(stdout).toBe(`${NAMED}\n`);
    expect(stderr).toBe('');
    expect(JSON.parse(readFileSync(report, 'utf8')).diagnoses).toHaveLength(1);
  });

  it('says why a command could not be started', async () => {
    const missing = await denytrace(['run', '--', join(folder, 'missing')]);
    expect(missing.code).toBe(127);
    expect(missing.stderr).toMatch(/^denytrace: cannot run .*missing: there is no such file\n$/);
    expect((await denytrace(['run', '--', 'no-such-command'])).stderr).toContain('there is no such command');
    expect((await denytrace(['run', '--', folder])).code).toBe(126);
  });

  it('forwards signals, and exits with 128 + n where the command ended by one', async () => {
    const child = spawn(node, [BIN, ...script('console.log("ready");setInterval(()=>{},1000)')], { env: BARE_ENV });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    expect(code).toBe(128 + 15);
  });

  it('lets the command decide what a signal means', async () => {
    const code = 'process.on("SIGTERM",()=>process.exit(5));console.log("ready");setInterval(()=>{},1000)';
    const child = spawn(node, [BIN, ...script(code)], { env: BARE_ENV });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect((await once(child, 'close'))[0]).toBe(5);
  });

  it('takes prose that begins with its name for text', async () => {
    const { code, stderr } = await denytrace(['--no-aws', 'run', 'terraform', 'apply', NAMED]);
    expect(code).toBe(1);
    expect(stderr).toContain('this was read as text; did you mean: denytrace run -- terraform apply');
  });
});
