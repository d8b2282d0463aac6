import { ASSUME, assume, byService, SERVICE, service, UNREAD } from './assuming.ts';
import { type CauseCase, denied } from './cause-case.ts';
import { AWAY, CALLER, CALLER_ROLE, ORGANIZATION, trusting, world } from './world.ts';

/** Trust policies for services. */
export const trustServiceCases: readonly CauseCase[] = [
  {
    cause: 'trust.service-linked',
    is: {
      text: denied(CALLER, ASSUME, `arn:aws:iam::${AWAY}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`),
      world: world({
        target: `arn:aws:iam::${AWAY}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
        trust: service('ecs.amazonaws.com'),
      }),
    },
    rung: 'evaluated',
    check: 'open',
    isNot: assume(service('ecs.amazonaws.com')),
    unknown: UNREAD,
  },
  {
    cause: 'trust.service-host',
    is: byService(service('lambda.amazon.com')),
    rung: 'evaluated',
    pointer: '/Statement/Principal/Service',
    check: 'allowed',
    isNot: byService(service(SERVICE)),
    unknown: byService([], { parts: { unread: [AWAY] } }),
  },
  {
    cause: 'trust.service-not-trusted',
    is: byService(trusting(CALLER_ROLE)),
    rung: 'evaluated',
    check: 'allowed',
    isNot: byService(service(SERVICE)),
    unknown: byService([], { parts: { unread: [AWAY] } }),
  },
  {
    cause: 'trust.service-refused',
    is: { text: 'The role defined for the function cannot be assumed by Lambda.' },
    rung: 'likely',
    check: 'open',
    isNot: byService(trusting(CALLER_ROLE)),
    unknown: UNREAD,
  },
  {
    cause: 'trust.service-refused',
    name: 'with a role that could not be read',
    is: byService([], { parts: { unread: [AWAY] } }),
    rung: 'likely',
    check: 'open',
    isNot: byService(service(SERVICE)),
  },
  {
    cause: 'trust.monitoring-role',
    is: {
      text: 'An error occurred (InvalidParameterValue) when calling the CreateDBInstance operation: IAM role ARN value is invalid or does not include the required permissions for: ENHANCED_MONITORING',
    },
    rung: 'likely',
    check: 'open',
    isNot: byService(trusting(CALLER_ROLE)),
  },
  {
    cause: 'trust.principal-org-service',
    is: byService(service(SERVICE, { Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } } })),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:PrincipalOrgID',
    check: 'open',
    isNot: byService(service(SERVICE)),
    unknown: byService([], { parts: { unread: [AWAY] } }),
  },
  {
    cause: 'trust.source-arn',
    is: byService(service(SERVICE, { Condition: { StringEquals: { 'aws:SourceAccount': '222233334444' } } }), {
      given: { context: { 'aws:SourceAccount': AWAY } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:SourceAccount',
    check: 'allowed',
    isNot: byService(service(SERVICE, { Condition: { StringEquals: { 'aws:SourceAccount': AWAY } } }), {
      given: { context: { 'aws:SourceAccount': AWAY } },
    }),
    unknown: byService(service(SERVICE, { Condition: { StringEquals: { 'aws:SourceAccount': AWAY } } })),
  },
];
