import type { EvaluationPolicies, EvaluationRequest, NamedPolicy } from '../../src/model/evaluation.ts';
import { KEYS } from '../properties/random-conditions.ts';
import { type About, type Place, randomPolicy } from '../properties/random-statements.ts';
import type { Tape } from '../properties/tape.ts';

/** A request with its policies, and what of the request nobody tells. */
export interface World {
  readonly request: EvaluationRequest;
  readonly policies: EvaluationPolicies;
  readonly blind: { readonly resource: boolean; readonly account: boolean };
}

const ROLE = 'arn:aws:iam::444455556666:role/deploy';
const OWN_ROLE = 'arn:aws:iam::111122223333:role/teams/deploy';

/** Actions with resources, of the same account and of others; those with rules of their own among them. */
const TARGETS: readonly [Target, ...Target[]] = [
  ['s3:GetObject', 'arn:aws:s3:::data/red/x', '111122223333'],
  ['s3:GetObject', 'arn:aws:s3:::data/red/x', '444455556666'],
  ['sts:AssumeRole', OWN_ROLE, '111122223333'],
  ['sts:AssumeRole', ROLE, '444455556666'],
  ['sts:AssumeRoleWithWebIdentity', ROLE, '444455556666'],
  ['sts:TagSession', OWN_ROLE, '111122223333'],
  ['iam:PassRole', OWN_ROLE, '111122223333'],
  ['iam:PassRole', ROLE, '444455556666'],
  ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/1', '111122223333'],
  ['kms:Decrypt', 'arn:aws:kms:eu-west-1:444455556666:key/1', '444455556666'],
  ['kms:CreateAlias', 'arn:aws:kms:eu-west-1:111122223333:alias/a', '111122223333'],
  ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:444455556666:orders', '444455556666'],
  ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:f', '111122223333'],
  ['s3:ListAllMyBuckets', '*', '111122223333'],
  ['sts:GetCallerIdentity', '*', '111122223333'],
];
type Target = readonly [action: string, resource: string, account: string];

const USER = 'arn:aws:iam::111122223333:user/build';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/build/run-7';
const SERVICE_LINKED = 'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForX/s';
const ACCOUNT = { AWS: '111122223333' };

/** Every kind of caller, with everything by which a policy can name it. */
const CALLERS: readonly [Caller, ...Caller[]] = [
  [
    SESSION,
    'arn:aws:iam::111122223333:role/ci/build',
    'AROABUILDBUILD1:run-7',
    [
      { AWS: SESSION },
      { AWS: 'arn:aws:iam::111122223333:role/ci/build' },
      { AWS: 'arn:aws:iam::111122223333:role/build' },
      ACCOUNT,
      { AWS: 'AROABUILDBUILD1' },
    ],
  ],
  [
    USER,
    USER,
    'AIDABUILDBUILD1',
    [{ AWS: USER }, ACCOUNT, { AWS: 'AIDABUILDBUILD1' }, { AWS: [USER, '111122223333'] }],
  ],
  [
    'arn:aws:iam::111122223333:role/ci/build',
    'arn:aws:iam::111122223333:role/ci/build',
    'AROABUILDBUILD1:run-7',
    [{ AWS: 'arn:aws:iam::111122223333:role/ci/build' }, { AWS: SESSION }, ACCOUNT],
  ],
  [
    'arn:aws:sts::111122223333:federated-user/build',
    'arn:aws:sts::111122223333:federated-user/build',
    '111122223333:build',
    [{ AWS: 'arn:aws:sts::111122223333:federated-user/build' }, { AWS: USER }, ACCOUNT],
  ],
  [
    SERVICE_LINKED,
    'arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX',
    'AROAX:s',
    [ACCOUNT, '*'],
  ],
  ['arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:root', '111122223333', [ACCOUNT, '*']],
  [{ service: 'lambda.amazonaws.com' }, null, null, [{ Service: 'lambda.amazonaws.com' }, '*']],
  [{ federated: 'accounts.google.com' }, null, null, [{ Federated: 'accounts.google.com' }, '*']],
  [{ anonymous: true }, null, null, ['*', ACCOUNT]],
];
type Caller = readonly [
  principal: EvaluationRequest['principal'],
  arn: string | null,
  id: string | null,
  named: readonly [unknown, ...unknown[]],
];

