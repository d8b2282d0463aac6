import { ASKED, BUCKET, CLOSED, FINE, KEY, KEY_TO_ACCOUNT, OBJECT, SNS, UNKNOWN } from './asked.ts';
import { type CauseCase, denied } from './cause-case.ts';
import { type Asked, blind, denying, only } from './place.ts';
import { ALICE, EVERYTHING, type PolicyParts, SESSION } from './policy-world.ts';
import { HOME, type Json } from './world.ts';

const SEND = { Effect: 'Allow', Action: ASKED.action, Resource: ASKED.resource };

function closed(parts: PolicyParts): { readonly parts: PolicyParts } {
  return { parts: { resources: {}, ...parts } };
}

const QUARANTINE = 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3';
const asAlice: Asked = { ...ASKED, caller: ALICE };

const OWN_QUEUE = `arn:aws:sqs:eu-west-1:${HOME}:\${aws:username}-orders`;
const forAlice: Asked = { ...asAlice, resource: `arn:aws:sqs:eu-west-1:${HOME}:alice-orders` };
const withVariable = { ...SEND, Resource: OWN_QUEUE };

function tagged(owner: string): Json {
  return { ...SEND, Condition: { StringEquals: { 'aws:ResourceTag/owner': owner } } };
}

const LIST: Asked = { action: 'sns:ListTopics', resource: '*' };
const READ_OBJECTS: Json = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };

function revokedBefore(moment: string): Json {
  return { Action: '*', Resource: '*', Condition: { DateLessThan: { 'aws:TokenIssueTime': moment } } };
}

