import { type CauseCase, denied, type Situation } from './cause-case.ts';
import { AWAY, CALLER, CALLER_ROLE, HOME, type Json, ORGANIZATION, TARGET, trusting, USER, world } from './world.ts';

const ASSUME = 'sts:AssumeRole';
const ACCOUNT_OF_CALLER = `arn:aws:iam::${HOME}:root`;

/** The caller may not assume the target; `trust` is the target's trust policy. */
function assume(
  trust: Json | readonly Json[],
  more: Partial<Situation> & { readonly parts?: Parameters<typeof world>[0] } = {},
): Situation {
  const { parts, ...situation } = more;
  return { text: denied(CALLER, ASSUME, TARGET), world: world({ trust, ...parts }), ...situation };
}

const asUser = (trust: Json | readonly Json[], more: Parameters<typeof assume>[1] = {}): Situation =>
  assume(trust, { text: denied(USER, ASSUME, TARGET), ...more });

/** Nothing of the target's account was read. */
const UNREAD: Situation = { text: denied(CALLER, ASSUME, TARGET), world: world({ unread: [AWAY] }) };

/** Everything allows it as read now. */
const FINE: Situation = { text: denied(CALLER, ASSUME, TARGET), world: world({}) };

/** The trust policy names the caller under a condition. */
function onlyIf(condition: Json, principal: string = CALLER_ROLE): Json {
  return trusting(principal, { Condition: condition });
}

const STALE = 'AROAEXAMPLEDELETED00001';
const SERVICE = 'lambda.amazonaws.com';
const lambdaSays = `The role arn:aws:iam::${AWAY}:role/prod-deploy cannot be assumed by ${SERVICE}`;
const byService = (trust: Json | readonly Json[], more: Parameters<typeof assume>[1] = {}): Situation =>
  assume(trust, { text: lambdaSays, ...more });
const service = (host: string, more: Json = {}): Json => ({
  Effect: 'Allow',
  Principal: { Service: host },
  Action: ASSUME,
  ...more,
});

const CDK = `arn:aws:iam::${AWAY}:role/cdk-hnb659fds-deploy-role-${AWAY}-eu-west-1`;
const SSO_PATH = '/aws-reserved/sso.amazonaws.com/eu-west-1/';
const MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const tagging = (caller: string) => denied(caller, 'sts:TagSession', TARGET);

