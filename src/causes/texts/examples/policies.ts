import { allow, deny, type ExampleParts, withPrincipal } from './example.ts';

const BUCKET = 'arn:aws:s3:::assets';
const OBJECT = 'arn:aws:s3:::assets/logo.png';
const OBJECTS = 'arn:aws:s3:::assets/*';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const APP = 'arn:aws:iam::111122223333:role/app';
const USER = 'arn:aws:iam::111122223333:user/ana';
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:resize';

/** What can be special about a policy in any layer, and the general causes, by the end of the id. */
export const SHARED_EXAMPLES = {
  'explicit-deny': {
    action: 's3:DeleteObject',
    resource: OBJECT,
    before: deny('s3:DeleteObject', '*'),
    after: deny('s3:DeleteObject', '*', { ArnNotLike: { 'aws:PrincipalArn': APP } }),
  },
  condition: {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:PrincipalTag/team': 'web' },
    before: allow('s3:GetObject', OBJECTS, { StringEquals: { 'aws:PrincipalTag/team': 'data' } }),
    after: allow('s3:GetObject', OBJECTS, { StringEquals: { 'aws:PrincipalTag/team': ['data', 'web'] } }),
  },
  'near-miss': {
    action: 's3:GetObject',
    resource: OBJECT,
    before: allow('s3:GetObject', 'arn:aws:s3:::asset/*'),
    after: allow('s3:GetObject', ['arn:aws:s3:::asset/*', OBJECTS]),
  },
  'no-allow': {
    action: 's3:PutObject',
    resource: OBJECT,
    before: allow('s3:GetObject', OBJECTS),
    after: [allow('s3:GetObject', OBJECTS), allow('s3:PutObject', OBJECTS)],
  },
  'service-not-listed': {
    action: 'sqs:SendMessage',
    resource: QUEUE,
    before: allow(['s3:*', 'ec2:*'], '*'),
    after: allow(['s3:*', 'ec2:*', 'sqs:*'], '*'),
  },
  'not-action-deny': {
    action: 'sqs:SendMessage',
    resource: QUEUE,
    before: { Effect: 'Deny', NotAction: ['s3:*', 'ec2:*'], Resource: '*' },
    after: { Effect: 'Deny', NotAction: ['s3:*', 'ec2:*', 'sqs:*'], Resource: '*' },
  },
  'not-resource-deny': {
    action: 's3:GetObject',
    resource: OBJECT,
    before: { Effect: 'Deny', Action: 's3:*', NotResource: BUCKET },
    after: { Effect: 'Deny', Action: 's3:*', NotResource: [BUCKET, OBJECTS] },
  },
  'default-version': {
    action: 's3:PutObject',
    resource: OBJECT,
    before: allow('s3:GetObject', OBJECTS),
    after: allow(['s3:GetObject', 's3:PutObject'], OBJECTS),
  },
  'near-exemption': {
    action: 's3:DeleteObject',
    resource: OBJECT,
    principal: 'arn:aws:iam::111122223333:role/teams/app',
    before: deny('s3:DeleteObject', '*', { ArnNotLike: { 'aws:PrincipalArn': APP } }),
    after: deny('s3:DeleteObject', '*', {
      ArnNotLike: { 'aws:PrincipalArn': [APP, 'arn:aws:iam::111122223333:role/teams/app'] },
    }),
  },
} as const satisfies Readonly<Record<string, ExampleParts>>;