/** Causes in the caller's policies that are about more than one condition or detail. */
export const identityCases: readonly CauseCase[] = [
  {
    cause: 'identity.quarantine',
    is: only('identity', [EVERYTHING], asAlice, {
      parts: { managed: { arn: QUARANTINE, current: [{ ...EVERYTHING, Effect: 'Deny', Action: 'sqs:*' }] } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/0',
    check: 'open',
    isNot: only('identity', [EVERYTHING], asAlice, {
      parts: { managed: { arn: QUARANTINE, current: [{ ...EVERYTHING, Effect: 'Deny', Action: 'iam:*' }] } },
    }),
    unknown: blind(asAlice),
  },
  {
    cause: 'identity.quarantine',
    name: 'copied into a policy of one’s own',
    is: denying('identity', { Sid: 'AWSCompromisedKeyQuarantineV2', Action: 'sqs:*', Resource: '*' }, asAlice),
    rung: 'evaluated',
    pointer: '/Statement/1',
    check: 'open',
    isNot: denying('identity', { Sid: 'KeyQuarantine', Action: 'sqs:*', Resource: '*' }, asAlice),
    unknown: blind(asAlice),
  },
  {
    cause: 'identity.quarantine',
    name: 'by AWS’s word alone',
    is: {
      text: denied(
        ALICE,
        ASKED.action,
        ASKED.resource,
        ` with an explicit deny in an identity-based policy: ${QUARANTINE}`,
      ),
    },
    rung: 'aws',
    check: 'open',
    isNot: {
      text: denied(
        ALICE,
        ASKED.action,
        ASKED.resource,
        ` with an explicit deny in an identity-based policy: arn:aws:iam::${HOME}:policy/Limits`,
      ),
    },
    unknown: blind(asAlice),
  },
  {
    cause: 'identity.revoked-session',
    is: denying('identity', revokedBefore('2026-11-01T00:00:00Z'), ASKED, {
      given: { context: { 'aws:TokenIssueTime': '2026-10-31T23:00:00Z' } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/1/Condition/DateLessThan/aws:TokenIssueTime',
    check: 'allowed',
    isNot: denying('identity', revokedBefore('2026-11-01T00:00:00Z'), ASKED, {
      given: { context: { 'aws:TokenIssueTime': '2026-11-02T00:00:00Z' } },
    }),
    unknown: denying('identity', revokedBefore('2026-11-01T00:00:00Z'), ASKED),
  },
  {
    cause: 'identity.default-version',
    is: only('identity', [SNS], ASKED, closed({ managed: { current: [SNS], newest: [SNS, SEND] } })),
    rung: 'evaluated',
    check: 'allowed',
    isNot: only('identity', [SNS], ASKED, closed({ managed: { current: [SNS], newest: [SNS, SNS] } })),
    unknown: UNKNOWN,
  },
  {
    cause: 'boundary.default-version',
    is: only('identity', [EVERYTHING], ASKED, closed({ boundary: { current: [SNS], newest: [SNS, SEND] } })),
    rung: 'evaluated',
    check: 'allowed',
    isNot: only('identity', [EVERYTHING], ASKED, closed({ boundary: { current: [SNS], newest: [SNS, SNS] } })),
    unknown: UNKNOWN,
  },
  {
    cause: 'identity.variable-version',
    is: only('identity', [withVariable], forAlice, closed({ identityDocument: { Version: '2008-10-17' } })),
    rung: 'evaluated',
    pointer: '/Statement/0/Resource',
    check: 'allowed',
    isNot: only(
      'identity',
      [withVariable],
      { ...forAlice, resource: OWN_QUEUE.replace('${aws:username}', 'bob') },
      CLOSED,
    ),
    unknown: blind(forAlice),
  },
  {
    cause: 'identity.variable-for-session',
    is: only('identity', [withVariable], ASKED, CLOSED),
    rung: 'evaluated',
    pointer: '/Statement/0/Resource',
    check: 'allowed',
    isNot: only('identity', [{ ...withVariable, Resource: ASKED.resource.slice(0, -1) }], ASKED, CLOSED),
    unknown: UNKNOWN,
  },
  {
    cause: 'identity.variable-for-session',
    name: 'whatever the resource is tagged with',
    is: only('identity', [tagged('${aws:username}')], ASKED, CLOSED),
    rung: 'evaluated',
    pointer: '/Statement/0/Condition/StringEquals/aws:ResourceTag~1owner',
    check: 'open',
    isNot: only('identity', [tagged('${aws:PrincipalAccount}')], ASKED, CLOSED),
    unknown: UNKNOWN,
  },
  {
    cause: 'identity.wildcard-only',
    is: only(
      'identity',
      [{ Effect: 'Allow', Action: 'sns:List*', Resource: `arn:aws:sns:eu-west-1:${HOME}:*` }],
      LIST,
      CLOSED,
    ),
    rung: 'evaluated',
    pointer: '/Statement/0/Resource',
    check: 'allowed',
    isNot: only('identity', [{ ...EVERYTHING, Action: 'sns:ListTopics' }], LIST, CLOSED),
    unknown: blind(LIST),
  },
  {
    cause: 'identity.unsupported-key',
    is: only('identity', [{ ...SEND, Condition: { StringEquals: { 's3:prefix': 'home/' } } }], ASKED, CLOSED),
    rung: 'evaluated',
    pointer: '/Statement/0/Condition/StringEquals/s3:prefix',
    check: 'allowed',
    isNot: FINE,
    unknown: UNKNOWN,
  },
  {
    cause: 'identity.dependent-action',
    is: only('identity', [READ_OBJECTS], KEY, { parts: KEY_TO_ACCOUNT }),
    rung: 'evaluated',
    pointer: '/Statement/0/Action',
    check: 'allowed',
    isNot: only('identity', [SNS], KEY, { parts: KEY_TO_ACCOUNT }),
    unknown: blind(KEY),
  },
  {
    cause: 'identity.just-changed',
    is: only('identity', [SNS], ASKED, closed({ managed: { current: [SEND], updated: '2026-11-24T11:59:30Z' } })),
    rung: 'likely',
    check: 'open',
    isNot: only('identity', [SNS], ASKED, closed({ managed: { current: [SEND], updated: '2026-11-24T11:30:00Z' } })),
  },
  {
    cause: 'identity.missing-object',
    is: {
      ...only('identity', [READ_OBJECTS], OBJECT, { parts: BUCKET }),
      text: 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
      given: { caller: SESSION, resource: OBJECT.resource, action: OBJECT.action, context: {} },
    },
    rung: 'likely',
    check: 'open',
    isNot: {
      ...only('identity', [{ ...EVERYTHING, Action: 's3:*' }], OBJECT, { parts: BUCKET }),
      text: 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
      given: { caller: SESSION, resource: OBJECT.resource, action: OBJECT.action, context: {} },
    },
  },
];
