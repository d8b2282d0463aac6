import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { rows } from './rows.ts';
import {
  ACCOUNT,
  ALLOW_ALL,
  ALLOW_OTHER,
  allowing,
  CALLERS,
  type CallerKind,
  DENY_ALL,
  document,
  layerOf,
  named,
  OTHER_ACCOUNT,
  policies,
  request,
} from './worlds.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/deploy`;
const FOREIGN_ROLE = `arn:aws:iam::${OTHER_ACCOUNT}:role/deploy`;

// "No permissions are required to perform this operation. If an administrator attaches a policy … that explicitly denies access … you can
// still perform this operation": https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
// "No permissions are required for users … You cannot use policies to control": https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
describe('operations that need no permission', () => {
  it.each(
    rows(`
    action                  | caller         | allowed
    sts:GetCallerIdentity   | user           | yes
    sts:getcalleridentity   | session        | yes
    sts:GetCallerIdentity   | federated-user | yes
    sts:GetCallerIdentity   | root           | yes
    sts:GetSessionToken     | user           | yes
    sts:GetSessionToken     | root           | yes
    sts:GetSessionToken     | session        | no
    sts:GetFederationToken  | user           | no
    sts:GetAccessKeyInfo    | user           | no
  `),
  )('%s by the %s against an explicit deny: %s', (action = '', caller, allowed) => {
    const given = policies({ identity: [named(DENY_ALL)], session: [named(ALLOW_ALL)], scps: [[named(DENY_ALL)]] });
    const found = evaluate(request({ ...CALLERS[caller as CallerKind], action, resource: '*' }), given); // a cell of the table
    expect(found.allowed).toBe(allowed);
    if (allowed === 'yes') expect(found.blockers).toEqual([]);
  });

  it('still show what the layers say', () => {
    const given = policies({ identity: [named(DENY_ALL)] });
    const found = evaluate(request({ action: 'sts:GetCallerIdentity', resource: '*' }), given);
    expect(layerOf(found, 'identity')).toMatchObject({ deny: 'yes' });
  });
});

// The caller's own permission and the organization's settings decide: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-access-management.html
it.each([
  ['silent', ALLOW_OTHER, 'no', ['identity']],
  ['allows', ALLOW_ALL, 'unknown', []],
])('sts:AssumeRoot needs no policy of the account: identity %s', (_, identity, allowed, blockers) => {
  const resource = `arn:aws:iam::${OTHER_ACCOUNT}:root`;
  const asked = request({ action: 'sts:AssumeRoot', resource, resourceAccount: OTHER_ACCOUNT });
  const found = evaluate(asked, policies({ identity: [named(identity)] }));
  expect([found.allowed, found.blockers]).toEqual([allowed, blockers]);
});

