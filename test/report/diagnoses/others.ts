import type { Diagnosis } from '../../../src/model/diagnosis.ts';
import { notGiven, refused } from '../../../src/model/gap.ts';
import { CI_SESSION, denial, diagnosis, passed, request, unseen } from './parts.ts';

const ROLE = 'arn:aws:iam::111122223333:role/app/lambda-run';

/** The caller may not pass the role; and the role would not trust the service either. */
export const passRoleAndTrust: Diagnosis = diagnosis({
  denial: denial({ operation: 'CreateFunction', action: 'iam:PassRole', caller: CI_SESSION.arn, resource: ROLE }),
  request: request({ principal: CI_SESSION, action: 'iam:PassRole', resource: ROLE, resourceAccount: '111122223333' }),
  steps: [passed('caller', 'You are the caller in the error'), passed('identity', 'An identity policy allows it')],
  causes: [
    {
      key: 'passrole.service',
      id: 'passrole.service',
      layer: null,
      rung: 'likely',
      blocker: null,
      aspect: null,
      summary: 'The role may be passed to ecs-tasks.amazonaws.com only, and Lambda asked for it',
      evidence: [{ kind: 'answer', call: 'iam:GetRole', text: 'the role has the path /app/' }],
      fix: {
        who: 'you',
        summary: 'pass a role that is meant for Lambda',
        account: null,
        changes: [],
        commands: [],
        documents: [],
        check: null,
        stillBlocking: [],
        openAfter: [],
      },
    },
  ],
  related: [
    {
      why: 'Lambda assumes the passed role when the function runs',
      request: request({
        principal: { arn: null, type: 'service', account: null, name: 'lambda.amazonaws.com' },
        action: 'sts:AssumeRole',
        resource: ROLE,
      }),
      verdict: 'denied',
      causes: [
        {
          key: 'trust.not-listed',
          id: 'trust.not-listed',
          layer: 'trust',
          rung: 'evaluated',
          blocker: null,
          aspect: null,
          summary: 'The trust policy of lambda-run does not name lambda.amazonaws.com',
          evidence: [{ kind: 'searched', where: 'the trust policy of lambda-run', statements: 1, nearest: null }],
          fix: {
            who: 'role-owner',
            summary: 'send the ExternalId that it wants',
            account: '111122223333',
            changes: [],
            request: { context: { 'sts:ExternalId': ['abc'] } },
            commands: [],
            documents: [],
            check: 'allowed',
            stillBlocking: [],
            openAfter: [],
          },
        },
      ],
    },
  ],
});

/** The SSO session has ended: no policy is at fault. */
export const expiredSession: Diagnosis = diagnosis({
  denial: denial({ code: 'ExpiredToken', kind: 'credentials', credentialError: 'expired', lines: [3, 3] }),
  verdict: 'undetermined',
  causes: [
    {
      key: 'credentials.expired',
      id: 'credentials.expired',
      layer: null,
      rung: 'aws',
      blocker: null,
      aspect: null,
      summary: 'The temporary credentials have expired',
      evidence: [{ kind: 'quote', text: 'The security token included in the request is expired', lines: [3, 3] }],
      fix: {
        who: 'you',
        summary: 'sign in again',
        account: null,
        changes: [],
        commands: [['aws', 'sso', 'login', '--profile', 'prod']],
        documents: [],
        check: null,
        stillBlocking: [],
        openAfter: [],
      },
    },
  ],
});

/** Nothing that could be read denies it. */
export const contradicted: Diagnosis = diagnosis({
  denial: denial({ action: 's3:GetObject', caller: CI_SESSION.arn, resource: 'arn:aws:s3:::data/part' }),
  request: request({ principal: CI_SESSION, action: 's3:GetObject', resource: 'arn:aws:s3:::data/part' }),
  verdict: 'allowed',
  conclusion: 'contradicted',
  steps: [passed('identity', 'An identity policy allows it', 'ci-deployer › Deploy › statement 0')],
});

const gaps = [
  notGiven({ what: 'aws:SourceVpce of the request', toPass: { key: 'aws:SourceVpce' } }),
  refused({
    what: 'the role ci-deployer',
    account: '111122223333',
    permission: 'iam:GetRole',
    code: 'NoCredentials',
    who: 'you',
  }),
  refused({ what: 'the user', account: '1', permission: null, code: 'Throttling', who: 'account-admin' }),
  refused({ what: 'more', account: null, permission: null, code: 'NotAsked', who: 'you' }),
] as const;

/** Nobody may read anything. */
export const nothingSeen: Diagnosis = diagnosis({
  denial: denial({ action: 's3:GetObject', callerName: 'anonymous' }),
  request: request({ action: 's3:GetObject' }),
  verdict: 'undetermined',
  conclusion: 'inconclusive',
  steps: [unseen('identity', 'The identity policies could not be read', gaps[0], gaps[1], gaps[2], gaps[3])],
  open: gaps,
});

/** `denytrace can`, allowed. */
export const allowed: Diagnosis = diagnosis({
  denial: null,
  request: request({
    principal: CI_SESSION,
    action: 'sts:AssumeRole',
    resource: ROLE,
    resourceAccount: '111122223333',
  }),
  verdict: 'allowed',
  steps: [passed('trust', 'The trust policy names the caller', 'lambda-run, statement 0')],
});
