import type { EvaluationPolicies, EvaluationRequest } from '../../src/model/evaluation.ts';
import { ACCOUNT, ALLOW_ALL, ALLOW_OTHER, CALLERS, type CallerKind, document, named, request } from './worlds.ts';

/** What a request is about; `trust` and `key` are those whose own policy must allow. */
const TARGETS = {
  object: { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/q1.csv' },
  role: { action: 'sts:AssumeRole', resource: 'arn:aws:iam::<account>:role/deploy' },
  key: { action: 'kms:Decrypt', resource: 'arn:aws:kms:us-east-1:<account>:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
} as const;

export type Target = keyof typeof TARGETS;

/** Who asks for which target, in which account. */
export function asked(target: Target, caller: CallerKind, account: string): EvaluationRequest {
  const { action, resource } = TARGETS[target];
  return request({
    ...CALLERS[caller],
    action,
    resource: resource.replace('<account>', account),
    resourceAccount: account,
  });
}

/** The policy of the resource: one statement that names somebody, or one that is about something else. */
export function own(target: Target, principal: string, condition?: string): object {
  const about = target === 'role' ? { Action: 'sts:AssumeRole' } : { Action: '*', Resource: '*' };
  if (principal === 'nobody')
    return document({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, ...about });
  const when = condition === undefined ? {} : { Condition: JSON.parse(condition) };
  return document({ Effect: 'Allow', Principal: JSON.parse(principal), ...about, ...when });
}

/** Every combination of an identity policy, a boundary and a session policy that allow or are silent. */
export const STATES = [true, false].flatMap((identity) =>
  [true, false].flatMap((boundary) => [true, false].map((session) => ({ identity, boundary, session }))),
);

export type State = (typeof STATES)[number];

/** The policies of a caller in that state. */
export function limits(caller: string, { identity, boundary, session }: State): Partial<EvaluationPolicies> {
  return {
    identity: [named(identity ? ALLOW_ALL : ALLOW_OTHER)],
    boundary: boundary ? ALLOW_ALL : ALLOW_OTHER,
    session: caller === 'user' ? null : session ? ALLOW_ALL : ALLOW_OTHER,
  };
}

/** Principals as policies have them. */
export const ACCOUNT_ARN = `{"AWS":"arn:aws:iam::${ACCOUNT}:root"}`;

export const USER = `{"AWS":"${CALLERS.user.principal}"}`;

export const ROLE = `{"AWS":"arn:aws:iam::${ACCOUNT}:role/build"}`;

export const SESSION = `{"AWS":"${CALLERS.session.principal}"}`;

export const FEDERATED_USER = `{"AWS":"${CALLERS['federated-user'].principal}"}`;

export const EVERYONE = '{"AWS":"*"}';
