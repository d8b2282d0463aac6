import type { Decision } from './decision.ts';
import { allow, deny, HERE, type Json, policy, role, snapshot, THERE, user } from './world.ts';

const DANA = `arn:aws:iam::${HERE}:user/dana`;
const APP = `arn:aws:iam::${HERE}:role/app`;
const SESSION = `arn:aws:sts::${HERE}:assumed-role/app/i-1`;
const QUEUE = `arn:aws:sqs:eu-west-1:${HERE}:orders`;
const FAR = `arn:aws:sqs:eu-west-1:${THERE}:orders`;
const KEY = `arn:aws:kms:eu-west-1:${HERE}:key/11112222-3333-4444-5555-666677778888`;
const LIMITS = `arn:aws:iam::${HERE}:policy/Limits`;
const LOGIC =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html';
const ACROSS =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html';
const KEYS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';
const KMS = 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html';

const BY_USER = { principal: DANA, action: 'sqs:SendMessage' } as const;
const BY_SESSION = { principal: SESSION, action: 'sqs:SendMessage', resource: QUEUE } as const;
const DECRYPT = { principal: SESSION, action: 'kms:Decrypt', resource: KEY } as const;

function opens(queue: string, principal: unknown, Condition?: Json): Json {
  return {
    [queue]: policy({
      Effect: 'Allow',
      Principal: principal,
      Action: 'sqs:*',
      Resource: queue,
      ...(Condition && { Condition }),
    }),
  };
}

function app(...statements: readonly Json[]): Json {
  return snapshot({ [HERE]: { roles: [role('app', statements)] } });
}

/** Who has to allow it, labelled from AWS's pages before they were run. */
export const SIDES: readonly Decision[] = [
  {
    name: 'across accounts the boundary counts, although the queue names the user',
    page: ACROSS,
    asked: { ...BY_USER, resource: FAR },
    snapshot: snapshot({
      [HERE]: {
        users: [
          {
            ...user('dana', [allow('sqs:*')]),
            PermissionsBoundary: {
              PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
              PermissionsBoundaryArn: LIMITS,
            },
          },
        ],
        limits: LIMITS,
      },
      [THERE]: { policies: opens(FAR, { AWS: DANA }) },
    }),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['boundary.service-not-listed'] },
  },
  {
    name: 'a session policy does not limit what a queue allows the session by its name',
    page: LOGIC,
    asked: BY_SESSION,
    snapshot: snapshot({ [HERE]: { roles: [role('app', [])], policies: opens(QUEUE, { AWS: SESSION }) } }),
    options: { sessionPolicy: policy(allow('s3:*')) },
    expect: { verdict: 'allowed' },
  },
  {
    name: 'a queue that names the account leaves it to the identity policies',
    page: LOGIC,
    asked: { ...BY_USER, resource: QUEUE },
    snapshot: snapshot({ [HERE]: { users: [user('dana', [])], policies: opens(QUEUE, { AWS: HERE }) } }),
    expect: { verdict: 'denied', conclusion: 'explained', causes: ['identity.no-allow'] },
  },
  {
    name: 'a key policy that names the role does without identity policies and without the account',
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    asked: DECRYPT,
    snapshot: snapshot({
      [HERE]: {
        roles: [role('app', [])],
        policies: { [KEY]: policy({ Effect: 'Allow', Principal: { AWS: APP }, Action: 'kms:Decrypt', Resource: '*' }) },
      },
    }),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'a key that is only for S3 is not decrypted with directly',
    page: KMS,
    asked: DECRYPT,
    snapshot: snapshot({
      [HERE]: {
        roles: [role('app', [])],
        policies: {
          [KEY]: policy({
            Effect: 'Allow',
            Principal: { AWS: '*' },
            Action: 'kms:*',
            Resource: '*',
            Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': HERE } },
          }),
        },
      },
    }),
    options: { missing: ['kms:ViaService'] },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'a key that is only for S3 is decrypted with through S3',
    page: KMS,
    asked: DECRYPT,
    snapshot: snapshot({
      [HERE]: {
        roles: [role('app', [])],
        policies: {
          [KEY]: policy({
            Effect: 'Allow',
            Principal: { AWS: '*' },
            Action: 'kms:*',
            Resource: '*',
            Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': HERE } },
          }),
        },
      },
    }),
    options: { context: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
    expect: { verdict: 'allowed' },
  },
  {
    name: 'aws:PrincipalArn of a session is the ARN of the role',
    page: KEYS,
    asked: BY_SESSION,
    snapshot: app(allow('*'), deny('sqs:*', '*', { ArnNotEquals: { 'aws:PrincipalArn': APP } })),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'aws:PrincipalArn is never the ARN of a session',
    page: KEYS,
    asked: BY_SESSION,
    snapshot: app(
      allow('*'),
      deny('sqs:*', '*', { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:sts::${HERE}:assumed-role/app/*` } }),
    ),
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'StringNotEquals takes an asterisk for what it is',
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    asked: BY_SESSION,
    snapshot: app(
      allow('*'),
      deny('sqs:*', '*', { StringNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${HERE}:role/*` } }),
    ),
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
  {
    name: 'aws:userid of a session begins with the id of the role',
    page: KEYS,
    asked: BY_SESSION,
    snapshot: app(allow('*'), deny('sqs:*', '*', { StringNotLike: { 'aws:userId': 'AROAAPPXXXXXXXXXXXXX:*' } })),
    expect: { verdict: 'allowed' },
  },
  {
    name: 'the policy of an endpoint that is for another account lets nobody else through',
    page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    asked: { ...BY_USER, resource: QUEUE },
    snapshot: snapshot({ [HERE]: { users: [user('dana', [allow('*')])] } }),
    options: {
      endpointPolicy: policy({
        Effect: 'Allow',
        Principal: '*',
        Action: '*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:PrincipalAccount': THERE } },
      }),
    },
    expect: { verdict: 'denied', conclusion: 'explained' },
  },
];
