import { describe, expect, it } from 'vitest';
import { denytrace, NAMED } from '../cli/run-bin.ts';
import { answering } from './endpoints.ts';

/** Ends a read that nobody answers, long after everything else. */
const IN_TIME = ['--timeout', '600'];

describe('an answer', () => {
  it.each([200, 403])('that is a web page (%d) is not taken for one of AWS', async (status) => {
    const env = await answering((_, response) => {
      response
        .writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
        .end('<!DOCTYPE html><html>Sign in</html>');
    });
    const { stdout } = await denytrace([...IN_TIME, NAMED], { env });
    expect(stdout.replace(/\s+/g, ' ')).toContain('such as a proxy or a sign-in page');
  });

  it('without end is cut off', async () => {
    let sent = 0;
    let requests = 0;
    const block = Buffer.alloc(64 * 1024, ' ');
    const env = await answering((_, response) => {
      requests += 1;
      response.writeHead(200, { 'content-type': 'text/xml' });
      const more = () => {
        sent += block.length;
        if (!response.destroyed) response.write(block, more);
      };
      more();
    });
    const { stdout, code } = await denytrace([...IN_TIME, '--format', 'json', NAMED], { env });
    const [{ open }] = JSON.parse(stdout).diagnoses;
    expect(open.map((gap: { code: string }) => gap.code)).toContain('NotFromAws');
    // What is under way in buffers comes on top.
    expect(sent / requests).toBeLessThan(32 * 1024 * 1024);
    expect(code).toBe(1);
  });

  const REFUSALS = [
    ['ExpiredToken', 'sign in again'],
    ['SignatureDoesNotMatch', 'the clock of this machine'],
    ['InvalidClientTokenId', 'does not know the access key ID'],
    ['RequestExpired', 'the clock of this machine'],
    ['MissingAuthenticationToken', 'without a whole signature'],
  ] as const;

  it.each(REFUSALS)(
    'that refuses the credentials (%s) is told as that, and asks for no permission',
    async (refused, words) => {
      const env = await answering((request, response) => {
        const isJson = request.headers['x-amz-target'] !== undefined;
        const body = isJson
          ? JSON.stringify({ __type: refused })
          : `<ErrorResponse><Error><Code>${refused}</Code><Message>m</Message></Error></ErrorResponse>`;
        response.writeHead(403, { 'content-type': isJson ? 'application/x-amz-json-1.1' : 'text/xml' }).end(body);
      });
      const { stdout } = await denytrace([...IN_TIME, NAMED], { env });
      const said = stdout.replace(/\s+/g, ' ');
      expect(said.split(words).length - 1).toBe(1);
      expect(said).not.toMatch(/needs iam:|can read (it|them):/);
      const json = JSON.parse((await denytrace([...IN_TIME, '--format', 'json', NAMED], { env })).stdout);
      const gaps = json.diagnoses[0].open.filter(({ code }: { code: string }) => code === refused);
      expect(gaps.length).toBeGreaterThan(0);
      for (const { permission } of gaps) expect(permission).toBeNull();
    },
  );
});
