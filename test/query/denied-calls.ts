import {
  ACCOUNT,
  type Call,
  type CloudTrailRecord,
  calls,
  federated,
  OTHER_ACCOUNT,
  ROOT,
  SERVICE,
  session,
  sessionArn,
  user,
  userArn,
  WEB_IDENTITY,
} from './cloudtrail-records.ts';

const sentence = (arn: string, action: string, resource: string, clause = '') =>
  `User: ${arn} is not authorized to perform: ${action} on resource: ${resource}${clause}`;

const table = (name: string) => `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/${name}`;
const PUT = { eventSource: 'dynamodb.amazonaws.com', eventName: 'PutItem', errorCode: 'AccessDenied' } as const;
const GET = { eventSource: 's3.amazonaws.com', eventName: 'GetObject', errorCode: 'AccessDenied' } as const;
const BARE = 'Access Denied';

/** An object that GetObject could not read, where the message says nothing. */
function object(key: string, userIdentity: Call['userIdentity'] = user('alice')): Call {
  return {
    ...GET,
    userIdentity,
    errorMessage: BARE,
    requestParameters: { bucketName: 'shop-data', Host: 'shop-data.s3.amazonaws.com', key },
    resources: [
      { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::shop-data/${key}` },
      { accountId: ACCOUNT, type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::shop-data' },
    ],
  };
}

/** Denied calls by what they have in common, and how many distinct denials each are. */
export const DENIED: Readonly<
  Record<string, { readonly distinct: number; readonly records: readonly CloudTrailRecord[] }>
> = {
  'sessions of a role with a path': {
    distinct: 1,
    records: calls(100, (index) => ({
      ...PUT,
      userIdentity: session('app', `s-${index % 9}`),
      errorMessage: sentence(sessionArn('app', `s-${index % 9}`), 'dynamodb:PutItem', table('orders')),
      requestParameters: { tableName: 'orders', key: { id: { S: `item-${index}` } } },
    })),
  },
  'the same role on another resource, and with another reason': {
    distinct: 2,
    records: calls(6, (index) => ({
      ...PUT,
      userIdentity: session('app', 's-1'),
      errorMessage: sentence(
        sessionArn('app', 's-1'),
        'dynamodb:PutItem',
        table('carts'),
        index < 2 ? ' with an explicit deny in a service control policy' : '',
      ),
      requestParameters: { tableName: 'carts' },
    })),
  },
  'a user, without a word of the resource': {
    distinct: 3,
    records: [
      ...calls(4, () => object('a/one.csv')),
      ...calls(2, () => object('two, with a "comma".csv')),
      ...calls(3, () => ({ ...object(''), requestParameters: { bucketName: 'other' }, resources: [] })),
    ],
  },
  'the root user': {
    distinct: 1,
    records: calls(2, () => ({
      ...GET,
      userIdentity: ROOT,
      errorMessage: sentence(
        ROOT.arn,
        's3:GetObject',
        'arn:aws:s3:::shop-data/x',
        ' with an explicit deny in a resource-based policy',
      ),
    })),
  },
  'a service that calls for itself': {
    distinct: 2,
    records: ['one', 'two'].flatMap((bucket) =>
      calls(3, () => ({
        ...GET,
        eventName: 'PutObject',
        userIdentity: SERVICE,
        sourceIPAddress: SERVICE.invokedBy,
        errorMessage: BARE,
        requestParameters: { bucketName: bucket, key: 'AWSLogs/x.json.gz' },
      })),
    ),
  },
  'a role whose calls a service passes on': {
    distinct: 1,
    records: calls(5, (index) => ({
      eventSource: 'sqs.amazonaws.com',
      eventName: 'CreateQueue',
      errorCode: 'AccessDenied',
      userIdentity: session('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }),
      sourceIPAddress: 'cloudformation.amazonaws.com',
      errorMessage: sentence(
        sessionArn('deploy', 'ci'),
        'sqs:createqueue',
        `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs`,
        ' because no identity-based policy\n allows the sqs:createqueue action',
      ),
      requestParameters: { queueName: 'jobs', attributes: { DelaySeconds: String(index) } },
    })),
  },
  'an encoded message, which no call has in common with another': {
    distinct: 1,
    records: calls(7, (index) => ({
      eventSource: 'ec2.amazonaws.com',
      eventName: 'RunInstances',
      errorCode: 'Client.UnauthorizedOperation',
      userIdentity: user('bob'),
      errorMessage: `You are not authorized to perform this operation. ${sentence(userArn('bob'), 'ec2:RunInstances', `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/*`)} because no identity-based policy allows the ec2:RunInstances action. Encoded authorization failure message: ${`Ab${index}_-`.repeat(20)}`,
      requestParameters: { instanceType: 't3.micro', clientToken: `token-${index}` },
    })),
  },
  'two federated users of one user': {
    distinct: 2,
    records: ['carol', 'dave'].flatMap((name) => calls(2, () => object('f', federated(name)))),
  },
  'a web identity': {
    distinct: 2,
    records: ['deploy', 'release'].flatMap((role) =>
      calls(3, () => ({
        eventSource: 'sts.amazonaws.com',
        eventName: 'AssumeRoleWithWebIdentity',
        errorCode: 'AccessDenied',
        userIdentity: WEB_IDENTITY,
        errorMessage: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
        requestParameters: { roleArn: `arn:aws:iam::${ACCOUNT}:role/${role}`, roleSessionName: 'GitHubActions' },
      })),
    ),
  },
  'a principal of another account': { distinct: 1, records: calls(2, () => object('shared', OTHER_ACCOUNT)) },
  'a document that is longer than a row': {
    distinct: 2,
    records: ['ops', 'dev'].flatMap((roleName) =>
      calls(2, () => ({
        eventSource: 'iam.amazonaws.com',
        eventName: 'PutRolePolicy',
        errorCode: 'AccessDenied',
        userIdentity: user('alice'),
        awsRegion: 'us-east-1',
        errorMessage: 'An unknown error occurred',
        requestParameters: {
          roleName,
          policyDocument: JSON.stringify({
            Statement: Array.from({ length: 300 }, (_, sid) => ({ Sid: `S${sid}`, Action: 's3:*' })),
          }),
        },
      })),
    ),
  },
  'a service that cannot assume a role': {
    distinct: 1,
    records: calls(2, () => ({
      eventSource: 'lambda.amazonaws.com',
      eventName: 'CreateFunction20150331',
      errorCode: 'InvalidParameterValueException',
      userIdentity: user('alice'),
      errorMessage: 'The role defined for the function cannot be assumed by Lambda.',
      requestParameters: { functionName: 'f', role: `arn:aws:iam::${ACCOUNT}:role/f` },
    })),
  },
};

/** Calls that were allowed, or failed for other reasons. */
export const OTHERS: readonly CloudTrailRecord[] = [
  ...calls(20, () => ({
    ...GET,
    errorCode: 'NoSuchKey',
    errorMessage: 'The key does not exist',
    userIdentity: user('alice'),
  })),
  ...calls(20, () => ({
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    userIdentity: session('app', 's-1'),
  })),
  ...calls(3, () => ({
    eventSource: 'ec2.amazonaws.com',
    eventName: 'RunInstances',
    errorCode: 'Client.RequestLimitExceeded',
    errorMessage: 'Request limit exceeded.',
    userIdentity: user('bob'),
  })),
];

/** A denial of the day after the period. */
export const TOO_LATE: readonly CloudTrailRecord[] = calls(1, () => ({
  ...object('late'),
  eventTime: '2026-02-01T00:00:01Z',
}));
