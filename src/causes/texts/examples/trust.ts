import { type ExampleContext, type ExampleParts, type ExamplePolicy, type ExamplePrincipal, trust } from './example.ts';

const ROLE = 'arn:aws:iam::444455556666:role/deploy';
const CALLER = 'arn:aws:iam::111122223333:role/ci';
const ACCOUNT = 'arn:aws:iam::111122223333:root';
const USER = 'arn:aws:iam::111122223333:user/ana';
const TASKS = { Service: 'ecs-tasks.amazonaws.com' };

const assume = (principal: unknown, condition?: object) => trust(principal, 'sts:AssumeRole', condition);
const ofCaller = (condition?: object) => assume({ AWS: CALLER }, condition);

interface Assumed {
  readonly by?: ExamplePrincipal;
  readonly action?: string;
  readonly resource?: string;
  readonly has?: ExampleContext;
  readonly before: ExamplePolicy;
  readonly after: ExamplePolicy;
}

/** The trust policy changes. */
function changed({
  by = CALLER,
  action = 'sts:AssumeRole',
  resource = ROLE,
  has = {},
  before,
  after,
}: Assumed): ExampleParts {
  return { principal: by, action, resource, context: has, before, after };
}

/** The trust policy stays as it is, and the call sends something else. */
function sent(
  before: ExamplePolicy,
  has: ExampleContext,
  send: ExampleContext,
  by: ExamplePrincipal = CALLER,
): ExampleParts {
  return { principal: by, action: 'sts:AssumeRole', resource: ROLE, context: has, before, send };
}

