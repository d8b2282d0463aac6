import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/render.ts';
import { denied, diagnosisOf, requirementsOf, statementsOf } from './requirements-of.ts';

const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:shop';
const FORBIDDEN =
  '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}';

describe('a function URL', () => {
  it('needs two actions from everybody, or from the caller, where the answer does not say which', async () => {
    const found = await requirementsOf(FORBIDDEN, { resource: FUNCTION });
    const statements = statementsOf(found['resource']).slice(0, 2);
    expect(statements.map((one) => [one['Principal'], one['Action'], one['Condition']])).toEqual([
      ['*', 'lambda:InvokeFunctionUrl', { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } }],
      ['*', 'lambda:InvokeFunction', { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } }],
    ]);
  });

  it('needs both from the caller where AWS names the caller', async () => {
    const user = 'arn:aws:iam::111122223333:user/ana';
    const found = await requirementsOf(denied(user, 'lambda:InvokeFunctionUrl', FUNCTION));
    expect(statementsOf(found['identity']).map((one) => one['Action'])).toEqual([
      'lambda:InvokeFunctionUrl',
      'lambda:InvokeFunction',
    ]);
    expect(statementsOf(found['resource']).map((one) => one['Principal'])).not.toContain('*');
  });
});

const SSO = 'AWSReservedSSO_Dev_0123456789abcdef';
const ROLES = 'arn:aws:iam::111122223333:role/';

it.each([
  ['a session: its role, under any path', 'assumed-role/ci/build-7', { ArnLike: [`${ROLES}ci`, `${ROLES}*/ci`] }],
  [
    'a permission set: its role, under any path of IAM Identity Center',
    `assumed-role/${SSO}/ana`,
    { ArnLike: `${ROLES}aws-reserved/sso.amazonaws.com/*${SSO}` },
  ],
  ['a role, with its path', 'role/teams/ci', { ArnEquals: `${ROLES}teams/ci` }],
  ['a user', 'user/ana', { ArnEquals: 'arn:aws:iam::111122223333:user/ana' }],
])('the policy of an endpoint names %s', async (_, caller, condition) => {
  const service = caller.startsWith('assumed-role') ? 'sts' : 'iam';
  const text = denied(
    `arn:aws:${service}::111122223333:${caller}`,
    'sqs:SendMessage',
    'arn:aws:sqs:eu-west-1:111122223333:orders',
    ' because no VPC endpoint policy allows the sqs:SendMessage action',
  );
  const [statement] = statementsOf((await requirementsOf(text))['endpoint']);
  const [[operator, value] = []] = Object.entries(condition);
  expect(statement).toMatchObject({ Principal: '*', Condition: { [operator ?? '']: { 'aws:PrincipalArn': value } } });
});

const event = (errorCode: string, message: string) =>
  JSON.stringify({
    deliveryStreamARN: 'arn:aws:firehose:us-east-1:111122223333:deliverystream/logs',
    destination: 'arn:aws:s3:::shop-logs',
    message,
    errorCode,
    processor: 'arn:aws:lambda:us-east-1:111122223333:function:clean:$LATEST',
  });

describe('the role of a Firehose stream', () => {
  it.each([
    [
      'Kinesis.AccessDenied',
      'Access was denied when calling Kinesis. Ensure the access policy on the IAM role used allows access to the appropriate Kinesis APIs.',
      'kinesis:GetRecords',
      'arn:aws:kinesis:us-east-1:111122223333:stream/STREAM_NAME',
    ],
    [
      'S3.AccessDenied',
      'Access was denied. Ensure that the trust policy for the provided IAM role allows Firehose to assume the role, and the access policy allows access to the S3 bucket.',
      's3:PutObject',
      ['arn:aws:s3:::shop-logs', 'arn:aws:s3:::shop-logs/*'],
    ],
    [
      'Lambda.InvokeAccessDenied',
      'Access was denied. Ensure that the access policy allows access to the Lambda function.',
      'lambda:InvokeFunction',
      [
        'arn:aws:lambda:us-east-1:111122223333:function:clean',
        'arn:aws:lambda:us-east-1:111122223333:function:clean:*',
      ],
    ],
  ])('needs what AWS’s page lists for %s, and must trust Firehose', async (code, message, action, resource) => {
    const found = await requirementsOf(event(code, message));
    const [statement] = statementsOf(found['identity']);
    expect(statement?.['Action']).toContain(action);
    expect(statement?.['Resource']).toEqual(resource);
    expect(statementsOf(found['trust'])).toEqual([
      { Effect: 'Allow', Principal: { Service: 'firehose.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ]);
  });

  it('is shown by a command, with the name of the stream', async () => {
    const text = render([await diagnosisOf(event('S3.AccessDenied', ''))], 'text');
    expect(text).toContain('aws firehose describe-delivery-stream --delivery-stream-name logs');
  });
});
