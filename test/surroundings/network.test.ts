import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { denytrace, NAMED, temporaryFolder } from '../cli/run-bin.ts';
import { answering, KEYS, listen } from './endpoints.ts';
import { silentAws } from './silent-aws.ts';

const folder = temporaryFolder();
/** Ends a read that nobody answers, long after everything else. */
const IN_TIME = ['--timeout', '5'];

/** A proxy that notes what it is asked to connect to, and with which password; then it connects to `port`, or answers `status`. */
async function proxy({ port, status = 502 }: { port?: number; status?: number }) {
  const asked: string[] = [];
  const passwords = new Set<string | undefined>();
  const server = createServer((request, response) => {
    asked.push(String(request.url));
    response.writeHead(status).end();
  });
  server.on('connect', (request, client) => {
    asked.push(String(request.url));
    passwords.add(request.headers['proxy-authorization']);
    client.on('error', () => {});
    if (port === undefined) {
      client.end(`HTTP/1.1 ${status} no\r\n\r\n`);
      return;
    }
    const target = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 ok\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    target.on('error', () => client.destroy());
  });
  return { port: await listen(server), asked, passwords };
}

describe('a proxy', () => {
  it('is used for every host of AWS, with its password, which is never printed', async () => {
    const { port, asked, passwords } = await proxy({});
    const env = { ...KEYS, HTTPS_PROXY: `http://ana:hunter2@127.0.0.1:${port}` };
    const { stdout, stderr, code } = await denytrace([...IN_TIME, NAMED], { env });
    expect(new Set(asked)).toEqual(
      new Set(['sts.us-east-1', 'iam', 'organizations.us-east-1'].map((host) => `${host}.amazonaws.com:443`)),
    );
    expect([...passwords]).toEqual([`Basic ${Buffer.from('ana:hunter2').toString('base64')}`]);
    expect(stdout).toContain('scp.named-by-aws');
    expect(stdout.replace(/\s+/g, ' ')).toContain(`the proxy 127.0.0.1:${port} does not connect to`);
    expect(stdout).toContain('HTTP 502');
    expect(stdout + stderr).not.toContain('hunter2');
    expect([stderr, code]).toEqual(['', 1]);
  });

  it('is not asked for what NO_PROXY names', async () => {
    const [aws, { port, asked }] = [await silentAws(), await proxy({})];
    const http = { ...aws.env, HTTP_PROXY: `127.0.0.1:${port}` };
    await denytrace(['--timeout', '1', NAMED], { env: { ...http, no_proxy: '127.0.0.1' } });
    expect(asked).toEqual([]);
    await denytrace(['--timeout', '1', NAMED], { env: http });
    expect(asked.some((url) => url.startsWith(aws.url))).toBe(true);
  });

  it('that is not a URL is told as that, without its password, and nothing is sent around it', async () => {
    let requests = 0;
    const aws = await answering((_, response) => {
      requests += 1;
      response.writeHead(403).end();
    });
    const env = { ...aws, http_proxy: 'http://ana:hunter2@proxy:80800' };
    const { stdout } = await denytrace([...IN_TIME, NAMED], { env });
    expect(stdout.replace(/\s+/g, ' ')).toContain('HTTP_PROXY is not the URL of a proxy: nothing was sent');
    expect(stdout).not.toContain('hunter2');
    expect(requests).toBe(0);
  });

  it('that cannot be reached is named', async () => {
    const { stdout } = await denytrace([...IN_TIME, NAMED], { env: { ...KEYS, https_proxy: 'http://127.0.0.1:1' } });
    expect(stdout.replace(/\s+/g, ' ')).toContain('the proxy 127.0.0.1:1 could not be reached (ECONNREFUSED)');
  });
});