/** Examples of trust policies, by id. */
export const TRUST_EXAMPLES = {
  'trust.explicit-deny': changed({
    before: [assume({ AWS: ACCOUNT }), { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' }],
    after: [
      assume({ AWS: ACCOUNT }),
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 'sts:AssumeRole',
        Condition: { ArnNotLike: { 'aws:PrincipalArn': CALLER } },
      },
    ],
  }),
  'trust.condition': sent(
    ofCaller({ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }),
    { 'aws:RequestedRegion': 'us-east-1' },
    { 'aws:RequestedRegion': 'eu-west-1' },
  ),
  'trust.unsupported-key': changed({
    before: ofCaller({ StringEquals: { 'ec2:InstanceType': 't3.micro' } }),
    after: ofCaller(),
  }),
  'trust.near-miss': changed({
    before: assume({ AWS: 'arn:aws:iam::111122223333:role/cl' }),
    after: assume({ AWS: ['arn:aws:iam::111122223333:role/cl', CALLER] }),
  }),
  'trust.action': changed({
    before: trust({ AWS: CALLER }, 'sts:AssumeRoleWithSAML'),
    after: trust({ AWS: CALLER }, ['sts:AssumeRoleWithSAML', 'sts:AssumeRole']),
  }),
  'trust.cdk-bootstrap': changed({
    resource: 'arn:aws:iam::444455556666:role/cdk-hnb659fds-deploy-role-444455556666-eu-west-1',
    before: assume({ AWS: 'arn:aws:iam::444455556666:root' }),
    after: [assume({ AWS: 'arn:aws:iam::444455556666:root' }), assume({ AWS: ACCOUNT })],
  }),
  'trust.confused-deputy': changed({
    before: assume(
      { AWS: CALLER, Service: 'lambda.amazonaws.com' },
      { StringEquals: { 'aws:SourceAccount': '444455556666' } },
    ),
    after: [
      assume({ Service: 'lambda.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': '444455556666' } }),
      ofCaller(),
    ],
  }),
  'trust.date-window': changed({
    has: { 'aws:CurrentTime': '2026-09-01T09:00:00Z' },
    before: ofCaller({ DateLessThan: { 'aws:CurrentTime': '2026-06-30T00:00:00Z' } }),
    after: ofCaller({ DateLessThan: { 'aws:CurrentTime': '2026-12-31T00:00:00Z' } }),
  }),
  'trust.external-id': sent(
    ofCaller({ StringEquals: { 'sts:ExternalId': 'tenant-4711' } }),
    {},
    { 'sts:ExternalId': 'tenant-4711' },
  ),
  'trust.mfa': sent(
    assume({ AWS: USER }, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    {},
    { 'aws:MultiFactorAuthPresent': 'true' },
    USER,
  ),
  'trust.mfa-age': sent(
    assume({ AWS: USER }, { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }),
    { 'aws:MultiFactorAuthAge': '7200' },
    { 'aws:MultiFactorAuthAge': '60' },
    USER,
  ),
  'trust.mfa-chaining': changed({
    before: assume({ AWS: ACCOUNT }, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    after: [assume({ AWS: ACCOUNT }, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }), ofCaller()],
  }),
  'trust.monitoring-role': changed({
    by: { service: 'monitoring.rds.amazonaws.com' },
    before: assume({ Service: 'rds.amazonaws.com' }),
    after: assume({ Service: ['rds.amazonaws.com', 'monitoring.rds.amazonaws.com'] }),
  }),
  'trust.not-listed': changed({
    before: assume({ Service: 'lambda.amazonaws.com' }),
    after: [assume({ Service: 'lambda.amazonaws.com' }), ofCaller()],
  }),
  'trust.only-federated': changed({
    before: trust(
      { Federated: 'arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com' },
      'sts:AssumeRoleWithWebIdentity',
    ),
    after: [
      trust(
        { Federated: 'arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com' },
        'sts:AssumeRoleWithWebIdentity',
      ),
      ofCaller(),
    ],
  }),
  'trust.only-services': changed({ before: assume(TASKS), after: [assume(TASKS), ofCaller()] }),
  'trust.other-account': changed({
    before: assume({ AWS: 'arn:aws:iam::777788889999:root' }),
    after: assume({ AWS: ['arn:aws:iam::777788889999:root', CALLER] }),
  }),
  'trust.other-partition': changed({
    by: 'arn:aws-cn:iam::111122223333:role/ci',
    resource: 'arn:aws-cn:iam::444455556666:role/deploy',
    before: ofCaller(),
    after: assume({ AWS: 'arn:aws-cn:iam::111122223333:role/ci' }),
  }),
  'trust.policy-variable': changed({
    has: { 'sts:RoleSessionName': 'data', 'aws:PrincipalTag/team': 'data' },
    before: ofCaller({ StringEquals: { 'sts:RoleSessionName': '${aws:username}' } }),
    after: ofCaller({ StringEquals: { 'sts:RoleSessionName': '${aws:PrincipalTag/team}' } }),
  }),
  'trust.principal-account': changed({
    before: assume({ AWS: '*' }, { StringEquals: { 'aws:PrincipalAccount': '777788889999' } }),
    after: assume({ AWS: '*' }, { StringEquals: { 'aws:PrincipalAccount': ['777788889999', '111122223333'] } }),
  }),
  'trust.principal-arn-condition': changed({
    by: 'arn:aws:iam::111122223333:role/teams/ci',
    before: assume({ AWS: ACCOUNT }, { ArnLike: { 'aws:PrincipalArn': CALLER } }),
    after: assume(
      { AWS: ACCOUNT },
      { ArnLike: { 'aws:PrincipalArn': [CALLER, 'arn:aws:iam::111122223333:role/teams/ci'] } },
    ),
  }),
  'trust.principal-kind': changed({
    before: assume({ AWS: 'arn:aws:iam::111122223333:user/ci' }),
    after: assume({ AWS: ['arn:aws:iam::111122223333:user/ci', CALLER] }),
  }),
  'trust.principal-org': changed({
    has: { 'aws:PrincipalOrgID': 'o-partner22222' },
    before: assume({ AWS: '*' }, { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' } }),
    after: assume({ AWS: '*' }, { StringEquals: { 'aws:PrincipalOrgID': ['o-exampleorg1', 'o-partner22222'] } }),
  }),
  'trust.principal-org-path': changed({
    has: { 'aws:PrincipalOrgPaths': ['o-exampleorg1/r-ab12/ou-ab12-22222222/'] },
    before: ofCaller({
      'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-exampleorg1/r-ab12/ou-ab12-11111111/*' },
    }),
    after: ofCaller({
      'ForAnyValue:StringLike': {
        'aws:PrincipalOrgPaths': ['o-exampleorg1/r-ab12/ou-ab12-11111111/*', 'o-exampleorg1/r-ab12/ou-ab12-22222222/*'],
      },
    }),
  }),
  'trust.principal-org-service': changed({
    by: { service: 'lambda.amazonaws.com' },
    has: { 'aws:SourceAccount': '444455556666' },
    before: assume({ Service: 'lambda.amazonaws.com' }, { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' } }),
    after: assume({ Service: 'lambda.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': '444455556666' } }),
  }),
  'trust.principal-path': changed({
    by: 'arn:aws:iam::111122223333:role/teams/ci',
    before: ofCaller(),
    after: assume({ AWS: 'arn:aws:iam::111122223333:role/teams/ci' }),
  }),
  'trust.principal-tag': changed({
    has: { 'aws:PrincipalTag/team': 'web' },
    before: assume({ AWS: ACCOUNT }, { StringEquals: { 'aws:PrincipalTag/team': 'data' } }),
    after: assume({ AWS: ACCOUNT }, { StringEquals: { 'aws:PrincipalTag/team': ['data', 'web'] } }),
  }),
  'trust.request-tag': sent(
    ofCaller({ StringEquals: { 'aws:RequestTag/team': 'data' } }),
    {},
    { 'aws:RequestTag/team': 'data' },
  ),
  'trust.self': changed({
    by: 'arn:aws:iam::444455556666:role/deploy',
    before: ofCaller(),
    after: assume({ AWS: [CALLER, ROLE] }),
  }),
  'trust.service-host': changed({
    by: { service: 'ecs-tasks.amazonaws.com' },
    before: assume({ Service: 'ecs.amazonaws.com' }),
    after: assume({ Service: ['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com'] }),
  }),
  'trust.service-not-trusted': changed({
    by: { service: 'ecs-tasks.amazonaws.com' },
    before: ofCaller(),
    after: [ofCaller(), assume(TASKS)],
  }),
  'trust.service-refused': changed({
    by: { service: 'ecs-tasks.amazonaws.com' },
    before: ofCaller(),
    after: [ofCaller(), assume(TASKS)],
  }),
  'trust.session-name': sent(
    ofCaller({ StringLike: { 'sts:RoleSessionName': 'build-*' } }),
    { 'sts:RoleSessionName': 'botocore-session-1' },
    { 'sts:RoleSessionName': 'build-42' },
  ),
  'trust.session-principal': changed({
    by: 'arn:aws:sts::111122223333:assumed-role/ci/build-43',
    before: assume({ AWS: 'arn:aws:sts::111122223333:assumed-role/ci/build-42' }),
    after: ofCaller(),
  }),
  'trust.set-context': changed({
    action: 'sts:SetContext',
    before: trust({ AWS: CALLER }, 'sts:AssumeRole'),
    after: trust({ AWS: CALLER }, ['sts:AssumeRole', 'sts:SetContext']),
  }),
  'trust.set-source-identity': changed({
    action: 'sts:SetSourceIdentity',
    before: trust({ AWS: CALLER }, 'sts:AssumeRole'),
    after: trust({ AWS: CALLER }, ['sts:AssumeRole', 'sts:SetSourceIdentity']),
  }),
  'trust.source-arn': changed({
    by: { service: 'lambda.amazonaws.com' },
    has: { 'aws:SourceArn': 'arn:aws:lambda:eu-west-1:444455556666:function:resize-v2' },
    before: assume(
      { Service: 'lambda.amazonaws.com' },
      { ArnLike: { 'aws:SourceArn': 'arn:aws:lambda:eu-west-1:444455556666:function:resize' } },
    ),
    after: assume(
      { Service: 'lambda.amazonaws.com' },
      { ArnLike: { 'aws:SourceArn': 'arn:aws:lambda:eu-west-1:444455556666:function:resize*' } },
    ),
  }),
  'trust.source-identity': sent(
    ofCaller({ StringEquals: { 'sts:SourceIdentity': 'ana' } }),
    {},
    { 'sts:SourceIdentity': 'ana' },
  ),
  'trust.source-ip': changed({
    has: { 'aws:SourceIp': '198.51.100.7' },
    before: ofCaller({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
    after: ofCaller({ IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24'] } }),
  }),
  'trust.source-vpc': changed({
    has: { 'aws:SourceVpce': 'vpce-0bbbbbbbbbbbbbbbb' },
    before: ofCaller({ StringEquals: { 'aws:SourceVpce': 'vpce-0aaaaaaaaaaaaaaaa' } }),
    after: ofCaller({ StringEquals: { 'aws:SourceVpce': ['vpce-0aaaaaaaaaaaaaaaa', 'vpce-0bbbbbbbbbbbbbbbb'] } }),
  }),
  'trust.stale-principal': changed({
    has: { 'aws:userid': 'AROAEXAMPLENEWROLE000:build-42' },
    before: assume({ AWS: 'AROAEXAMPLEOLDROLE000' }),
    after: ofCaller(),
  }),
  'trust.tag-session': changed({
    action: 'sts:TagSession',
    before: trust({ AWS: CALLER }, 'sts:AssumeRole'),
    after: trust({ AWS: CALLER }, ['sts:AssumeRole', 'sts:TagSession']),
  }),
  'trust.wildcard-principal': changed({
    before: assume({ AWS: 'arn:aws:iam::111122223333:role/c*' }),
    after: assume({ AWS: ACCOUNT }, { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/c*' } }),
  }),
} as const satisfies Readonly<Record<string, ExampleParts>>;
