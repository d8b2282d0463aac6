import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, denytrace, NAMED, temporaryFolder } from '../cli/run-bin.ts';
import { answering, listen } from './endpoints.ts';
import { silentAws } from './silent-aws.ts';
import { start } from './started.ts';

const folder = temporaryFolder();

describe('credentials', () => {
  it('of a container that does not answer cost a second, not the time for reading', async () => {
    const { url } = await silentAws();
    const env = { AWS_REGION: 'us-east-1', AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/c` };
    // The time for reading is longer than that of a test.
    const { stdout, stderr } = await denytrace(['--timeout', '600', NAMED], { env });
    expect(stdout.replace(/\s+/g, ' ')).toContain('which should give the credentials of the container');
    expect(stderr).toBe('');
  });

  it('of a program that does not end leave no program behind', async () => {
    const lives = createServer();
    const port = await listen(lives);
    const gone = once(lives, 'connection').then(([socket]) => once(socket.resume(), 'close'));
    const program = `${process.execPath} -e 'require("net").connect(${port},"127.0.0.1")'`;
    const config = join(folder, 'process-config');
    // The shell does not pass a signal on to what it has started.
    execFileSync('tee', [config], {
      input: `[default]\ncredential_process = ${program}; true\n`,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    const { code } = await denytrace(['--timeout', '2', NAMED], {
      env: { AWS_REGION: 'us-east-1', AWS_CONFIG_FILE: config },
    });
    await gone;
    expect(code).toBe(1);
  });

  it('that need an MFA code ask for it at the terminal, though standard input is a pipe', async () => {
    const bodies: string[] = [];
    const env = await answering((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
      request.on('end', () => response.writeHead(403).end());
    });
    const config = join(folder, 'mfa-config');
    const settings = `[profile mfa]\nrole_arn = arn:aws:iam::111122223333:role/r\nsource_profile = base\nmfa_serial = arn:aws:iam::111122223333:mfa/ana\n[profile base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = x\n`;
    execFileSync('tee', [config], { input: settings, stdio: ['pipe', 'ignore', 'inherit'] });
    const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...rest } = env;
    const options = { ...rest, AWS_CONFIG_FILE: config };
    const command = `echo '${NAMED}' | "${process.execPath}" "${BIN}" --timeout 5 --profile mfa`;
    const { child, ended, printed } = start('script', ['-qec', command, '/dev/null'], {
      env: { ...options, TERM: 'xterm' },
    });
    await printed('MFA code for arn:aws:iam::111122223333:mfa/ana: ');
    child.stdin?.write('123456\n');
    expect((await ended).stdout).toContain('scp.named-by-aws');
    expect(bodies.join('\n')).toContain('TokenCode=123456');

    const alone = await denytrace(['--timeout', '5', '--profile', 'mfa', NAMED], { env: options });
    expect(alone.stdout.replace(/\s+/g, ' ')).toContain('aws configure export-credentials --profile mfa');
  });
});
