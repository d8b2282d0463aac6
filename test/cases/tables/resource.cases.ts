import { ASKED, BUCKET, CLOSED, KEY, KEY_TO_ACCOUNT, OBJECT, SNS, UNKNOWN } from './asked.ts';
import type { CauseCase, Situation } from './cause-case.ts';
import { type Asked, blind, denying, only, sideOf } from './place.ts';
import { EVERYTHING, policyWorld, SESSION } from './policy-world.ts';
import { AWAY, HOME, type Json } from './world.ts';

const AWAY_QUEUE = sideOf('resource', ASKED);
const OTHERS = [`arn:aws:iam::${HOME}:role/operations`, `arn:aws:iam::${HOME}:role/auditing`];
const OTHER_INSTANCE: Asked = {
  action: 'ec2:StopInstances',
  resource: `arn:aws:ec2:eu-west-1:${AWAY}:instance/i-0123456789abcdef0`,
};

const BARE = 'An error occurred (AccessDenied) when calling the SendMessage operation: Access Denied';
const BY_OPTION = { action: ASKED.action, resource: ASKED.resource };
const NAMED: Json = {
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${HOME}:role/operations` },
  Action: ASKED.action,
  Resource: ASKED.resource,
};

/** A caller without an ARN asks for the queue. */
function asking(caller: string, statements: readonly Json[]): Situation {
  return {
    text: BARE,
    world: policyWorld({ resources: { [ASKED.resource]: statements } }),
    given: { ...BY_OPTION, caller },
  };
}

const POINT = `arn:aws:s3:eu-west-1:${AWAY}:accesspoint/reports`;
const POINT_ALLOW: Json = {
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${HOME}:root` },
  Action: 's3:GetObject',
  Resource: `${POINT}/object/*`,
};

/** An object of the other account, through an access point with these statements. */
function throughPoint(statements: readonly Json[], clause: string): Situation {
  return {
    text: `User: ${SESSION} is not authorized to perform: s3:GetObject on resource: "${POINT}/object/a.csv" ${clause}`,
    world: policyWorld({ resources: { [POINT]: statements } }),
  };
}

/** AWS says it in words; no other text does. */
function said(cause: CauseCase['cause'], sentence: string): CauseCase {
  const text = `An error occurred (AccessDenied) when calling an operation: ${sentence}`;
  return { cause, is: { text }, rung: 'aws', check: 'open', isNot: UNKNOWN };
}

