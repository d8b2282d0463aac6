import type { CauseCase } from './cause-case.ts';
import { CALLER, HOME, world } from './world.ts';

/** What only AWS's record of a denial shows. */
export const recordedDenyCases: readonly CauseCase[] = [
  {
    cause: 'caller.recorded-deny',
    is: { text: decoded('NoStop'), world: world({}) },
    rung: 'aws',
    check: 'open',
    isNot: {
      text: decoded('NoStop'),
      world: world({
        allow: [
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Sid: 'NoStop', Effect: 'Deny', Action: 'sqs:SendMessage', Resource: '*' },
        ],
      }),
    },
  },
];

/** What AWS's decoded message says of a Deny. */
function decoded(sid: string): string {
  return JSON.stringify({
    allowed: false,
    explicitDeny: true,
    matchedStatements: {
      items: [
        {
          statementId: sid,
          effect: 'DENY',
          actions: { items: [{ value: 'sqs:SendMessage' }] },
          resources: { items: [{ value: '*' }] },
          conditions: { items: [] },
        },
      ],
    },
    context: {
      principal: { arn: CALLER },
      action: 'sqs:SendMessage',
      resource: `arn:aws:sqs:eu-west-1:${HOME}:orders`,
      conditions: { items: [] },
    },
  });
}
