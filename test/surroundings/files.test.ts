import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../src/cli/write-files.ts';
import { denytrace, NAMED, temporaryFolder } from '../cli/run-bin.ts';
import { start } from './started.ts';

const root = temporaryFolder();

/** A folder of its own for each test. */
function folder(name: string): string {
  const path = join(root, name);
  mkdirSync(path);
  return path;
}

/** Makes a link to a log; the link. */
function linked(make: (target: string, path: string) => void) {
  return (log: string, link: string) => {
    make(log, link);
    return link;
  };
}

describe('--record', () => {
  it.each([
    ['by its own name', (log: string) => log],
    ['by another path', (log: string) => join(log, '..', '.', 'log.txt')],
    ['by a symbolic link', linked(symlinkSync)],
    ['by a hard link', linked(linkSync)],
  ])('never overwrites its input, %s', async (name, other) => {
    const own = folder(`over ${name}`);
    const log = join(own, 'log.txt');
    writeFileSync(log, NAMED);
    const target = other(log, join(own, 'link'));
    for (const args of [
      ['--file', log],
      ['--snapshot', log],
      ['--scp', log, NAMED],
    ]) {
      const { code, stdout, stderr } = await denytrace(['--no-aws', ...args, '--record', target]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^denytrace: .*$/m);
      expect(readFileSync(log, 'utf8')).toBe(NAMED);
    }
  });

  it('never overwrites what a shell redirects standard input from', async () => {
    const log = join(folder('redirected'), 'log.txt');
    writeFileSync(log, NAMED);
    const run = 'exec "$0" "$1" --no-aws --record "$2" <"$2"';
    const { ended } = start('bash', [
      '-c',
      run,
      process.execPath,
      join(import.meta.dirname, '../../bin/denytrace.cjs'),
      log,
    ]);
    const { code, stderr } = await ended;
    expect(stderr).toContain('standard input');
    expect(code).toBe(2);
    expect(readFileSync(log, 'utf8')).toBe(NAMED);
  });

  it('is for its owner only, whatever stood there', async () => {
    const file = join(folder('mode'), 'r.json');
    writeFileSync(file, 'old');
    chmodSync(file, 0o666);
    await denytrace(['--no-aws', '--record', file, NAMED]);
    expect(readFileSync(file, 'utf8')).toContain('denytrace');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each([true, false])(
    'follows no symbolic link (to a file that exists: %s), and the report is printed',
    async (exists) => {
      const own = folder(`link ${exists}`);
      const [victim, link] = [join(own, 'victim'), join(own, 'r.json')];
      if (exists) writeFileSync(victim, 'precious');
      symlinkSync(victim, link);
      const { code, stdout, stderr } = await denytrace(['--no-aws', '--record', link, NAMED]);
      expect(stdout).toContain('scp.named-by-aws');
      expect(stderr).toBe(`denytrace: cannot write ${link}: it is a symbolic link\n`);
      expect(code).toBe(2);
      expect(existsSync(victim) && readFileSync(victim, 'utf8')).toBe(exists && 'precious');
    },
  );

  it('loses nothing on a full disk', async () => {
    const own = folder('full');
    const file = join(own, 'r.json');
    writeFileSync(file, 'old');
    // A limit on the size of files fails a write half-way, as a full disk does.
    const run = 'ulimit -f 4; trap "" XFSZ; exec "$0" "$1" --no-aws --record "$2"';
    const { child, ended } = start('bash', [
      '-c',
      run,
      process.execPath,
      join(import.meta.dirname, '../../bin/denytrace.cjs'),
      file,
    ]);
    child.stdin?.end(
      Array.from({ length: 200 }, (_, index) => NAMED.replace('prod-deploy', `role-${index}`)).join('\n'),
    );
    const { code, stdout, stderr } = await ended;
    expect(stdout).toContain('scp.named-by-aws');
    expect(stderr).toMatch(/^denytrace: cannot write .*r\.json: .*\n$/);
    expect(code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(own)).toEqual(['r.json']);
  });
});

describe('several files', () => {
  it('are all written, or none', () => {
    const own = folder('several');
    const [first, second] = [join(own, 'first'), join(own, 'second')];
    symlinkSync(join(own, 'victim'), second);
    const files = [
      { path: first, content: 'one' },
      { path: second, content: 'two' },
    ];
    expect(() => writeFiles(files)).toThrow('it is a symbolic link');
    expect(readdirSync(own)).toEqual(['second']);
  });

  it('that are devices are written to, and stay', () => {
    writeFiles([{ path: '/dev/null', content: 'nothing' }]);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

const DEMO = join(import.meta.dirname, '../../src/cli/demos/trust-near-miss.json');

describe('--fix-dir', () => {
  it('writes files for their owner only, and through no symbolic link', async () => {
    const [plain, linked] = [join(root, 'fixes'), folder('linked fixes')];
    expect((await denytrace(['--snapshot', DEMO, '--fix-dir', plain])).stderr).toBe('');
    const names = readdirSync(plain);
    expect(names).toContain('commands.sh');
    for (const name of names) {
      expect(statSync(join(plain, name)).mode & 0o077).toBe(0);
      symlinkSync(join(root, `victim-${name}`), join(linked, name));
    }
    const { code, stdout, stderr } = await denytrace(['--snapshot', DEMO, '--fix-dir', linked]);
    expect(stdout).not.toBe('');
    expect(stderr).toContain('it is a symbolic link');
    expect(code).toBe(2);
    for (const name of names) expect(existsSync(join(root, `victim-${name}`))).toBe(false);
  });
});
