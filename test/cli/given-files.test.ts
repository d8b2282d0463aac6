import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPolicyFile } from '../../src/cli/given/policy-file.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { denytrace, SILENT, temporaryFolder } from './run-bin.ts';

const folder = temporaryFolder();
const POLICY = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] };

function fileWith(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('a file with a policy', () => {
  it.each([
    ['the document', POLICY],
    ['aws s3api get-bucket-policy', { Policy: JSON.stringify(POLICY) }],
    ['aws iam get-role-policy', { RoleName: 'r', PolicyName: 'p', PolicyDocument: POLICY }],
    ['aws iam get-policy-version', { PolicyVersion: { VersionId: 'v1', Document: POLICY } }],
    ['aws organizations describe-policy', { Policy: { PolicySummary: {}, Content: JSON.stringify(POLICY) } }],
    ['aws ecr get-repository-policy', { repositoryName: 'r', policyText: JSON.stringify(POLICY) }],
    ['aws secretsmanager get-resource-policy', { ARN: 'a', ResourcePolicy: JSON.stringify(POLICY) }],
  ])('may hold it as %s prints it', (name, content) => {
    expect(readPolicyFile(fileWith(`${name.replace(/\W/g, '-')}.json`, content))).toEqual(POLICY);
  });

  it.each([[{}], [[]], [{ Policy: 'none' }], ['"text"'], [{ Policy: { Policy: { Policy: { Policy: POLICY } } } }]])(
    'is refused where it holds none: %j',
    (content) => {
      expect(() => readPolicyFile(fileWith('none.json', content))).toThrow(UsageError);
    },
  );

  it.concurrent.each(['--session-policy', '--resource-policy', '--scp', '--rcp', '--endpoint-policy'])(
    '%s takes no other JSON for one',
    async (option) => {
      const { code, stderr } = await denytrace(['--no-aws', option, fileWith(`${option}.json`, {}), SILENT]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^denytrace: cannot read .*: it is not a policy \(an object with a Statement\)\n$/);
    },
  );
});

describe('a file with a web identity token', () => {
  it('is refused where it holds none, without a word of it', async () => {
    const path = fileWith('token', 'eyJhbGciOi.very-secret.x');
    const { code, stderr } = await denytrace(['--no-aws', '--web-identity-token', path, SILENT]);
    expect(code).toBe(2);
    expect(stderr).toBe(`denytrace: cannot read ${path}: it is not a JSON web token\n`);
  });
});
