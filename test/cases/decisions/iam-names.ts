import type { Decision } from './decision.ts';
import { allow, deny, HERE, refusal, role, snapshot, user } from './world.ts';

const OPS = `arn:aws:sts::${HERE}:assumed-role/ops/dana`;
const PATHS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names';
const LINKED = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html';

/** IAM's errors name a role, user or instance profile without its path. */
export const IAM_NAMES: readonly Decision[] = [
  {
    name: 'a role that IAM names without its path is denied under the path that it has',
    page: PATHS,
    asked: refusal(OPS, 'PutRolePolicy', 'iam:PutRolePolicy', 'role web'),
    snapshot: snapshot({
      [HERE]: {
        roles: [
          role('ops', [allow('iam:*'), deny('iam:*', `arn:aws:iam::${HERE}:role/apps/*`)]),
          role('web', [], { path: '/apps/' }),
        ],
      },
    }),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['identity.explicit-deny'] },
  },
  {
    name: 'a user that IAM names without its path is allowed under the path that it has',
    page: PATHS,
    asked: refusal(OPS, 'CreateAccessKey', 'iam:CreateAccessKey', 'user bob'),
    snapshot: snapshot({
      [HERE]: {
        users: [user('bob', [], { path: '/team/' })],
        roles: [role('ops', [allow('iam:*', `arn:aws:iam::${HERE}:user/team/*`)])],
      },
    }),
    expect: { verdict: 'allowed', conclusion: 'contradicted' },
  },
  {
    name: 'a role that is not there has no path to look for',
    page: PATHS,
    asked: refusal(OPS, 'GetRole', 'iam:GetRole', 'role web'),
    snapshot: snapshot({ [HERE]: { roles: [role('ops', [allow('iam:*', `arn:aws:iam::${HERE}:role/apps/*`)])] } }),
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'nothing is decided by a path that could not be read',
    page: PATHS,
    asked: refusal(OPS, 'PutRolePolicy', 'iam:PutRolePolicy', 'role web'),
    snapshot: snapshot(
      { [HERE]: { roles: [role('ops', [allow('iam:*', `arn:aws:iam::${HERE}:role/apps/*`)]), role('web', [])] } },
      {
        unreadable: [
          {
            account: HERE,
            call: 'iam:GetRole',
            on: `arn:aws:iam::${HERE}:role/web`,
            code: 'AccessDenied',
            message: '',
          },
        ],
      },
    ),
    expect: { verdict: 'undetermined', open: 'the role web' },
  },
  {
    name: 'a policy decides that covers the role under no path or under every one',
    page: PATHS,
    asked: refusal(OPS, 'DeleteGroup', 'iam:DeleteGroup', 'group admins'),
    snapshot: snapshot({
      [HERE]: { roles: [role('ops', [allow('iam:DeleteGroup', `arn:aws:iam::${HERE}:group/other`)])] },
    }),
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a group whose path nobody can tell is not decided by its path',
    page: PATHS,
    asked: refusal(OPS, 'DeleteGroup', 'iam:DeleteGroup', 'group admins'),
    snapshot: snapshot({
      [HERE]: { roles: [role('ops', [allow('iam:DeleteGroup', `arn:aws:iam::${HERE}:group/admins`)])] },
    }),
    expect: { verdict: 'undetermined', open: 'the path of admins' },
  },
  {
    name: 'the path of a service-linked role shows the service that it is made for',
    page: LINKED,
    asked: refusal(
      OPS,
      'CreateLoadBalancer',
      'iam:CreateServiceLinkedRole',
      `arn:aws:iam::${HERE}:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing`,
    ),
    snapshot: snapshot({
      [HERE]: {
        roles: [
          role('ops', [
            allow('iam:CreateServiceLinkedRole', '*', { StringEquals: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } }),
          ]),
        ],
      },
    }),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['identity.service-name'] },
  },
];