/** A request and policies that let it through often enough, with everything that a policy can hold. */
export function randomEvaluation(tape: Tape): World {
  const [action, resource, resourceAccount] = tape.pick(TARGETS);
  const [principal, arn, id, callers] = tape.pick(CALLERS);
  const about: About = { action, resource, callers };
  const named = (place: Place, index = 0): NamedPolicy => ({
    name: `${place}-${index}`,
    document: tape.chance(95) ? randomPolicy(about, place, tape) : 'unreadable',
  });
  const maybe = <T>(percent: number, make: () => T): T | null => (tape.chance(percent) ? make() : null);
  const trust = action.startsWith('sts:Assume') || action === 'sts:TagSession';
  return {
    request: {
      principal,
      action,
      resource,
      resourceAccount,
      context: randomContext(arn, id, tape),
      unknownKeys: tape.pick([[], [], '*']),
    },
    policies: {
      identity: tape.several(2, (index) => named('identity', index)),
      resource: maybe(60, () => named(trust ? 'trust' : 'resource')),
      boundary: maybe(20, () => named('identity')),
      endpoint: maybe(10, () => named('resource')),
      session: maybe(30, () => [named('identity')]),
      scps: maybe(25, () => tape.several(2, () => tape.several(2, (index) => named('identity', index)))),
      rcps: maybe(25, () => tape.several(1, () => [named('rcp')])),
    },
    blind: { resource: false, account: false },
  };
}

function randomContext(arn: string | null, id: string | null, tape: Tape): Record<string, string | string[]> {
  const context: Record<string, string | string[]> = {};
  for (const [key, values] of Object.entries(KEYS)) {
    if (tape.chance(30))
      context[key] = tape.chance(10) ? [...values] : tape.pick([values[0], values[0], values[1], '']);
  }
  delete context['aws:PrincipalArn'];
  delete context['aws:userid'];
  return {
    ...context,
    ...(arn === null ? {} : { 'aws:PrincipalArn': arn }),
    ...(id === null ? {} : { 'aws:userid': id }),
  };
}

/** The same world for somebody who sees less of it: documents, levels, whole layers, condition keys. */
export function blindedWorld({ request, policies }: World, tape: Tape): World {
  const hidden = () => tape.chance(15);
  const policy = ({ name, document }: NamedPolicy): NamedPolicy => ({
    name,
    document: hidden() ? 'unreadable' : document,
  });
  const list = (given: readonly NamedPolicy[]) => (hidden() ? 'unreadable' : given.map(policy));
  const one = (given: NamedPolicy | null) => (hidden() ? 'unreadable' : given && policy(given));
  const levels = (given: EvaluationPolicies['scps']) =>
    hidden() || given === null || given === 'unreadable'
      ? hidden()
        ? 'unreadable'
        : given
      : given.map((level) => (level === 'unreadable' ? level : list(level)));
  const known = Object.entries(request.context);
  const lost = known.filter(() => tape.chance(20)).map(([key]) => key);
  const { unknownKeys = [] } = request;
  return {
    request: {
      ...request,
      context: Object.fromEntries(known.filter(([key]) => !lost.includes(key))),
      unknownKeys:
        unknownKeys === '*' || tape.chance(20)
          ? '*'
          : [
              ...unknownKeys,
              ...lost,
              ...Object.keys(KEYS)
                .filter(() => tape.chance(5))
                .filter((key) => !(key in request.context)),
            ],
    },
    policies: {
      identity: policies.identity === 'unreadable' ? 'unreadable' : list(policies.identity),
      resource: one(policies.resource as NamedPolicy | null), // as it was made above
      boundary: one(policies.boundary as NamedPolicy | null), // as it was made above
      endpoint: one((policies.endpoint ?? null) as NamedPolicy | null), // as it was made above
      session:
        policies.session === null ? (hidden() ? 'unreadable' : null) : list(policies.session as readonly NamedPolicy[]), // as it was made above
      scps: levels(policies.scps),
      rcps: levels(policies.rcps),
    },
    blind: { resource: tape.chance(10), account: tape.chance(15) },
  };
}
