import { ASKED, BUCKET, CLOSED, KEY, KEY_TO_ACCOUNT, OBJECT, SNS } from './asked.ts';
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
];
