import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { NamedPolicy } from '../../src/model/evaluation.ts';
import { rows } from './rows.ts';
import {
  ACCOUNT,
  ALLOW_ALL,
  ALLOW_OTHER,
  CALLERS,
  type CallerKind,
  document,
  layerOf,
  named,
  OTHER_ACCOUNT,
  policies,
  request,
} from './worlds.ts';

const DENY = document({ Effect: 'Deny', Action: 's3:*', Resource: '*' });
const SCPS: Readonly<Record<string, readonly NamedPolicy[] | 'unreadable'>> = {
  full: [named(ALLOW_ALL, 'FullAWSAccess')],
  s3: [named(document({ Effect: 'Allow', Action: 's3:*', Resource: '*' }))],
  other: [named(ALLOW_OTHER)],
  'other+s3': [named(ALLOW_OTHER), named(document({ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }))],
  'full+deny': [named(ALLOW_ALL), named(DENY)],
  deny: [named(DENY)],
  none: [],
  'full+hidden': [named(ALLOW_ALL), named('unreadable')],
  hidden: [named('unreadable')],
  unread: 'unreadable',
};

function levels(cell: string | undefined): readonly (readonly NamedPolicy[] | 'unreadable')[] {
  return (cell ?? '').split(' ').map((name) => SCPS[name] ?? []);
}

// "an explicit Allow statement [is needed] at every level from the root through each OU in the direct path to the account (including the
// target account itself)"; "any SCP from the root through each OU … can deny":
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
const LEVELS = rows(`
  root, OUs, account        | allow   | deny    | allowed
  full full full            | yes     | no      | yes
  full                      | yes     | no      | yes
  s3 s3 s3                  | yes     | no      | yes
  full s3 full              | yes     | no      | yes
  full other full           | no      | no      | no
  other full full           | no      | no      | no
  full full other           | no      | no      | no
  s3 other s3               | no      | no      | no
  full other+s3 full        | yes     | no      | yes
  full none full            | no      | no      | no
  none                      | no      | no      | no
  full full+deny full       | yes     | yes     | no
  full+deny full full       | yes     | yes     | no
  full full full+deny       | yes     | yes     | no
  full deny full            | no      | yes     | no
  full full+hidden full     | yes     | unknown | unknown
  full hidden full          | unknown | unknown | unknown
  full unread full          | unknown | unknown | unknown
  unread                    | unknown | unknown | unknown
  unread other              | no      | unknown | no
  unread full+deny          | unknown | yes     | no
  hidden none full          | no      | unknown | no
  hidden hidden full+deny   | unknown | yes     | no
`);