// "You cannot use AWS account root user credentials to call AssumeRole": https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
it('the root user assumes no role', () => {
  const resource = document({ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' });
  const found = evaluate(
    request({ ...CALLERS.root, action: 'sts:AssumeRole', resource: ROLE }),
    policies({ resource }),
  );
  expect([found.allowed, found.blockers]).toEqual(['no', []]);
});

// Only a role has a trust policy: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
it.each([
  [`arn:aws:iam::${ACCOUNT}:user/bob`, ACCOUNT],
  [`arn:aws:iam::${OTHER_ACCOUNT}:group/devs`, OTHER_ACCOUNT],
])('%s cannot be assumed, which is no layer’s fault', (resource, resourceAccount) => {
  const asked = request({ action: 'sts:AssumeRole', resource, resourceAccount });
  const found = evaluate(asked, policies({ identity: [named(ALLOW_ALL)] }));
  expect([found.allowed, found.blockers]).toEqual(['no', []]);
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
describe('iam:PassRole', () => {
  const asked = (resource: string, resourceAccount: string) =>
    request({ action: 'iam:PassRole', resource, resourceAccount });

  it('is decided without the trust policy of the role', () => {
    const given = policies({
      identity: [named(ALLOW_ALL)],
      resource: allowing({ Service: 'ec2.amazonaws.com' }, { Effect: 'Deny' }),
    });
    const found = evaluate(asked(ROLE, ACCOUNT), given);
    expect([found.allowed, found.blockers]).toEqual(['yes', []]);
    expect(layerOf(found, 'resource')).toEqual({ allow: 'yes', deny: 'no', statements: [] });
  });

  it('is granted by no resource policy', () => {
    const given = policies({ resource: allowing('*') });
    expect(evaluate(asked(ROLE, ACCOUNT), given)).toMatchObject({ allowed: 'no', blockers: ['identity'] });
  });

  it('is limited by boundary and service control policies', () => {
    const given = policies({ identity: [named(ALLOW_ALL)], boundary: ALLOW_OTHER, scps: [[named(ALLOW_OTHER)]] });
    expect(evaluate(asked(ROLE, ACCOUNT), given)).toMatchObject({ allowed: 'no', blockers: ['boundary', 'scp'] });
  });

  it('does not work across accounts, which is no layer’s fault', () => {
    const given = policies({ identity: [named(ALLOW_ALL)] });
    expect(evaluate(asked(FOREIGN_ROLE, OTHER_ACCOUNT), given)).toMatchObject({ allowed: 'no', blockers: [] });
  });

  it('names what else is in the way there', () => {
    const given = policies({ identity: [named(ALLOW_ALL)], scps: [[named(DENY_ALL)]] });
    expect(evaluate(asked(FOREIGN_ROLE, OTHER_ACCOUNT), given)).toMatchObject({ allowed: 'no', blockers: ['scp'] });
  });
});

// Which layer the policy of the resource is: a role's trust policy for the operations that make and mark its sessions.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
it.each(
  rows(`
  action                          | resource                                  | layer
  sts:AssumeRole                  | ${ROLE}                                   | trust
  STS:assumerole                  | ${ROLE}                                   | trust
  sts:AssumeRoleWithSAML          | ${ROLE}                                   | trust
  sts:AssumeRoleWithWebIdentity   | ${ROLE}                                   | trust
  sts:TagSession                  | ${ROLE}                                   | trust
  sts:SetSourceIdentity           | ${ROLE}                                   | trust
  sts:SetContext                  | ${ROLE}                                   | trust
  sts:TagSession                  | arn:aws:iam::111122223333:user/anna       | resource
  sts:GetFederationToken          | arn:aws:sts::111122223333:federated-user/anna | resource
  iam:PassRole                    | ${ROLE}                                   | resource
  iam:GetRole                     | ${ROLE}                                   | resource
  s3:GetObject                    | arn:aws:s3:::reports/q1.csv               | resource
`),
)('%s on %s asks the %s policy', (action = '', resource = '', layer = '') => {
  const { layers } = evaluate(request({ action, resource }), policies());
  const other = layer === 'trust' ? 'resource' : 'trust';
  expect(Object.keys(layers).sort()).toEqual(
    ['boundary', 'endpoint', 'identity', 'rcp', 'scp', 'session', layer].sort(),
  );
  expect(layers).not.toHaveProperty(other);
});

// "you cannot … tag" without it: sts:TagSession, SetSourceIdentity and SetContext need the trust policy too.
it.each(['sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext'])(
  '%s must be allowed by the trust policy',
  (action) => {
    const trust = (allowed: string | string[]) =>
      document({ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: allowed });
    const asked = request({ action, resource: ROLE });
    const without = evaluate(asked, policies({ identity: [named(ALLOW_ALL)], resource: trust('sts:AssumeRole') }));
    const beside = evaluate(
      asked,
      policies({ identity: [named(ALLOW_ALL)], resource: trust(['sts:AssumeRole', action]) }),
    );
    expect([without.allowed, without.blockers, beside.allowed]).toEqual(['no', ['trust'], 'yes']);
  },
);