describe('an endpoint in place of AWS', () => {
  const IDENTITY = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::111122223333:user/bob</Arn><UserId>AIDAEXAMPLEBOB</UserId><Account>111122223333</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`;
  const standIn = () =>
    answering((_, response) => response.writeHead(200, { 'content-type': 'text/xml' }).end(IDENTITY));

  it.each(['text', 'markdown', 'json'])('is named once, because what was read came from it: %s', async (format) => {
    const env = await standIn();
    const { stdout } = await denytrace([...IN_TIME, '--format', format, NAMED], { env });
    const named =
      format === 'json' ? `"aws=${env.AWS_ENDPOINT_URL}"` : `came from ${env.AWS_ENDPOINT_URL} in place of AWS`;
    const said = stdout.replace(/\s+/g, ' ').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    expect(said.split(named)).toHaveLength(2);
  });

  it('is named where the profile sets it', async () => {
    const { AWS_ENDPOINT_URL, ...env } = await standIn();
    const config = join(folder, 'endpoint-config');
    writeFileSync(config, `[default]\nendpoint_url = ${AWS_ENDPOINT_URL}\n`);
    const { stdout } = await denytrace([...IN_TIME, NAMED], { env: { ...env, AWS_CONFIG_FILE: config } });
    expect(stdout.replace(/\s+/g, ' ')).toContain(`came from ${AWS_ENDPOINT_URL} in place of AWS`);
  });

  it('is named for the service that it is set for', async () => {
    const { AWS_ENDPOINT_URL, ...env } = await standIn();
    const { stdout } = await denytrace([...IN_TIME, NAMED], {
      env: { ...env, AWS_ENDPOINT_URL_STS: AWS_ENDPOINT_URL, https_proxy: 'http://127.0.0.1:1' },
    });
    expect(stdout.replace(/\s+/g, ' ')).toContain(`came from ${AWS_ENDPOINT_URL} in place of AWS`);
  });

  it('is not said of an endpoint that answers nothing', async () => {
    const { env } = await silentAws();
    const { stdout } = await denytrace(['--timeout', '1', NAMED], { env });
    expect(stdout).not.toContain('in place of AWS');
  });
});

describe('a certificate of a private CA', () => {
  const [key, ca] = [join(folder, 'k.pem'), join(folder, 'ca.pem')];
  const make = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost -addext';
  execFileSync('openssl', [...make.split(' '), 'subjectAltName=DNS:localhost', '-keyout', key, '-out', ca], {
    stdio: 'ignore',
  });

  async function awsWithTls() {
    const requests: string[] = [];
    const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(ca) }, (request, response) => {
      requests.push(String(request.url));
      response
        .writeHead(403, { 'content-type': 'text/xml' })
        .end('<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>');
    });
    const port = await listen(server);
    return { port, requests, env: { ...KEYS, AWS_ENDPOINT_URL: `https://localhost:${port}` } };
  }

  it.each([
    ['AWS_CA_BUNDLE', { AWS_CA_BUNDLE: ca }, ''],
    ['ca_bundle of the profile', {}, `[default]\nca_bundle = ${ca}\n`],
    ['NODE_EXTRA_CA_CERTS', { NODE_EXTRA_CA_CERTS: ca }, ''],
  ])('is trusted by %s, also through a proxy', async (_, trust, config) => {
    const aws = await awsWithTls();
    const AWS_CONFIG_FILE = join(folder, `config-${aws.port}`);
    execFileSync('tee', [AWS_CONFIG_FILE], { input: config, stdio: ['pipe', 'ignore', 'inherit'] });
    const env = { ...aws.env, ...trust, AWS_CONFIG_FILE };
    await denytrace([...IN_TIME, NAMED], { env });
    expect(aws.requests.length).toBeGreaterThan(0);
    aws.requests.length = 0;
    const { port } = await proxy({ port: aws.port });
    await denytrace([...IN_TIME, NAMED], { env: { ...env, HTTPS_PROXY: `http://127.0.0.1:${port}` } });
    expect(aws.requests.length).toBeGreaterThan(0);
  });

  it('is not trusted without them: no request is sent, and the report says what to do', async () => {
    const aws = await awsWithTls();
    const { stdout, stderr } = await denytrace([...IN_TIME, NAMED], { env: aws.env });
    expect(aws.requests).toEqual([]);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'the certificate of localhost is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT)',
    );
    expect(stdout).toContain('AWS_CA_BUNDLE');
    expect(stderr).toBe('');
  });

  it('in a file that does not exist is told as that', async () => {
    const { stdout } = await denytrace([...IN_TIME, NAMED], { env: { ...KEYS, AWS_CA_BUNDLE: '/no/ca.pem' } });
    expect(stdout.replace(/\s+/g, ' ')).toContain('the CA bundle /no/ca.pem (AWS_CA_BUNDLE) does not exist');
  });
});