describe('service control policies', () => {
  it.each(LEVELS)('%s: allow %s, deny %s', (cell, allow, deny, allowed) => {
    const given = policies({ identity: [named(ALLOW_ALL)], scps: levels(cell) });
    const found = evaluate(request(), given);
    expect(layerOf(found, 'scp')).toMatchObject({ allow, deny });
    expect([found.allowed, found.blockers]).toEqual([allowed, allowed === 'no' ? ['scp'] : []]);
  });

  it('say at which level each statement stands', () => {
    const given = policies({ identity: [named(ALLOW_ALL)], scps: levels('full full+deny') });
    const { statements } = layerOf(evaluate(request(), given), 'scp');
    expect(statements.map(({ level, policy, effect, match }) => [level, policy, effect, match])).toEqual([
      [0, 'FullAWSAccess', 'Allow', 'yes'],
      [1, 'policy', 'Allow', 'yes'],
      [1, 'policy', 'Deny', 'yes'],
    ]);
  });

  it('are not there where there are no levels', () => {
    expect(evaluate(request(), policies({ identity: [named(ALLOW_ALL)], scps: [] })).allowed).toBe('yes');
  });

  // "SCPs affect … including the root user", and not service principals: the page on SCPs. A grant of a resource's policy is limited too:
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#not-restricted-by-scp
  it.each(
    rows(`
    caller         | limited
    user           | yes
    session        | yes
    federated-user | yes
    root           | yes
    service        | no
    federated      | no
    anonymous      | no
  `),
  )('limit the %s: %s', (caller, limited) => {
    const resource = document({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' });
    const open = { identity: [named(ALLOW_ALL)], session: [named(ALLOW_ALL)], resource };
    const found = evaluate(request(CALLERS[caller as CallerKind]), policies({ ...open, scps: levels('other') })); // a cell of the table
    expect(found.allowed).toBe(limited === 'yes' ? 'no' : 'yes');
  });
});

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html: RCPFullAWSAccess "can't be detached";
// "RCPs … apply to … service principals, users outside of your organization, the root user"; for the services on the list.
describe('resource control policies', () => {
  const deny = (more: object = {}) =>
    named(document({ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*', ...more }));
  const resource = document({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' });
  const open = { identity: [named(ALLOW_ALL)], session: [named(ALLOW_ALL)], resource };

  it.each(['user', 'session', 'federated-user', 'root', 'service', 'federated', 'anonymous'] as const)(
    'limit the %s, from the same account and from others',
    (caller) => {
      for (const resourceAccount of [ACCOUNT, OTHER_ACCOUNT]) {
        const asked = request({ ...CALLERS[caller], resourceAccount });
        const found = evaluate(asked, policies({ ...open, rcps: [[], [deny()]] }));
        expect([found.allowed, found.blockers]).toEqual(['no', ['rcp']]);
      }
    },
  );

  it.each(
    rows(`
    levels             | deny     | allowed
    none none          | no       | yes
    allow none         | no       | yes
    none deny          | yes      | no
    deny none          | yes      | no
    hidden none        | unknown  | unknown
    unread none        | unknown  | unknown
    unread deny        | yes      | no
    other none         | no       | yes
  `),
  )('%s: deny %s', (cell = '', verdict, allowed) => {
    const known: Readonly<Record<string, readonly NamedPolicy[] | 'unreadable'>> = {
      allow: [named(resource)],
      deny: [deny()],
      other: [deny({ Action: 'sqs:*' })],
      hidden: [named('unreadable')],
      unread: 'unreadable',
    };
    const rcps = cell.split(' ').map((name) => known[name] ?? []);
    const found = evaluate(request(), policies({ ...open, rcps }));
    expect(layerOf(found, 'rcp')).toMatchObject({ allow: 'yes', deny: verdict });
    expect(found.allowed).toBe(allowed);
  });

  it.each(
    rows(`
    action                          | resource                                                   | applies
    s3:GetObject                    | arn:aws:s3:::reports/q1.csv                                | yes
    sts:AssumeRole                  | arn:aws:iam::111122223333:role/deploy                      | yes
    sqs:SendMessage                 | arn:aws:sqs:us-east-1:111122223333:queue1                  | yes
    secretsmanager:GetSecretValue   | arn:aws:secretsmanager:us-east-1:111122223333:secret:a-1   | yes
    ec2:RunInstances                | arn:aws:ec2:us-east-1:111122223333:instance/i-1            | no
    lambda:InvokeFunction           | arn:aws:lambda:us-east-1:111122223333:function:f           | no
    iam:GetRole                     | arn:aws:iam::111122223333:role/deploy                      | no
    iam:PassRole                    | arn:aws:iam::111122223333:role/deploy                      | no
    kms:RetireGrant                 | arn:aws:kms:us-east-1:111122223333:key/1                   | no
    kms:Decrypt                     | arn:aws:kms:us-east-1:111122223333:key/1                   | yes
    kms:DescribeKey                 | arn:aws:kms:us-east-1:111122223333:key/1                   | unknown
    kms:RevokeGrant                 | arn:aws:kms:us-east-1:111122223333:key/1                   | unknown
    kms:PutKeyPolicy                | arn:aws:kms:us-east-1:111122223333:key/1                   | yes
    kms:CreateKey                   | *                                                          | yes
    s3:PutAccountPublicAccessBlock  | *                                                          | yes
    cognito-identity:ListIdentityPools | *                                                       | yes
    sts:GetWebIdentityToken         | *                                                          | yes
    kms:Decrypt                     | arn:aws:kms:us-east-1:444455556666:key/1                   | yes
    kms:Decrypt                     | arn:aws:kms:us-east-1:444455556666:alias/aws/s3            | no
  `),
  )('protect %s on %s: %s', (action = '', resource = '', applies) => {
    const resourceAccount = resource.includes(OTHER_ACCOUNT) ? OTHER_ACCOUNT : ACCOUNT;
    const found = evaluate(request({ action, resource, resourceAccount }), policies({ ...open, rcps: [[deny()]] }));
    expect(layerOf(found, 'rcp').deny).toBe(applies);
    expect(layerOf(found, 'rcp').statements).toHaveLength(applies === 'no' ? 0 : 1);
  });

  // The services that made the AWS managed keys use them for the account's principals: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
  it('may not protect a key that a service uses for the caller', () => {
    const asked = {
      action: 'kms:Decrypt',
      resource: 'arn:aws:kms:us-east-1:111122223333:key/1',
      resourceAccount: ACCOUNT,
    };
    const found = (context: Record<string, string>) =>
      evaluate(request({ ...asked, context }), policies({ ...open, rcps: [[deny()]] }));
    expect(layerOf(found({ 'kms:ViaService': 's3.us-east-1.amazonaws.com' }), 'rcp').deny).toBe('unknown');
  });
});

// "SCPs do not affect … service-linked roles", nor do RCPs: the pages above. Their path is /aws-service-role/…, which only
// aws:PrincipalArn shows of a session: https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
describe('service-linked roles', () => {
  const path = 'aws-service-role/autoscaling.amazonaws.com';
  const CASES = rows(`
    principal                                                                             | aws:PrincipalArn                             | exempt
    arn:aws:iam::111122223333:role/${path}/AWSServiceRoleForAutoScaling                   | missing                                      | yes
    arn:aws:iam::111122223333:role/AWSServiceRoleForAutoScaling                           | missing                                      | no
    arn:aws:iam::111122223333:role/build                                                  | missing                                      | no
    arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForAutoScaling/s                 | arn:aws:iam::111122223333:role/${path}/AWSServiceRoleForAutoScaling | yes
    arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForAutoScaling/s                 | arn:aws:iam::111122223333:role/AWSServiceRoleForAutoScaling         | no
    arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForAutoScaling/s                 | missing                                      | unknown
    arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForAutoScaling/s                 | unknown                                      | unknown
    arn:aws:sts::111122223333:assumed-role/build/s                                        | unknown                                      | no
  `);

  it.each(CASES)('%s with aws:PrincipalArn %s: %s', (principal = '', arn = '', exempt) => {
    const key = 'aws:PrincipalArn';
    const context = arn === 'missing' || arn === 'unknown' ? {} : { [key]: arn };
    const asked = request({ principal, context, unknownKeys: arn === 'unknown' ? [key] : [] });
    const scps = [[named(DENY)]];
    const rcps = [[named(document({ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }))]];
    const found = evaluate(asked, policies({ identity: [named(ALLOW_ALL)], scps, rcps }));
    const denied = { yes: 'no', no: 'yes', unknown: 'unknown' }[exempt ?? ''];
    expect([layerOf(found, 'scp').deny, layerOf(found, 'rcp').deny]).toEqual([denied, denied]);
    expect(found.allowed).toBe({ yes: 'yes', no: 'no', unknown: 'unknown' }[exempt ?? '']);
  });
});

// https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
describe('a VPC endpoint policy', () => {
  const allow = (more: object = {}) =>
    document({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', ...more });

  it.each([
    ['none', null, 'yes', []],
    ['not given', undefined, 'yes', []],
    ['full access', allow(), 'yes', []],
    ['another service', allow({ Action: 'sqs:*' }), 'no', ['endpoint']],
    ['another account', allow({ Principal: { AWS: OTHER_ACCOUNT } }), 'no', ['endpoint']],
    ['the account', allow({ Principal: { AWS: ACCOUNT } }), 'yes', []],
    ['unreadable', 'unreadable', 'unknown', []],
  ] as const)('%s', (_name, endpoint, allowed, blockers) => {
    const given = { ...policies({ identity: [named(ALLOW_ALL)] }), ...(endpoint === undefined ? {} : { endpoint }) };
    const found = evaluate(request(), given);
    expect([found.allowed, found.blockers]).toEqual([allowed, blockers]);
  });
});
