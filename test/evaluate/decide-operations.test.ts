import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { EvaluationPolicies } from '../../src/model/evaluation.ts';
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
/** Whoever asks, with everything allowed on both sides. */
function allowedEverything(caller: CallerKind, action: string, resource: string): string {
  const own = document({
    Effect: 'Allow',
    Principal: '*',
    Action: '*',
    ...(resource === ROLE ? {} : { Resource: '*' }),
  });
  const all = policies({ identity: [named(ALLOW_ALL)], resource: own, session: [named(ALLOW_ALL)] });
  return evaluate(request({ ...CALLERS[caller], action, resource }), all).allowed;
}

// No policy lifts the limits of credentials: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
// and https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
it.each(
  rows(`
  caller         | action                         | resource | allowed
  session        | sts:GetSessionToken            | *        | no
  session        | sts:GetFederationToken         | *        | no
  session        | sts:AssumeRole                 | ${ROLE}  | yes
  user           | sts:GetFederationToken         | *        | yes
  federated-user | sts:AssumeRole                 | ${ROLE}  | no
  federated-user | sts:GetCallerIdentity          | *        | yes
  federated-user | iam:ListUsers                  | *        | unknown
  federated-user | iam:PassRole                   | ${ROLE}  | yes
  anonymous      | sts:AssumeRole                 | ${ROLE}  | no
  anonymous      | sts:AssumeRoleWithWebIdentity  | ${ROLE}  | yes
  anonymous      | iam:ListUsers                  | *        | no
  anonymous      | sqs:SendMessage                | arn:aws:sqs:us-east-1:111122223333:q | yes
`),
)('%s calls %s on %s, everything being allowed: %s', (caller, action = '', resource = '', allowed) => {
  expect(allowedEverything(caller as CallerKind, action, resource)).toBe(allowed); // a cell of the table
});

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1';
const ALIAS = 'arn:aws:kms:us-east-1:111122223333:alias/app';
const POINT = 'arn:aws:s3:us-east-1:111122223333:accesspoint/reports/object/q1.csv';
const FILES = 'arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-1';

// An alias stands for a key whose policy must allow: https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
// Who may retire a grant, the grant says: https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html
// "effective only if the underlying bucket also allows": https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
// A file system without a policy lets everybody in: https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
describe('a resource whose own policy is not all', () => {
  const nothing = policies();
  const identity = policies({ identity: [named(ALLOW_ALL)] });
  const own = policies({ resource: allowing({ AWS: CALLERS.user.principal }) });
  const denied = policies({
    identity: [named(ALLOW_ALL)],
    resource: document({ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }),
  });

  it.each<[string, string, string, string, EvaluationPolicies]>([
    ['kms:Decrypt', KEY, 'silent key policy', 'no', identity],
    ['kms:Decrypt', ALIAS, 'key policy not told', 'unknown', identity],
    ['kms:CreateAlias', ALIAS, 'its own', 'yes', identity],
    ['kms:RetireGrant', KEY, 'nothing allows', 'unknown', nothing],
    ['kms:RetireGrant', KEY, 'the key policy allows', 'unknown', own],
    ['kms:RetireGrant', KEY, 'the caller may, and the key policy denies', 'yes', denied],
    ['kms:RetireGrant', KEY, 'the caller is denied', 'no', policies({ identity: [named(DENY_ALL)] })],
    ['s3:GetObject', POINT, 'only the access point allows', 'unknown', own],
    ['s3:GetObject', POINT, 'only the caller’s policies allow', 'unknown', identity],
    ['s3:GetObject', POINT, 'the access point denies', 'no', denied],
    ['s3:GetAccessPoint', POINT, 'about the access point itself', 'yes', identity],
    ['elasticfilesystem:ClientMount', FILES, 'no policy', 'yes', nothing],
    ['elasticfilesystem:ClientMount', FILES, 'a silent policy', 'no', policies({ resource: document() })],
    ['elasticfilesystem:DeleteFileSystem', FILES, 'no policy', 'no', nothing],
  ])('%s on %s, %s: %s', (action, resource, _, allowed, given) => {
    expect(evaluate(request({ action, resource }), given).allowed).toBe(allowed);
  });
});

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

// "Direct role assumption with the AssumeRole API doesn't work across partition boundaries":
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_cross_partition.html
it.each([
  [`arn:aws-cn:iam::${OTHER_ACCOUNT}:role/deploy`, 'sts:AssumeRole', 'no'],
  [`arn:aws-us-gov:iam::${OTHER_ACCOUNT}:role/deploy`, 'sts:AssumeRole', 'no'],
  [`arn:***:iam::${OTHER_ACCOUNT}:role/deploy`, 'sts:AssumeRole', 'yes'],
  [FOREIGN_ROLE, 'sts:AssumeRole', 'yes'],
])('%s by %s from the partition aws: %s', (resource, action, allowed) => {
  const trust = document({ Effect: 'Allow', Principal: '*', Action: '*' });
  const asked = request({ action, resource, resourceAccount: OTHER_ACCOUNT });
  expect(evaluate(asked, policies({ identity: [named(ALLOW_ALL)], resource: trust })).allowed).toBe(allowed);
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
