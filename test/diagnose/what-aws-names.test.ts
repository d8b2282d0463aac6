import { describe, expect, it } from 'vitest';
import { diagnose, render } from '../../src/index.ts';
import type { CredentialError, Denial } from '../../src/model/denial.ts';
import { denialOf } from '../parts/denial-of.ts';
import { ACCOUNT, account, EVERYTHING, managed, refused, reported, role } from './small-account.ts';

const SCOPE = `arn:aws:iam::${ACCOUNT}:policy/Scope`;

it('a session policy that AWS names by its ARN is read, and others may be there', async () => {
  const deny = { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' };
  const text = refused('s3:GetObject', 'arn:aws:s3:::b/k', `with an explicit deny in a session policy: ${SCOPE}`);
  const [found] = await diagnose(
    { text },
    { source: account({ roles: [role('ci', [EVERYTHING])], policies: [managed(SCOPE, deny)] }) },
  );
  expect(found?.causes.map(({ id }) => id)).toEqual(['session.explicit-deny']);
  expect(found?.causes[0]?.evidence[0]).toMatchObject({ policy: { arn: SCOPE }, statement: { index: 0 } });
});

it('the owner of a key is said to be one of a KMS key', async () => {
  const key = 'arn:aws:kms:eu-west-1:444455556666:key/11111111-2222-3333-4444-555555555555';
  const text = refused('kms:Decrypt', key, 'because no resource-based policy allows the kms:Decrypt action');
  expect(await reported(text, account({ roles: [role('ci', [EVERYTHING])] }))).toContain('owner of KMS key 11111111-');
});

describe('an object that may not exist', () => {
  const text = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied';
  const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
  const ids = async (statements: readonly object[] | null) => {
    const source = statements === null ? 'none' : account({ roles: [role('ci', statements)] });
    const [found] = await diagnose({ text: `${text}\n${refused('s3:GetObject', 'arn:aws:s3:::b/k', '')}` }, { source });
    return found?.causes.map(({ id }) => id);
  };

  it.each([
    ['is thought of where the caller’s policies are known not to allow listing', [read], ['identity.missing-object']],
    ['is not where they allow it', [{ ...EVERYTHING, Action: 's3:*' }], []],
    ['is not where they are not known', null, []],
  ] as const)('%s', async (_, statements, causes) => {
    expect(await ids(statements)).toEqual(causes);
  });
});

describe('a denial that a program made', () => {
  const errors: readonly (CredentialError | null)[] = ['expired', 'signature', 'mfa-required', 'web-identity', null];
  const denials = errors.map((credentialError): Denial => {
    const kind = credentialError === null ? 'service-cannot-assume' : 'credentials';
    const resource = `arn:aws:iam::${ACCOUNT}:role/x`;
    return denialOf({ code: '', shape: '', kind, credentialError, action: 'sts:AssumeRole', resource });
  });

  it('is reported without an empty quote', async () => {
    for (const denial of denials) {
      const report = render(await diagnose({ denial }, { source: 'none' }), 'text');
      expect(report).toContain('sts:AssumeRole');
      expect(report).not.toContain('“”');
    }
  });
});