/** Causes in the policy of a resource, and where it has none. */
export const resourceCases: readonly CauseCase[] = [
  {
    cause: 'resource.key-policy-silent',
    is: only(
      'resource',
      [
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${HOME}:role/key-administration` },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
      KEY,
    ),
    rung: 'evaluated',
    check: 'allowed',
    isNot: only('identity', [SNS], KEY, { parts: KEY_TO_ACCOUNT }),
    unknown: blind(KEY),
  },
  {
    cause: 'resource.not-principal',
    is: denying('resource', { NotPrincipal: { AWS: OTHERS }, Action: '*', Resource: '*' }, AWAY_QUEUE),
    rung: 'evaluated',
    pointer: '/Statement/1/NotPrincipal',
    check: 'allowed',
    isNot: denying('resource', { Principal: { AWS: OTHERS }, Action: '*', Resource: '*' }, AWAY_QUEUE),
    unknown: blind(AWAY_QUEUE),
  },
  {
    cause: 'resource.not-public',
    is: asking('anonymous', [NAMED]),
    rung: 'evaluated',
    check: 'open',
    isNot: asking('anonymous', [{ ...NAMED, Principal: '*' }]),
    unknown: { text: BARE, given: { ...BY_OPTION, caller: 'anonymous' } },
  },
  {
    cause: 'resource.service-caller',
    is: asking('s3.amazonaws.com', [NAMED]),
    rung: 'evaluated',
    check: 'allowed',
    isNot: asking('s3.amazonaws.com', [{ ...NAMED, Principal: { Service: 's3.amazonaws.com' } }]),
    unknown: { text: BARE, given: { ...BY_OPTION, caller: 's3.amazonaws.com' } },
  },
  {
    cause: 'resource.service-host',
    is: asking('states.amazonaws.com', [{ ...NAMED, Principal: { Service: 'states.eu-west-1.amazonaws.com' } }]),
    rung: 'evaluated',
    pointer: '/Statement/0/Principal/Service',
    check: 'allowed',
    isNot: asking('states.amazonaws.com', [{ ...NAMED, Principal: { Service: 'states.amazonaws.com' } }]),
    unknown: { text: BARE, given: { ...BY_OPTION, caller: 'states.amazonaws.com' } },
  },
  {
    cause: 'resource.no-policies',
    is: only('identity', [EVERYTHING], OTHER_INSTANCE, CLOSED),
    rung: 'evaluated',
    check: 'open',
    isNot: only(
      'identity',
      [EVERYTHING],
      { ...OTHER_INSTANCE, resource: OTHER_INSTANCE.resource.replace(AWAY, HOME) },
      CLOSED,
    ),
    unknown: blind({ ...OTHER_INSTANCE, resource: AWAY_QUEUE.resource, action: AWAY_QUEUE.action }),
  },
  {
    cause: 'resource.cross-account',
    is: only('identity', [EVERYTHING], AWAY_QUEUE, CLOSED),
    rung: 'evaluated',
    check: 'allowed',
    isNot: only('identity', [EVERYTHING], ASKED, CLOSED),
    unknown: blind(AWAY_QUEUE),
  },
  {
    cause: 'resource.access-point-bucket',
    is: throughPoint([POINT_ALLOW], 'because no resource-based policy allows the s3:GetObject action'),
    rung: 'aws',
    pointer: '/Statement/0',
    check: 'open',
    isNot: throughPoint(
      [{ ...POINT_ALLOW, Principal: { AWS: OTHERS } }],
      'because no resource-based policy allows the s3:GetObject action',
    ),
    unknown: throughPoint([POINT_ALLOW], ''),
  },
  {
    cause: 'resource.object-key',
    is: {
      ...only('identity', [{ ...EVERYTHING, Action: 's3:*' }], OBJECT, { parts: BUCKET }),
      text: 'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied',
      given: { caller: SESSION, resource: OBJECT.resource, action: 's3:PutObject' },
    },
    rung: 'likely',
    check: 'open',
    isNot: only('identity', [{ ...EVERYTHING, Action: 'sns:*' }], OBJECT, { parts: BUCKET }),
  },
  {
    cause: 'resource.object-ownership',
    is: {
      ...only('identity', [{ ...EVERYTHING, Action: 's3:*' }], OBJECT, { parts: BUCKET }),
      text: 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
      given: { caller: SESSION, resource: OBJECT.resource, action: OBJECT.action },
    },
    rung: 'likely',
    check: 'open',
    isNot: only('identity', [{ ...EVERYTHING, Action: 'sns:*' }], OBJECT, { parts: BUCKET }),
  },
  said(
    'resource.access-disabled',
    'An error occurred (AllAccessDisabled) when calling the PutObject operation: All access to this object has been disabled',
  ),
  said(
    'caller.account-not-enabled',
    'An error occurred (AccessDeniedException) when calling the InvokeModel operation: Your account is not authorized to invoke this API operation.',
  ),
  said(
    'resource.block-public-access',
    'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::reports" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.',
  ),
  said(
    'resource.customer-keys-blocked',
    'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::reports/a" because this bucket has blocked upload requests that specify Server Side Encryption with Customer provided keys (SSE-C). Please specify a different server-side encryption type',
  ),
  {
    ...said(
      'resource.key-not-visible',
      'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    ),
    rung: 'likely',
  },
  {
    ...said(
      'resource.key-not-usable',
      "The specified KMS key does not exist or is not allowed to be used with LogGroup 'arn:aws:logs:eu-west-1:111122223333:log-group:app'",
    ),
    rung: 'likely',
  },
  {
    ...said('resource.variable-not-set', ''),
    is: {
      text: 'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::undefined/a.csv" with an explicit deny',
    },
    rung: 'likely',
  },
  {
    ...said('resource.block-public-access-likely', ''),
    is: { text: 'An error occurred (AccessDenied) when calling the PutBucketPolicy operation: Access Denied' },
    rung: 'likely',
  },
  said('resource.lake-formation', 'Insufficient Lake Formation permission(s): Required Select on orders'),
  {
    ...said('resource.api-authorizer', ''),
    is: { text: '{"Message":"User is not authorized to access this resource with an explicit deny"}' },
  },
  said(
    'resource.default-key',
    "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: secretsmanager:GetSecretValue because you can't access a secret from a different AWS account if you encrypt the secret with the default KMS service key.",
  ),
  {
    ...said('resource.function-permission', ''),
    is: { text: 'Execution failed due to configuration error: Invalid permissions on Lambda function' },
  },
  {
    ...said('resource.function-permission', ''),
    is: {
      text: 'An error occurred (AccessDeniedException) when calling the RotateSecret operation: Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.',
    },
  },
  {
    ...said('identity.service-linked-role', ''),
    is: {
      text: 'An error occurred (InvalidParameterException) when calling the CreateService operation: Unable to assume the service linked role. Please verify that the ECS service linked role exists.',
    },
    rung: 'likely',
  },
  {
    ...said('identity.delivery-role', ''),
    is: {
      text: '{"deliveryStreamARN":"arn:aws:firehose:us-east-1:111122223333:deliverystream/logs","message":"Access was denied when calling Kinesis. Ensure the access policy on the IAM role used allows access to the appropriate Kinesis APIs.","errorCode":"Kinesis.AccessDenied"}',
    },
    rung: 'likely',
  },
  {
    ...said('resource.function-url', ''),
    is: {
      text: '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}',
    },
    rung: 'likely',
  },
  {
    ...said('resource.object-lock', ''),
    is: {
      text: 'An error occurred (AccessDenied) when calling the DeleteObject operation: Access Denied because object protected by object lock.',
    },
  },
];