/** Causes with an explanation of their own, by id. */
export const POLICY_EXAMPLES = {
  'identity.dependent-action': {
    action: 'kms:GenerateDataKey',
    resource: KEY,
    before: allow('s3:PutObject', OBJECTS),
    after: [allow('s3:PutObject', OBJECTS), allow('kms:GenerateDataKey', KEY)],
  },
  'identity.missing-object': {
    action: 's3:ListBucket',
    resource: BUCKET,
    before: allow('s3:GetObject', OBJECTS),
    after: [allow('s3:GetObject', OBJECTS), allow('s3:ListBucket', BUCKET)],
  },
  'identity.revoked-session': {
    action: 's3:GetObject',
    resource: OBJECT,
    context: { 'aws:TokenIssueTime': '2026-09-01T08:00:00Z' },
    before: deny('*', '*', { DateLessThan: { 'aws:TokenIssueTime': '2026-09-01T09:30:00Z' } }),
    send: { 'aws:TokenIssueTime': '2026-09-01T10:00:00Z' },
  },
  'identity.unsupported-key': {
    action: 's3:GetObject',
    resource: OBJECT,
    before: allow(['s3:ListBucket', 's3:GetObject'], [BUCKET, OBJECTS], { StringLike: { 's3:prefix': 'public/*' } }),
    after: [
      allow('s3:ListBucket', BUCKET, { StringLike: { 's3:prefix': 'public/*' } }),
      allow('s3:GetObject', OBJECTS),
    ],
  },
  'identity.variable-for-session': {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::home/web/index.html',
    context: { 'aws:PrincipalTag/team': 'web' },
    before: allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*'),
    after: allow('s3:GetObject', 'arn:aws:s3:::home/${aws:PrincipalTag/team}/*'),
  },
  'identity.variable-version': {
    principal: USER,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::home/ana/notes.txt',
    context: { 'aws:username': 'ana' },
    before: { Version: '2008-10-17', Statement: [allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*')] },
    after: { Version: '2012-10-17', Statement: [allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*')] },
  },
  'identity.wildcard-only': {
    action: 'ec2:DescribeInstances',
    resource: '*',
    before: allow('ec2:DescribeInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/*'),
    after: allow('ec2:DescribeInstances', '*'),
  },
  'session.broker': {
    action: 's3:PutObject',
    resource: OBJECT,
    before: allow('s3:GetObject', OBJECTS),
    after: allow(['s3:GetObject', 's3:PutObject'], OBJECTS),
  },
  'session.federated-user': {
    principal: 'arn:aws:sts::111122223333:federated-user/ana',
    action: 's3:GetObject',
    resource: OBJECT,
    before: [],
    after: allow('s3:GetObject', OBJECTS),
  },
  'scp.full-access-missing': {
    action: 's3:GetObject',
    resource: OBJECT,
    before: deny('organizations:LeaveOrganization', '*'),
    after: [deny('organizations:LeaveOrganization', '*'), allow('*', '*')],
  },
  'resource.cross-account': {
    principal: 'arn:aws:iam::444455556666:role/app',
    action: 's3:GetObject',
    resource: OBJECT,
    before: [],
    after: {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::444455556666:role/app' },
      Action: 's3:GetObject',
      Resource: OBJECTS,
    },
  },
  'resource.key-policy-silent': {
    action: 'kms:Decrypt',
    resource: KEY,
    before: {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/admin' },
      Action: 'kms:*',
      Resource: '*',
    },
    after: [
      { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/admin' }, Action: 'kms:*', Resource: '*' },
      { Effect: 'Allow', Principal: { AWS: APP }, Action: 'kms:Decrypt', Resource: '*' },
    ],
  },
  'resource.not-principal': {
    action: 's3:GetObject',
    resource: OBJECT,
    before: {
      Effect: 'Deny',
      NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/admin' },
      Action: 's3:*',
      Resource: OBJECTS,
    },
    after: {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: OBJECTS,
      Condition: { ArnNotLike: { 'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/admin', APP] } },
    },
  },
  'resource.function-permission': {
    principal: { service: 'apigateway.amazonaws.com' },
    action: 'lambda:InvokeFunction',
    resource: FUNCTION,
    context: { 'aws:SourceArn': 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/prod/GET/images' },
    before: [],
    after: withPrincipal(
      allow('lambda:InvokeFunction', FUNCTION, {
        ArnLike: { 'aws:SourceArn': 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/*/GET/images' },
      }),
      { Service: 'apigateway.amazonaws.com' },
    ),
  },
  'resource.function-url': {
    principal: 'arn:aws:iam::444455556666:role/app',
    action: 'lambda:InvokeFunction',
    resource: FUNCTION,
    context: { 'lambda:InvokedViaFunctionUrl': 'true' },
    before: withPrincipal(
      allow('lambda:InvokeFunctionUrl', FUNCTION, { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } }),
      '*',
    ),
    after: [
      withPrincipal(
        allow('lambda:InvokeFunctionUrl', FUNCTION, { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } }),
        '*',
      ),
      withPrincipal(
        allow('lambda:InvokeFunction', FUNCTION, { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } }),
        '*',
      ),
    ],
  },
  'identity.delivery-role': {
    action: 'kinesis:GetRecords',
    resource: 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders',
    before: allow('s3:PutObject', OBJECTS),
    after: [
      allow('s3:PutObject', OBJECTS),
      allow(
        ['kinesis:DescribeStream', 'kinesis:GetShardIterator', 'kinesis:GetRecords', 'kinesis:ListShards'],
        'arn:aws:kinesis:eu-west-1:111122223333:stream/orders',
      ),
    ],
  },
  'identity.service-linked-role': {
    action: 'iam:CreateServiceLinkedRole',
    resource: 'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
    before: allow('ecs:*', '*'),
    after: [
      allow('ecs:*', '*'),
      allow(
        'iam:CreateServiceLinkedRole',
        'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
      ),
    ],
  },
  'resource.service-caller': {
    principal: { service: 'sns.amazonaws.com' },
    action: 'sqs:SendMessage',
    resource: QUEUE,
    context: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:orders' },
    before: withPrincipal(allow('sqs:SendMessage', QUEUE), { Service: 's3.amazonaws.com' }),
    after: [
      withPrincipal(allow('sqs:SendMessage', QUEUE), { Service: 's3.amazonaws.com' }),
      withPrincipal(
        allow('sqs:SendMessage', QUEUE, {
          ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:orders' },
        }),
        { Service: 'sns.amazonaws.com' },
      ),
    ],
  },
  'endpoint.aws-owned-bucket': {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/layer',
    before: { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: [BUCKET, OBJECTS] },
    after: [
      { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: [BUCKET, OBJECTS] },
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*',
      },
    ],
  },
} as const satisfies Readonly<Record<string, ExampleParts>>;
