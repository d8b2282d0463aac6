import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BARE_ENV, BIN, denytrace, NAMED, SILENT, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();

describe('standard input', () => {
  it('is read when nothing else gives the text', async () => {
    const { code, stdout } = await denytrace(['--no-aws'], { input: `noise\n${NAMED}\nnoise\n` });
    expect(code).toBe(1);
    expect(stdout).toContain('scp.named-by-aws');
  });

  it('is read from where it stands if it is a file', async () => {
    const inputFile = writeText('behind.log', `noise\n${NAMED}\nnoise\n${NAMED}\n`);
    const { code, stdout } = await denytrace(['--no-aws'], { inputFile });
    expect(code).toBe(1);
    expect(stdout).toContain('×2, first on line 2, last on line 4');
  });

  it.each([
    ['the arguments', ['--no-aws', NAMED]],
    ['a file', ['--no-aws', '--file', writeText('one.log', NAMED)]],
    ['a demo', ['demo']],
    ['can', ['can', '--no-aws', 'anonymous', 's3:GetObject', 'arn:aws:s3:::b/k']],
  ])('is never waited for when %s give the text', async (_, args) => {
    const { code } = await denytrace(args, { input: null });
    expect(code).not.toBeNull();
  });

  it('counts what it holds often', async () => {
    const { stdout } = await denytrace(['--no-aws'], { input: `${NAMED}\n`.repeat(37) });
    expect(stdout).toContain('×37');
    expect(stdout).toContain('first on line 1, last on line 37');
  });
});

describe('--tee', () => {
  it('copies every byte to standard output, and reports on standard error', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0, 255, 254, 13, 10]),
      Buffer.from(`${NAMED}\n`),
      Buffer.alloc(300_000, 'x'),
    ]);
    const { code, stdoutBytes, stderr } = await denytrace(['--no-aws', '--tee'], { input: bytes });
    expect(stdoutBytes.equals(bytes)).toBe(true);
    expect(stderr).toContain('scp.named-by-aws');
    expect(code).toBe(1);
  });
});

describe('standard output', () => {
  it('is never cut, however long the report', async () => {
    const text = Array.from({ length: 400 }, (_, index) => NAMED.replace('prod-deploy', `role-${index}`)).join('\n\n');
    const { stdout } = await denytrace(['--no-aws', '--format', 'json'], { input: text });
    expect(stdout.length).toBeGreaterThan(300_000);
    expect(JSON.parse(stdout).diagnoses.length).toBeGreaterThan(90);
  });

  it('may be closed by its reader', async () => {
    const child = spawn(process.execPath, [BIN, 'demo'], { env: BARE_ENV, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const errors: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    await once(child, 'close');
    expect(Buffer.concat(errors).toString()).not.toMatch(/EPIPE|bug in denytrace/);
  });

  it('keeps the text of a demo, and the names of the others, out of what is piped', async () => {
    const { stdout, stderr } = await denytrace(['demo', '--format', 'json']);
    expect(JSON.parse(stdout)).toHaveProperty('diagnoses');
    expect(stderr).toContain('User: arn:aws:sts::111122223333:assumed-role/ci-deployer/build-42 is not authorized');
    expect(stderr).toContain('Others, with denytrace demo NAME: scp-and-identity, ');
  });

  it('has no colours in a pipe, has them if they are forced, and never with NO_COLOR or --no-color', async () => {
    const sequence = '\u001b[';
    expect((await denytrace(['--no-aws', NAMED])).stdout).not.toContain(sequence);
    expect((await denytrace(['--no-aws', NAMED], { env: { FORCE_COLOR: '1' } })).stdout).toContain(sequence);
    expect((await denytrace(['--no-aws', NAMED], { env: { NO_COLOR: '1' } })).stdout).not.toContain(sequence);
    expect((await denytrace(['--no-aws', '--no-color', NAMED], { env: { FORCE_COLOR: '1' } })).stdout).not.toContain(
      escape,
    );
  });
});

describe('a GitHub job', () => {
  it('gets annotations and a summary', async () => {
    const summary = join(folder, 'summary.md');
    const { code, stdout } = await denytrace(['--no-aws', '--format', 'github'], {
      input: `${NAMED}\n${SILENT.replace('prod', 'test')}\n`,
      env: { GITHUB_STEP_SUMMARY: summary, CI: 'true' },
    });
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(0, 8)),
    ).toEqual(['::error ', '::error ']);
    expect(readFileSync(summary, 'utf8')).toContain('## denytrace: 2 denials');
  });
});

describe('a step of a GitHub job', () => {
  const outputs = async (format: string, input: string, ...args: readonly string[]) => {
    const file = join(mkdtempSync(join(folder, 'step-')), 'output');
    const { code } = await denytrace([...args, '--no-aws', '--format', format], {
      input,
      env: { GITHUB_OUTPUT: file },
    });
    return { code, written: existsSync(file) ? readFileSync(file, 'utf8') : null };
  };

  it('gets what was found as outputs, and what it would have exited with', async () => {
    expect(await outputs('github', NAMED)).toEqual({
      code: 0,
      written: 'denials=1\nconclusion=explained\ncauses=["scp.named-by-aws"]\nexit-code=1\n',
    });
    const { written } = await outputs('github', `${NAMED}\n${SILENT}\n`);
    expect(written).toMatch(/^denials=2\nconclusion=inconclusive\ncauses=\["scp.named-by-aws"\]\nexit-code=3\n$/);
    expect((await outputs('github', 'all is well')).written).toBe(
      'denials=0\nconclusion=none\ncauses=[]\nexit-code=0\n',
    );
  });

  it('counts only what is not known', async () => {
    const known = join(folder, 'known.json');
    writeFileSync(known, (await denytrace(['--no-aws', '--format', 'json', NAMED])).stdout);
    const { written } = await outputs('github', NAMED, '--known', known);
    expect(written).toContain('denials=1\n');
    expect(written).toContain('exit-code=0\n');
  });

  it('gets no outputs in another format', async () => {
    expect(await outputs('text', NAMED)).toEqual({ code: 1, written: null });
  });
});

describe('without AWS, without credentials', () => {
  it('says what the text proves, and stays silent on standard error', async () => {
    const { code, stdout, stderr } = await denytrace([NAMED]);
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toContain('scp.named-by-aws');
    expect(stdout).toContain('no credentials');
  });

  it('is open where the text does not tell', async () => {
    const { code, stdout, stderr } = await denytrace([SILENT]);
    expect(code).toBe(3);
    expect(stderr).toBe('');
    expect(stdout).not.toMatch(/\bNone\b|allowed\b.*✓/);
  });
});

function writeText(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
