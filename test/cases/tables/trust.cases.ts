import { ASSUME, assume, FINE, onlyIf, UNREAD } from './assuming.ts';
import { type CauseCase, denied } from './cause-case.ts';
import { AWAY, CALLER, CALLER_ROLE, HOME, TARGET, trusting, USER, world } from './world.ts';

const CDK = `arn:aws:iam::${AWAY}:role/cdk-hnb659fds-deploy-role-${AWAY}-eu-west-1`;
const SSO_PATH = '/aws-reserved/sso.amazonaws.com/eu-west-1/';
const tagging = (caller: string) => denied(caller, 'sts:TagSession', TARGET);

/** Causes in the trust policy of a role: the role itself, and what it lets others do. */
export const trustCases: readonly CauseCase[] = [
  {
    cause: 'trust.explicit-deny',
    is: assume([trusting([CALLER_ROLE]), { Effect: 'Deny', Principal: '*', Action: ASSUME }]),
    rung: 'evaluated',
    pointer: '/Statement/1',
    check: 'allowed',
    isNot: assume([trusting([CALLER_ROLE]), { Effect: 'Deny', Principal: { AWS: USER }, Action: ASSUME }]),
    unknown: UNREAD,
  },
  {
    cause: 'trust.explicit-deny',
    name: 'told by what its condition is about',
    is: assume([
      trusting([CALLER_ROLE]),
      {
        Effect: 'Deny',
        Principal: '*',
        Action: ASSUME,
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-otherorgxx' } },
      },
    ]),
    rung: 'evaluated',
    pointer: '/Statement/1/Condition/StringNotEquals/aws:PrincipalOrgID',
    check: 'allowed',
    isNot: assume([trusting([CALLER_ROLE]), { Effect: 'Deny', Principal: { AWS: USER }, Action: ASSUME }]),
    unknown: UNREAD,
  },
  {
    cause: 'trust.condition',
    is: assume(onlyIf({ StringEquals: { 'aws:PrincipalType': 'User' } })),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:PrincipalType',
    check: 'allowed',
    isNot: assume(onlyIf({ StringEquals: { 'aws:PrincipalType': 'AssumedRole' } })),
    unknown: assume(onlyIf({ StringEquals: { 'aws:UserAgent': 'terraform' } })),
  },
  ...['user/bob', 'group/devs', 'instance-profile/web'].map(
    (name): CauseCase => ({
      cause: 'trust.not-a-role',
      name,
      is: { text: denied(CALLER, ASSUME, `arn:aws:iam::${AWAY}:${name}`) },
      rung: 'evaluated',
      check: 'open',
      isNot: { text: denied(CALLER, ASSUME, `arn:aws:iam::${AWAY}:role/${name}`) },
      unknown: { text: denied(CALLER, ASSUME, null) },
    }),
  ),
  {
    cause: 'trust.not-a-role',
    name: 'whatever the policies allow',
    is: {
      text: denied(CALLER, ASSUME, USER),
      world: world({}),
    },
    rung: 'evaluated',
    check: 'open',
    isNot: UNREAD,
  },
  {
    cause: 'trust.near-miss',
    is: assume(trusting(`arn:aws:iam::${HOME}:role/ci-deploy`)),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: FINE,
    unknown: UNREAD,
  },
  {
    cause: 'trust.near-miss',
    name: 'in different letter case, of which nobody documents what AWS makes',
    is: assume(trusting(`arn:aws:iam::${HOME}:role/CI-Deployer`)),
    rung: 'likely',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: FINE,
    unknown: assume(trusting(`arn:aws:iam::${HOME}:role/CI-Deployer`)),
  },
  {
    cause: 'trust.not-listed',
    is: assume(trusting(`arn:aws:iam::${AWAY}:role/somebody-else-entirely`)),
    rung: 'evaluated',
    pointer: '/Statement',
    check: 'allowed',
    isNot: FINE,
    unknown: UNREAD,
  },
  {
    cause: 'trust.named-by-aws',
    is: {
      ...UNREAD,
      text: denied(CALLER, ASSUME, TARGET, ' because no role trust policy allows the sts:AssumeRole action'),
    },
    rung: 'aws',
    check: 'open',
    isNot: assume(trusting(USER), {
      text: denied(CALLER, ASSUME, TARGET, ' because no role trust policy allows the sts:AssumeRole action'),
    }),
    unknown: UNREAD,
  },
  {
    cause: 'trust.role-not-found',
    is: { text: denied(CALLER, ASSUME, TARGET), world: world({ target: null }) },
    rung: 'evaluated',
    check: 'open',
    isNot: assume(trusting(USER)),
    unknown: UNREAD,
  },
  {
    cause: 'trust.role-path',
    is: {
      text: denied(CALLER, ASSUME, TARGET),
      world: world({ target: `arn:aws:iam::${AWAY}:role/apps/prod-deploy` }),
    },
    rung: 'evaluated',
    check: 'allowed',
    isNot: { text: denied(CALLER, ASSUME, TARGET), world: world({ target: null }) },
    unknown: UNREAD,
  },
  {
    cause: 'trust.role-case',
    is: { text: denied(CALLER, ASSUME, TARGET), world: world({ target: `arn:aws:iam::${AWAY}:role/Prod-Deploy` }) },
    rung: 'evaluated',
    check: 'allowed',
    isNot: { text: denied(CALLER, ASSUME, TARGET), world: world({ target: `arn:aws:iam::${AWAY}:role/prod-deploys` }) },
    unknown: UNREAD,
  },
  {
    cause: 'trust.organization-access-role',
    is: {
      text: denied(CALLER, ASSUME, `arn:aws:iam::${AWAY}:role/OrganizationAccountAccessRole`),
      world: world({ target: null }),
    },
    rung: 'evaluated',
    check: 'open',
    isNot: { text: denied(CALLER, ASSUME, TARGET), world: world({ target: null }) },
    unknown: {
      text: denied(CALLER, ASSUME, `arn:aws:iam::${AWAY}:role/OrganizationAccountAccessRole`),
      world: world({ unread: [AWAY] }),
    },
  },
  {
    cause: 'trust.cdk-bootstrap',
    is: {
      text: denied(CALLER, ASSUME, CDK),
      world: world({ target: CDK, trust: trusting(`arn:aws:iam::${AWAY}:root`) }),
    },
    rung: 'evaluated',
    check: 'open',
    isNot: { text: denied(CALLER, ASSUME, CDK), world: world({ target: CDK, trust: trusting(CALLER_ROLE) }) },
    unknown: { text: denied(CALLER, ASSUME, CDK), world: world({ unread: [AWAY] }) },
  },
  {
    cause: 'trust.cdk-bootstrap',
    name: 'never bootstrapped',
    is: { text: denied(CALLER, ASSUME, CDK), world: world({ target: null }) },
    rung: 'evaluated',
    check: 'open',
    isNot: { text: denied(CALLER, ASSUME, TARGET), world: world({ target: null }) },
  },
  {
    cause: 'trust.permission-set',
    is: {
      text: denied(CALLER, ASSUME, `arn:aws:iam::${AWAY}:role${SSO_PATH}AWSReservedSSO_Admin_0123456789abcdef`),
      world: world({
        target: `arn:aws:iam::${AWAY}:role${SSO_PATH}AWSReservedSSO_Admin_0123456789abcdef`,
        trust: {
          Effect: 'Allow',
          Principal: { Federated: `arn:aws:iam::${AWAY}:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE` },
          Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
        },
      }),
    },
    rung: 'evaluated',
    check: 'open',
    isNot: assume(trusting(USER)),
    unknown: UNREAD,
  },
  {
    cause: 'trust.self',
    is: {
      text: denied(CALLER, ASSUME, CALLER_ROLE),
      world: world({ target: null }),
    },
    rung: 'evaluated',
    check: 'open',
    isNot: assume(trusting(USER)),
  },
  {
    cause: 'trust.action',
    is: assume(trusting(CALLER_ROLE, { Action: 'sts:AssumeRoleWithSAML' })),
    rung: 'evaluated',
    pointer: '/Statement/Action',
    check: 'allowed',
    isNot: FINE,
    unknown: UNREAD,
  },
  {
    cause: 'trust.tag-session',
    is: assume(trusting(CALLER_ROLE), { text: tagging(CALLER) }),
    rung: 'evaluated',
    pointer: '/Statement/Action',
    check: 'allowed',
    isNot: assume(trusting(CALLER_ROLE, { Action: [ASSUME, 'sts:TagSession'] }), { text: tagging(CALLER) }),
    unknown: { text: tagging(CALLER), world: world({ unread: [AWAY] }) },
  },
  {
    cause: 'trust.set-source-identity',
    is: assume(trusting(CALLER_ROLE), { text: denied(CALLER, 'sts:SetSourceIdentity', TARGET) }),
    rung: 'evaluated',
    pointer: '/Statement/Action',
    check: 'allowed',
    isNot: assume(trusting(CALLER_ROLE, { Action: 'sts:*' }), {
      text: denied(CALLER, 'sts:SetSourceIdentity', TARGET),
    }),
    unknown: { text: denied(CALLER, 'sts:SetSourceIdentity', TARGET), world: world({ unread: [AWAY] }) },
  },
  {
    cause: 'trust.set-context',
    is: assume(trusting(CALLER_ROLE), { text: denied(CALLER, 'sts:SetContext', TARGET) }),
    rung: 'evaluated',
    pointer: '/Statement/Action',
    check: 'allowed',
    isNot: assume(trusting(CALLER_ROLE, { Action: 'sts:*' }), { text: denied(CALLER, 'sts:SetContext', TARGET) }),
    unknown: { text: denied(CALLER, 'sts:SetContext', TARGET), world: world({ unread: [AWAY] }) },
  },
  {
    cause: 'trust.just-created',
    is: { text: denied(CALLER, ASSUME, TARGET), world: world({ targetCreated: '2026-11-24T11:59:30Z' }) },
    rung: 'likely',
    check: 'open',
    isNot: FINE,
    unknown: UNREAD,
  },
];
