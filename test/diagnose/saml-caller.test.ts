import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { render } from '../../src/report/render.ts';

const ROLE = 'arn:aws:iam::111122223333:role/saml';
const PROVIDER = 'arn:aws:iam::111122223333:saml-provider/Okta';
const AUDIENCE = 'https://signin.aws.amazon.com/saml';
const TEXT = 'Not authorized to perform sts:AssumeRoleWithSAML';

const snapshot = openSnapshot({
  denytrace: 'snapshot/1',
  scope: 'account',
  accounts: {
    '111122223333': {
      organizationId: null,
      samlProviders: { [PROVIDER]: {} },
      authorizationDetails: {
        UserDetailList: [],
        GroupDetailList: [],
        Policies: [],
        RoleDetailList: [
          {
            RoleName: 'saml',
            RoleId: 'AROAEXAMPLESAML',
            Arn: ROLE,
            Path: '/',
            AttachedManagedPolicies: [],
            RolePolicyList: [],
            AssumeRolePolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Principal: { Federated: PROVIDER },
                  Action: 'sts:AssumeRoleWithSAML',
                  Condition: { StringEquals: { 'SAML:aud': AUDIENCE } },
                },
              ],
            },
          },
        ],
      },
    },
  },
});

async function diagnosed(caller: string | null, audience?: string) {
  const named = caller === null ? {} : { caller };
  const context = audience === undefined ? {} : { 'SAML:aud': audience };
  const [diagnosis] = await diagnose({ text: `${TEXT} on resource: ${ROLE}` }, { source: snapshot, context, ...named });
  if (diagnosis === undefined) throw new Error('no denial');
  return diagnosis;
}

describe('a role that is asked for with a SAML assertion', () => {
  it('stays open without the provider, which no token can tell', async () => {
    const { verdict, open } = await diagnosed(null, AUDIENCE);
    expect(verdict).toBe('undetermined');
    expect(open).toContainEqual(
      expect.objectContaining({ what: 'which identity provider the caller comes from', toPass: 'caller' }),
    );
  });

  it('is decided by its provider and the keys of the assertion', async () => {
    expect((await diagnosed(PROVIDER, AUDIENCE)).verdict).toBe('allowed');
    const other = await diagnosed(PROVIDER, 'https://eu-west-1.signin.aws.amazon.com/saml');
    expect(other).toMatchObject({ verdict: 'denied', causes: [{ id: 'saml.condition', fix: { check: 'allowed' } }] });
    expect(render([other], 'text', { width: 200 })).toContain(
      'value differs: request has https://eu-west-1.signin.aws.amazon.com/saml',
    );
  });

  it('is not given to those of another provider', async () => {
    const { verdict, causes } = await diagnosed('arn:aws:iam::111122223333:saml-provider/okta', AUDIENCE);
    expect(verdict).toBe('denied');
    expect(causes[0]?.evidence[0]).toMatchObject({
      nearMiss: {
        element: 'principal',
        policySays: PROVIDER,
        difference: 'different case: policy has Okta, request has okta',
      },
    });
  });
});
