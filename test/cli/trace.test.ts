import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { denytrace, NAMED, SILENT } from './run-bin.ts';

const CALLER = 'arn:aws:iam::111122223333:user/ana';
const BEYOND = '  beyond the policies';

/** The lines under a line of the trace, as far as they are indented more than it is. */
function under(trace: string, head: string): readonly string[] {
  const lines = trace.split('\n');
  const start = lines.findIndex((line) => line.startsWith(head));
  const depth = head.search(/\S/);
  const rest = start < 0 ? [] : lines.slice(start + 1);
  const end = rest.findIndex((line) => line.search(/\S/) <= depth);
  return end < 0 ? rest : rest.slice(0, end);
}

describe('--trace', () => {
  it('says on standard error which causes were asked for a blocker, in order, and which one it is', async () => {
    const { stdout, stderr } = await denytrace(['demo', '--trace', '--format', 'json']);
    const [{ causes }] = JSON.parse(stdout).diagnoses;
    const request = 'causes of sts:AssumeRole on arn:aws:iam::444455556666:role/prod-deploy, as requested (line 1)';
    expect(stderr).toContain(`\n${request}\n${BEYOND}\n    no   `);
    const asked = under(stderr, '  trust policy: no statement allows it (evaluated)');
    expect(asked.filter((line) => line.startsWith('    yes  '))).toEqual([`    yes  ${causes[0].id}`]);
    expect(asked.at(0)).toMatch(/^ {4}no {3}[a-z-]+\.[a-z-]+: \S/);
    expect(asked).toContain('    no   trust.explicit-deny: it explains a different kind of blocker');
    expect(stderr).not.toContain('(removed)');
    // What stands behind the winner would have explained it as well.
    expect(asked.at(-1)).toMatch(/^ {4}no {3}trust\.[a-z-]+: not considered, because an earlier cause wins$/);
  });

  it('changes nothing that is printed otherwise', async () => {
    const [plain, traced] = await Promise.all([denytrace(['demo']), denytrace(['demo', '--trace'])]);
    expect(traced.stdout).toBe(plain.stdout);
    expect(traced.code).toBe(plain.code);
    expect(plain.stderr).not.toContain('causes of');
  });

  it('names a blocker that only AWS’s words tell of', async () => {
    const { stderr } = await denytrace(['--no-aws', '--trace', NAMED]);
    expect(under(stderr, '  service control policies: named by AWS (aws)')).toContain('    yes  scp.named-by-aws');
  });

  it('names the statement of an explicit deny', async () => {
    const { stderr } = await denytrace(['demo', 'scp-and-identity', '--trace']);
    const statement = 'Data › OnlyPlatformAssumesAcross › statement 0 "NoAssumeIntoAnalytics" denies it (aws)';
    expect(under(stderr, `  service control policies: ${statement}`)).toContain('    yes  scp.principal-arn');
  });

  it('tells the requests of a denial apart', async () => {
    const role = 'sts:AssumeRole on arn:aws:iam::111122223333:role';
    expect(await heads('role-without-its-path-and-aws-names-a-layer')).toEqual([
      `causes of ${role}/prod-db, as requested (line 1)`,
      `causes of ${role}/prod/prod-db, under the right name (line 1)`,
      `causes of ${role}/prod/prod-db, under the right name, without AWS’s reason (line 1)`,
    ]);
    const { stderr } = await denytrace(['demo', 'passrole-path', '--trace']);
    const related = `${role}/service-role/image-resizer, which the same call needs as well (line 1)`;
    expect(stderr).toContain(`causes of ${related}\n${BEYOND}\n`);
  });

  it('keeps the denials of a log in their order', async () => {
    const lines = (await heads('two-denials-in-one-log')).map((head) => Number(/line (\d+)/.exec(head)?.[1]));
    expect(new Set(lines).size).toBe(2);
    expect(lines).toEqual(lines.toSorted((left, right) => left - right));
  });

  it('shows no secret and no control character of the text', async () => {
    const text = `${SILENT.replace('role/prod-deploy', 'role/x?X-Amz-Signature=0123456789abcdef0123456789abcdef')}\u001b[2J`;
    const { stderr } = await denytrace(['--no-aws', '--trace', text]);
    expect(stderr).toContain('causes of sts:AssumeRole');
    expect(stderr).not.toMatch(/0123456789abcdef|\u001b/);
  });

  it('says of a request without an error text what it is about', async () => {
    const { stderr } = await denytrace(['can', '--no-aws', '--trace', CALLER, 's3:GetObject', 'arn:aws:s3:::b/k']);
    expect(stderr).toContain('causes of s3:GetObject on arn:aws:s3:::b/k, as requested\n');
  });
});

/** The requests of a recorded incident, as the trace names them. */
async function heads(incident: string): Promise<readonly string[]> {
  const file = join(import.meta.dirname, '../cases', incident, 'incident.json');
  const { stderr } = await denytrace(['--snapshot', file, '--trace']);
  return stderr.split('\n').filter((line) => line.startsWith('causes of '));
}
