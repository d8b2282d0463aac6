import {
  by,
  FEDERATED,
  GET,
  given,
  INSTANCE,
  NODE,
  OBJECT,
  QUEUE,
  READ_ONLY,
  SEND,
  session,
  TASK,
} from './caller-world.ts';
import { type CauseCase, denied } from './cause-case.ts';
import { AWAY, CALLER, HOME, TARGET, trusting, USER, world } from './world.ts';

/** AWS Organizations does not say whether a policy or its own rule denied the call. */
function refusedByOrganizations(operation: string): string {
  return `An error occurred (AccessDeniedException) when calling the ${operation} operation: You don't have permissions to access this resource.`;
}

const LIST_ACCOUNTS = refusedByOrganizations('ListAccounts');

/** Causes in who the caller is. */
export const callerCases: readonly CauseCase[] = [
  {
    cause: 'caller.root',
    is: {
      text: 'An error occurred (AccessDenied) when calling the AssumeRole operation: Roles may not be assumed by root accounts.',
    },
    rung: 'aws',
    check: 'open',
    isNot: by(CALLER),
  },
  {
    cause: 'caller.root',
    name: 'by its ARN',
    is: by(`arn:aws:iam::${HOME}:root`, 'sts:AssumeRole', TARGET),
    rung: 'evaluated',
    check: 'open',
    isNot: by(`arn:aws:iam::${HOME}:root`),
    unknown: by(CALLER, 'sts:AssumeRole', TARGET),
  },
  {
    cause: 'caller.path',
    is: given(`arn:aws:iam::${HOME}:user/people/alice`),
    rung: 'evaluated',
    check: 'allowed',
    isNot: given(USER),
    unknown: { ...given(`arn:aws:iam::${HOME}:user/people/alice`), world: world({ unread: [HOME, AWAY] }) },
  },
  {
    cause: 'caller.other-partition',
    is: by(USER, 'sts:AssumeRole', `arn:aws-cn:iam::${AWAY}:role/prod-deploy`),
    rung: 'evaluated',
    check: 'open',
    isNot: by(USER, 'sts:AssumeRole', TARGET),
    unknown: by(USER, 'sts:AssumeRole', `arn:***:iam::${AWAY}:role/prod-deploy`),
  },
  {
    cause: 'caller.session-credentials',
    is: {
      text: 'An error occurred (AccessDenied) when calling the GetSessionToken operation: Cannot call GetSessionToken with session credentials',
    },
    rung: 'aws',
    check: 'open',
    isNot: by(CALLER),
  },
  {
    cause: 'caller.session-credentials',
    name: 'by its ARN',
    is: by(CALLER, 'sts:GetFederationToken', '*'),
    rung: 'evaluated',
    check: 'open',
    isNot: by(USER, 'sts:GetFederationToken', '*'),
    unknown: by(CALLER, 'sts:AssumeRole', TARGET),
  },
  {
    cause: 'caller.anonymous',
    name: 'by what takes signed requests only',
    is: by('anonymous', 'sts:AssumeRole', TARGET),
    rung: 'aws',
    check: 'open',
    isNot: by(CALLER, 'sts:AssumeRole', TARGET),
  },
  {
    cause: 'caller.anonymous',
    is: {
      text: 'User: anonymous is not authorized to perform: es:ESHttpGet because no resource-based policy allows the es:ESHttpGet action',
    },
    rung: 'aws',
    check: 'still-blocked',
    isNot: {
      text: 'User: anonymous is not authorized to perform: cognito-identity:GetId on resource: * with an explicit deny in a resource control policy',
    },
  },
  {
    cause: 'caller.federated-user-limits',
    is: by(FEDERATED, 'sts:AssumeRole', TARGET),
    rung: 'evaluated',
    check: 'open',
    isNot: by(FEDERATED),
    unknown: by(CALLER, 'iam:ListUsers', '*'),
  },
  {
    cause: 'caller.session-token-limits',
    is: { text: denied(USER, 'iam:ListUsers', '*'), world: world({ current: { arn: USER, keyType: 'ASIA' } }) },
    rung: 'likely',
    check: 'open',
    isNot: { text: denied(USER, 'iam:ListUsers', '*'), world: world({ current: { arn: USER, keyType: 'AKIA' } }) },
    unknown: by(USER, 'iam:ListUsers', '*'),
  },
  {
    cause: 'caller.member-account',
    is: { text: LIST_ACCOUNTS, world: world({}), given: { caller: CALLER } },
    rung: 'likely',
    check: 'open',
    isNot: { text: refusedByOrganizations('DescribeOrganization'), world: world({}), given: { caller: CALLER } },
    unknown: { text: LIST_ACCOUNTS, given: { caller: CALLER } },
  },
  {
    cause: 'caller.deleted',
    is: { text: denied(CALLER, 'ec2:DescribeInstances', '*'), world: world({ callerExists: false }) },
    rung: 'evaluated',
    check: 'open',
    isNot: { text: denied(CALLER, 'ec2:DescribeInstances', '*'), world: world({ allow: [] }) },
    unknown: by(CALLER),
  },
  {
    cause: 'caller.environment-over-profile',
    is: {
      text: denied(USER, GET, OBJECT),
      world: world({ current: { arn: USER } }),
      environment: { AWS_PROFILE: 'prod', AWS_ACCESS_KEY_ID: 'AKIA…' },
    },
    rung: 'likely',
    check: 'open',
    isNot: {
      text: denied(USER, GET, OBJECT),
      world: world({ current: { arn: USER } }),
      environment: { AWS_PROFILE: 'prod' },
    },
    unknown: by(USER, GET, OBJECT, { AWS_PROFILE: 'prod', AWS_ACCESS_KEY_ID: 'AKIA…' }),
  },
  {
    cause: 'caller.other-identity',
    is: {
      text: denied(CALLER, 'sts:AssumeRole', TARGET),
      world: world({ trust: trusting(USER), current: { arn: USER } }),
    },
    rung: 'likely',
    pointer: '/Statement/Principal/AWS',
    check: 'still-blocked',
    isNot: {
      text: denied(CALLER, 'sts:AssumeRole', TARGET),
      world: world({ trust: trusting(`arn:aws:iam::${HOME}:role/x`), current: { arn: USER } }),
    },
    unknown: {
      text: denied(CALLER, 'sts:AssumeRole', TARGET),
      world: world({ unread: [AWAY], current: { arn: USER } }),
    },
  },
  {
    cause: 'caller.node-role',
    is: by(NODE),
    rung: 'likely',
    check: 'open',
    isNot: by(NODE, 'ecr:GetAuthorizationToken', '*'),
    unknown: by(session('web', INSTANCE)),
  },
  {
    cause: 'caller.instance-role',
    is: by(session('runner', INSTANCE), GET, OBJECT, { GITHUB_ACTIONS: 'true' }),
    rung: 'likely',
    check: 'open',
    isNot: by(session('runner', 'deploy'), GET, OBJECT, { GITHUB_ACTIONS: 'true' }),
    unknown: by(session('runner', INSTANCE)),
  },
  {
    cause: 'caller.not-the-jobs-role',
    is: by(NODE, GET, OBJECT, { AWS_ROLE_ARN: `arn:aws:iam::${HOME}:role/shop-web` }),
    rung: 'likely',
    check: 'open',
    isNot: by(session('shop-web', 'pod'), GET, OBJECT, { AWS_ROLE_ARN: `arn:aws:iam::${HOME}:role/shop-web` }),
    unknown: by(session('shop-web', 'pod')),
  },
  {
    cause: 'caller.task-execution-role',
    is: by(session('ecsTaskExecutionRole', TASK), SEND, QUEUE),
    rung: 'likely',
    check: 'open',
    isNot: by(session('ecsTaskExecutionRole', TASK), 'ecr:BatchGetImage', '*'),
    unknown: by(session('shop-task', TASK)),
  },
  {
    cause: 'caller.cdk-role',
    is: by(session(`cdk-hnb659fds-cfn-exec-role-${HOME}-eu-west-1`, 'AWSCloudFormation')),
    rung: 'likely',
    check: 'open',
    isNot: by(session('deploy', 'AWSCloudFormation')),
    unknown: by(CALLER),
  },
  {
    cause: 'caller.service-session',
    is: by(session('stack-role', 'AWSCloudFormation')),
    rung: 'likely',
    check: 'open',
    isNot: by(CALLER),
    unknown: by(session('stack-role', 'deploy')),
  },
  {
    cause: 'caller.terraform-backend',
    is: {
      text: `Error: Failed to get existing workspaces: Unable to list objects in S3 bucket "state": operation error S3: ListObjectsV2, https response error StatusCode: 403, RequestID: X, api error AccessDenied: User: ${USER} is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::state" because no identity-based policy allows the s3:ListBucket action`,
    },
    rung: 'likely',
    check: 'open',
    isNot: by(USER, 's3:ListBucket', 'arn:aws:s3:::state'),
  },
  {
    cause: 'caller.intermediate-role',
    is: by(session('build', 'botocore-session-1700000000'), 'sts:AssumeRole', TARGET),
    rung: 'likely',
    check: 'open',
    isNot: by(session('build', 'botocore-session-1700000000')),
    unknown: by(session('build', 'alice'), 'sts:AssumeRole', TARGET),
  },
  {
    cause: 'caller.read-only-permission-set',
    is: by(READ_ONLY, 's3:PutObject'),
    rung: 'likely',
    check: 'open',
    isNot: by(READ_ONLY),
    unknown: by(session('AWSReservedSSO_Custom_0123456789abcdef', 'alice'), 's3:PutObject'),
  },
  {
    cause: 'caller.cognito-guest',
    is: by(session('shop-unauthRole', 'CognitoIdentityCredentials')),
    rung: 'likely',
    check: 'open',
    isNot: by(session('shop-authRole', 'CognitoIdentityCredentials')),
    unknown: by(session('shop-role', 'CognitoIdentityCredentials')),
  },
];
