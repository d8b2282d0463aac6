import { ASKED, BUCKET, CLOSED, FINE, OBJECT, SNS, UNKNOWN } from './asked.ts';
import { type CauseCase, denied } from './cause-case.ts';
import { type Asked, blind, denying, only } from './place.ts';
import { EVERYTHING, SESSION } from './policy-world.ts';
import { HOME } from './world.ts';

const LAYERS_BUCKET: Asked = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/layer',
};

/** Causes in what limits the caller from outside: SCPs, session policies and endpoint policies. */
export const limitCases: readonly CauseCase[] = [
  {
    cause: 'scp.full-access-missing',
    is: only('scp', [{ Effect: 'Deny', Action: 'organizations:*', Resource: '*' }], ASKED),
    rung: 'evaluated',
    check: 'open',
    isNot: only('scp', [SNS], ASKED),
    unknown: UNKNOWN,
  },
  {
    cause: 'scp.deny-root',
    is: denying(
      'scp',
      { Action: '*', Resource: '*', Condition: { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } } },
      { ...ASKED, caller: `arn:aws:iam::${HOME}:root` },
    ),
    rung: 'evaluated',
    pointer: '/Statement/0/Condition/StringLike/aws:PrincipalArn',
    check: 'open',
    isNot: denying(
      'scp',
      { Action: '*', Resource: '*', Condition: { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } } },
      ASKED,
    ),
    unknown: blind({ ...ASKED, caller: `arn:aws:iam::${HOME}:root` }),
  },
  {
    cause: 'session.broker',
    is: {
      text: denied(
        `arn:aws:sts::${HOME}:assumed-role/guests/CognitoIdentityCredentials`,
        ASKED.action,
        ASKED.resource,
        ' because no session policy allows the sqs:SendMessage action',
      ),
    },
    rung: 'aws',
    check: 'open',
    isNot: {
      text: denied(
        SESSION,
        ASKED.action,
        ASKED.resource,
        ' because no session policy allows the sqs:SendMessage action',
      ),
    },
    unknown: blind({ ...ASKED, caller: `arn:aws:sts::${HOME}:assumed-role/guests/CognitoIdentityCredentials` }),
  },
  {
    cause: 'session.federated-user',
    is: {
      ...only('identity', [EVERYTHING], { ...ASKED, caller: `arn:aws:sts::${HOME}:federated-user/alice` }, CLOSED),
      given: { assume: { session: 'none' } },
    },
    rung: 'evaluated',
    check: 'open',
    isNot: FINE,
    unknown: only('identity', [EVERYTHING], { ...ASKED, caller: `arn:aws:sts::${HOME}:federated-user/alice` }, CLOSED),
  },
  {
    cause: 'endpoint.through-scp',
    is: {
      text: denied(
        SESSION,
        ASKED.action,
        ASKED.resource,
        ' with an explicit deny in a VPC endpoint policy transitively through a service control policy',
      ),
    },
    rung: 'aws',
    check: 'open',
    isNot: {
      text: denied(SESSION, ASKED.action, ASKED.resource, ' with an explicit deny in a service control policy'),
    },
    unknown: UNKNOWN,
  },
  {
    cause: 'endpoint.aws-owned-bucket',
    is: only('endpoint', [{ ...EVERYTHING, Principal: '*', Action: 'sqs:*' }], LAYERS_BUCKET, {
      parts: {
        resources: { 'arn:aws:s3:::prod-eu-west-1-starport-layer-bucket': [{ ...EVERYTHING, Principal: '*' }] },
      },
    }),
    rung: 'evaluated',
    check: 'allowed',
    isNot: only('endpoint', [{ ...EVERYTHING, Principal: '*', Action: 'sqs:*' }], OBJECT, { parts: BUCKET }),
    unknown: blind(LAYERS_BUCKET),
  },
];
