import { parsePrincipal } from '../../src/model/principal.ts';
import type { Question, UserOptions } from '../../src/model/question.ts';
import { CALLER, OWNER, SSO_NAME } from './world.ts';

export const NOTHING_GIVEN: UserOptions = { context: {}, missing: [], assume: {} };

/** A question about a request; the caller as an ARN. */
export function question(
  caller: string | null,
  action: string | null,
  resource: string | null,
  more: Partial<Question> = {},
): Question {
  return {
    denial: null,
    principal: caller === null ? null : (parsePrincipal(caller) ?? null),
    principalFrom: caller === null ? null : 'text',
    action,
    resource,
    service: null,
    encodedMessage: null,
    authorizationId: null,
    region: 'eu-west-1',
    ...more,
  };
}

export const SESSION = `arn:aws:sts::${CALLER}:assumed-role/deployer/build-42`;
export const SSO_SESSION = `arn:aws:sts::${CALLER}:assumed-role/${SSO_NAME}/ana@example.com`;
export const USER = `arn:aws:iam::${CALLER}:user/people/ana`;
export const ROLE = `arn:aws:iam::${CALLER}:role/teams/red/deployer`;
export const TARGET = `arn:aws:iam::${OWNER}:role/prod-deploy`;

/** One question of every kind. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  'a session assumes a role of another account': question(SESSION, 'sts:AssumeRole', TARGET),
  'a user assumes a role': question(USER, 'sts:AssumeRole', TARGET),
  'a role is not there': question(SESSION, 'sts:AssumeRole', `arn:aws:iam::${OWNER}:role/prod-deploi`),
  'a role is passed': question(ROLE, 'iam:PassRole', `arn:aws:iam::${CALLER}:role/lambda-runner`),
  'a token is exchanged': question(null, 'sts:AssumeRoleWithWebIdentity', `arn:aws:iam::${OWNER}:role/ci/github`),
  'a person reads an object': question(SSO_SESSION, 's3:GetObject', 'arn:aws:s3:::artifacts/a'),
  'an instance profile is used': question(
    SESSION,
    'iam:AddRoleToInstanceProfile',
    `arn:aws:iam::${OWNER}:instance-profile/web`,
  ),
  'nobody is named': question(null, 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${OWNER}:orders`),
  'the message is encoded': question(SESSION, 'ec2:StopInstances', `arn:aws:ec2:eu-west-1:${CALLER}:instance/i-0abc`, {
    encodedMessage: 'encoded',
  }),
  'an authorization id is named': question(SESSION, 's3:GetObject', 'arn:aws:s3:::artifacts/a', {
    authorizationId: 'authz-1',
  }),
  'only a message is there': question(null, null, null, { encodedMessage: 'encoded' }),
};