/** Causes in the trust policy of a role. */
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
    cause: 'trust.condition',
    is: assume(onlyIf({ StringEquals: { 'aws:PrincipalType': 'User' } })),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:PrincipalType',
    check: 'allowed',
    isNot: assume(onlyIf({ StringEquals: { 'aws:PrincipalType': 'AssumedRole' } })),
    unknown: assume(onlyIf({ StringEquals: { 'aws:UserAgent': 'terraform' } })),
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
    check: 'open',
    isNot: { text: denied(CALLER, ASSUME, TARGET), world: world({ target: null }) },
    unknown: UNREAD,
  },
  {
    cause: 'trust.role-case',
    is: { text: denied(CALLER, ASSUME, TARGET), world: world({ target: `arn:aws:iam::${AWAY}:role/Prod-Deploy` }) },
    rung: 'evaluated',
    check: 'open',
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
    cause: 'trust.service-linked',
    is: {
      text: denied(CALLER, ASSUME, `arn:aws:iam::${AWAY}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`),
      world: world({
        target: `arn:aws:iam::${AWAY}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
        trust: service('ecs.amazonaws.com'),
      }),
    },
    rung: 'evaluated',
    check: 'open',
    isNot: assume(service('ecs.amazonaws.com')),
    unknown: UNREAD,
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
    unknown: { text: denied(CALLER, ASSUME, CALLER_ROLE), world: world({ unread: [HOME] }) },
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
    cause: 'trust.stale-principal',
    is: assume(trusting(STALE)),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: assume(trusting('AROAEXAMPLECIDEPLOYER')),
    unknown: UNREAD,
  },
  {
    cause: 'trust.service-host',
    is: byService(service('lambda.amazon.com')),
    rung: 'evaluated',
    pointer: '/Statement/Principal/Service',
    check: 'allowed',
    isNot: byService(service(SERVICE)),
    unknown: byService([], { parts: { unread: [AWAY] } }),
  },
  {
    cause: 'trust.service-not-trusted',
    is: byService(trusting(CALLER_ROLE)),
    rung: 'evaluated',
    check: 'allowed',
    isNot: byService(service(SERVICE)),
    unknown: byService([], { parts: { unread: [AWAY] } }),
  },
  {
    cause: 'trust.service-refused',
    is: { text: 'The role defined for the function cannot be assumed by Lambda.' },
    rung: 'likely',
    check: 'open',
    isNot: byService(trusting(CALLER_ROLE)),
    unknown: UNREAD,
  },
  {
    cause: 'trust.service-refused',
    name: 'with a role that could not be read',
    is: byService([], { parts: { unread: [AWAY] } }),
    rung: 'likely',
    check: 'open',
    isNot: byService(service(SERVICE)),
  },
  {
    cause: 'trust.session-principal',
    is: assume(trusting(`arn:aws:sts::${HOME}:assumed-role/ci-deployer/build-12`)),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: assume(trusting(CALLER)),
    unknown: UNREAD,
  },
  {
    cause: 'trust.wildcard-principal',
    is: assume(trusting(`arn:aws:iam::${HOME}:role/ci-*`)),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: assume(onlyIf({ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${HOME}:role/ci-*` } }, ACCOUNT_OF_CALLER)),
    unknown: UNREAD,
  },
  {
    cause: 'trust.other-partition',
    is: assume(trusting(`arn:aws-cn:iam::${HOME}:role/ci-deployer`)),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: FINE,
    unknown: UNREAD,
  },
  {
    cause: 'trust.other-account',
    is: assume(trusting('arn:aws:iam::111122224444:root')),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: assume(trusting(ACCOUNT_OF_CALLER)),
    unknown: UNREAD,
  },
  {
    cause: 'trust.other-account',
    name: 'a bare id in a list',
    is: assume(trusting(['222233334444', '333344445555'])),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS/0',
    check: 'allowed',
    isNot: assume(trusting(['222233334444', HOME])),
  },
  {
    cause: 'trust.principal-path',
    is: assume(trusting(`arn:aws:iam::${HOME}:role/ci-deployer`), { parts: { callerPath: '/teams/build/' } }),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: assume(trusting(`arn:aws:iam::${HOME}:role/teams/build/ci-deployer`), {
      parts: { callerPath: '/teams/build/' },
    }),
    unknown: assume(trusting(`arn:aws:iam::${HOME}:role/teams/build/ci-deployer`), { parts: { unread: [HOME] } }),
  },
  {
    cause: 'trust.principal-kind',
    is: asUser(trusting(`arn:aws:iam::${HOME}:role/alice`)),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: asUser(trusting(USER)),
    unknown: { ...UNREAD, text: denied(USER, ASSUME, TARGET) },
  },
  {
    cause: 'trust.policy-variable',
    is: assume(onlyIf({ StringEquals: { 'sts:RoleSessionName': '${aws:username}' } }), {
      given: { context: { 'sts:RoleSessionName': 'build' } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/sts:RoleSessionName',
    check: 'allowed',
    isNot: asUser(onlyIf({ StringEquals: { 'sts:RoleSessionName': '${aws:username}' } }, USER), {
      given: { context: { 'sts:RoleSessionName': 'bob' } },
    }),
    unknown: UNREAD,
  },
  {
    cause: 'trust.external-id',
    name: 'another one was sent',
    is: assume(onlyIf({ StringEquals: { 'sts:ExternalId': 'b-4711' } }), { given: { externalId: 'a-0815' } }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/sts:ExternalId',
    check: 'allowed',
    isNot: assume(onlyIf({ StringEquals: { 'sts:ExternalId': 'b-4711' } }), { given: { externalId: 'b-4711' } }),
    unknown: assume(onlyIf({ StringEquals: { 'sts:ExternalId': 'b-4711' } })),
  },
  {
    cause: 'trust.external-id',
    name: 'none was sent',
    is: assume(onlyIf({ StringEquals: { 'sts:ExternalId': 'b-4711' } }), { given: { missing: ['sts:ExternalId'] } }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/sts:ExternalId',
    check: 'allowed',
    isNot: assume(onlyIf({ StringEquals: { 'sts:RoleSessionName': 'x' } }), { given: { missing: ['sts:ExternalId'] } }),
  },
  {
    cause: 'trust.mfa',
    is: asUser(onlyIf(MFA, USER), { parts: { current: { arn: USER, keyType: 'AKIA' } } }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/Bool/aws:MultiFactorAuthPresent',
    check: 'allowed',
    isNot: asUser(onlyIf(MFA, USER), { given: { context: { 'aws:MultiFactorAuthPresent': 'true' } } }),
    unknown: asUser(onlyIf(MFA, USER)),
  },
  {
    cause: 'trust.mfa-chaining',
    is: assume(onlyIf(MFA), { given: { missing: ['aws:MultiFactorAuthPresent'] } }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/Bool/aws:MultiFactorAuthPresent',
    check: 'open',
    isNot: asUser(onlyIf(MFA, USER), { given: { missing: ['aws:MultiFactorAuthPresent'] } }),
    unknown: assume(onlyIf(MFA)),
  },
  {
    cause: 'trust.mfa-age',
    is: asUser(onlyIf({ NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }, USER), {
      given: { context: { 'aws:MultiFactorAuthAge': '7300' } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/NumericLessThan/aws:MultiFactorAuthAge',
    check: 'allowed',
    isNot: asUser(onlyIf({ NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }, USER), {
      given: { context: { 'aws:MultiFactorAuthAge': '300' } },
    }),
    unknown: asUser(onlyIf({ NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }, USER)),
  },
  {
    cause: 'trust.session-name',
    is: asUser(onlyIf({ StringEquals: { 'sts:RoleSessionName': '${aws:username}' } }, USER), {
      given: { context: { 'sts:RoleSessionName': 'botocore-session-1700000000' } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/sts:RoleSessionName',
    check: 'allowed',
    isNot: asUser(onlyIf({ StringEquals: { 'sts:RoleSessionName': '${aws:username}' } }, USER), {
      given: { context: { 'sts:RoleSessionName': 'alice' } },
    }),
    unknown: asUser(onlyIf({ StringEquals: { 'sts:RoleSessionName': '${aws:username}' } }, USER)),
  },
  {
    cause: 'trust.principal-org',
    is: assume(onlyIf({ StringEquals: { 'aws:PrincipalOrgID': 'o-otherorgxx' } }, ACCOUNT_OF_CALLER)),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:PrincipalOrgID',
    check: 'allowed',
    isNot: assume(onlyIf({ StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } }, ACCOUNT_OF_CALLER)),
    unknown: assume(onlyIf({ StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } }, ACCOUNT_OF_CALLER), {
      parts: { unread: [HOME] },
    }),
  },
  {
    cause: 'trust.principal-org-path',
    is: assume(
      onlyIf({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${ORGANIZATION}/r-root/ou-root-prod/*` } }),
    ),
    rung: 'evaluated',
    pointer: '/Statement/Condition/ForAnyValue:StringLike/aws:PrincipalOrgPaths',
    check: 'allowed',
    isNot: assume(onlyIf({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${ORGANIZATION}/r-root/*` } })),
    unknown: assume(
      onlyIf({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${ORGANIZATION}/r-root/ou-root-prod/*` } }),
      { parts: { unread: [HOME] } },
    ),
  },
  {
    cause: 'trust.principal-org-service',
    is: byService(service(SERVICE, { Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } } })),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:PrincipalOrgID',
    check: 'open',
    isNot: byService(service(SERVICE)),
    unknown: byService([], { parts: { unread: [AWAY] } }),
  },
  {
    cause: 'trust.principal-account',
    is: assume(onlyIf({ StringEquals: { 'aws:PrincipalAccount': '222233334444' } }, '*')),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:PrincipalAccount',
    check: 'allowed',
    isNot: assume(onlyIf({ StringEquals: { 'aws:PrincipalAccount': HOME } }, '*')),
    unknown: UNREAD,
  },
  {
    cause: 'trust.principal-arn-condition',
    is: assume(
      onlyIf({ ArnLike: { 'aws:PrincipalArn': `arn:aws:sts::${HOME}:assumed-role/ci-deployer/*` } }, ACCOUNT_OF_CALLER),
    ),
    rung: 'evaluated',
    pointer: '/Statement/Condition/ArnLike/aws:PrincipalArn',
    check: 'allowed',
    isNot: assume(onlyIf({ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${HOME}:role/ci-*` } }, ACCOUNT_OF_CALLER)),
    unknown: assume(
      onlyIf({ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${HOME}:role/teams/*` } }, ACCOUNT_OF_CALLER),
      {
        parts: { unread: [HOME] },
      },
    ),
  },
  {
    cause: 'trust.principal-tag',
    is: asUser(onlyIf({ StringEquals: { 'aws:PrincipalTag/team': 'platform' } }, ACCOUNT_OF_CALLER), {
      parts: { callerTags: { team: 'payments' } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:PrincipalTag~1team',
    check: 'allowed',
    isNot: asUser(onlyIf({ StringEquals: { 'aws:PrincipalTag/team': 'platform' } }, ACCOUNT_OF_CALLER), {
      parts: { callerTags: { team: 'platform' } },
    }),
    unknown: asUser(onlyIf({ StringEquals: { 'aws:PrincipalTag/team': 'platform' } }, ACCOUNT_OF_CALLER), {
      parts: { unread: [HOME] },
    }),
  },
  {
    cause: 'trust.request-tag',
    is: assume(
      trusting(CALLER_ROLE, { Action: 'sts:*', Condition: { StringEquals: { 'aws:RequestTag/env': 'prod' } } }),
      {
        given: { context: { 'aws:RequestTag/env': 'dev' } },
      },
    ),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:RequestTag~1env',
    check: 'allowed',
    isNot: assume(
      trusting(CALLER_ROLE, { Action: 'sts:*', Condition: { StringEquals: { 'aws:RequestTag/env': 'prod' } } }),
      {
        given: { context: { 'aws:RequestTag/env': 'prod' } },
      },
    ),
    unknown: assume(
      trusting(CALLER_ROLE, { Action: 'sts:*', Condition: { StringEquals: { 'aws:RequestTag/env': 'prod' } } }),
    ),
  },
  {
    cause: 'trust.source-identity',
    is: assume(onlyIf({ StringEquals: { 'sts:SourceIdentity': 'alice' } }), {
      given: { missing: ['sts:SourceIdentity'] },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/sts:SourceIdentity',
    check: 'allowed',
    isNot: assume(onlyIf({ StringEquals: { 'sts:SourceIdentity': 'alice' } }), {
      given: { context: { 'sts:SourceIdentity': 'alice' } },
    }),
    unknown: assume(onlyIf({ StringEquals: { 'sts:SourceIdentity': 'alice' } })),
  },
  {
    cause: 'trust.source-ip',
    is: assume(onlyIf({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), {
      given: { context: { 'aws:SourceIp': '198.51.100.7' } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/IpAddress/aws:SourceIp',
    check: 'allowed',
    isNot: assume(onlyIf({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), {
      given: { context: { 'aws:SourceIp': '203.0.113.9' } },
    }),
    unknown: assume(onlyIf({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })),
  },
  {
    cause: 'trust.source-vpc',
    is: assume(onlyIf({ StringEquals: { 'aws:SourceVpce': 'vpce-0aaaaaaaaaaaaaaaa' } }), {
      given: { missing: ['aws:SourceVpce'] },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:SourceVpce',
    check: 'open',
    isNot: assume(onlyIf({ StringEquals: { 'aws:SourceVpce': 'vpce-0aaaaaaaaaaaaaaaa' } }), {
      given: { context: { 'aws:SourceVpce': 'vpce-0aaaaaaaaaaaaaaaa' } },
    }),
    unknown: assume(onlyIf({ StringEquals: { 'aws:SourceVpce': 'vpce-0aaaaaaaaaaaaaaaa' } })),
  },
  {
    cause: 'trust.source-arn',
    is: byService(service(SERVICE, { Condition: { StringEquals: { 'aws:SourceAccount': '222233334444' } } }), {
      given: { context: { 'aws:SourceAccount': AWAY } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:SourceAccount',
    check: 'allowed',
    isNot: byService(service(SERVICE, { Condition: { StringEquals: { 'aws:SourceAccount': AWAY } } }), {
      given: { context: { 'aws:SourceAccount': AWAY } },
    }),
    unknown: byService(service(SERVICE, { Condition: { StringEquals: { 'aws:SourceAccount': AWAY } } })),
  },
  {
    cause: 'trust.confused-deputy',
    is: assume(onlyIf({ StringEquals: { 'aws:SourceAccount': HOME } })),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:SourceAccount',
    check: 'allowed',
    isNot: assume(trusting(CALLER_ROLE)),
    unknown: UNREAD,
  },
  {
    cause: 'trust.date-window',
    is: assume(onlyIf({ DateLessThan: { 'aws:CurrentTime': '2026-06-30T00:00:00Z' } })),
    rung: 'evaluated',
    pointer: '/Statement/Condition/DateLessThan/aws:CurrentTime',
    check: 'open',
    isNot: assume(onlyIf({ DateLessThan: { 'aws:CurrentTime': '2027-06-30T00:00:00Z' } })),
    unknown: UNREAD,
  },
  {
    cause: 'trust.only-services',
    is: assume(service(SERVICE)),
    rung: 'evaluated',
    pointer: '/Statement',
    check: 'allowed',
    isNot: assume([service(SERVICE), trusting(CALLER_ROLE)]),
    unknown: UNREAD,
  },
  {
    cause: 'trust.only-federated',
    is: assume({
      Effect: 'Allow',
      Principal: { Federated: `arn:aws:iam::${AWAY}:oidc-provider/token.actions.githubusercontent.com` },
      Action: 'sts:AssumeRoleWithWebIdentity',
    }),
    rung: 'evaluated',
    pointer: '/Statement',
    check: 'allowed',
    isNot: assume(service(SERVICE)),
    unknown: UNREAD,
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
