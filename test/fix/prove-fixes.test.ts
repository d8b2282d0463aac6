import { describe, expect, it } from 'vitest';
import { findCauses } from '../../src/causes/find-causes.ts';
import { proveFixes } from '../../src/fix/prove-fixes.ts';
import { known } from '../../src/model/fact.ts';
import type { PolicyRef } from '../../src/model/policy.ts';
import type { Remedy } from '../../src/model/remedy.ts';
import { ACCOUNT, ALLOW, QUEUE, ROLE, refOf, subjectOf } from './subject.ts';

const SCP = refOf('scp', { attachedTo: 'ou-root-builds01' });
const DENY = { Sid: 'NoQueues', Effect: 'Deny', Action: 'sqs:*', Resource: '*' };

describe('a proven fix', () => {
  it('is allowed where nothing blocks then', () => {
    const denialCase = subjectOf({ policy: SCP, statements: [ALLOW, DENY] });
    const { causes, fixesTogether } = proveFixes(denialCase, findCauses(denialCase));
    expect(causes.map(({ id, fix }) => [id, fix?.check, fix?.stillBlocking])).toEqual([
      ['scp.explicit-deny', 'allowed', []],
    ]);
    expect(fixesTogether?.check).toBe('allowed');
  });

  it('is still blocked by what another cause blocks, and all fixes together are not', () => {
    const other = { ...DENY, Sid: 'NoMessages', Action: 'sqs:SendMessage' };
    const denialCase = subjectOf({ policy: SCP, statements: [ALLOW, DENY, other] });
    const { causes, fixesTogether } = proveFixes(denialCase, findCauses(denialCase));
    expect(causes.map(({ key, fix }) => [key, fix?.check, fix?.stillBlocking])).toEqual([
      ['scp.explicit-deny', 'still-blocked', ['scp.explicit-deny#2']],
      ['scp.explicit-deny#2', 'still-blocked', ['scp.explicit-deny']],
    ]);
    expect(fixesTogether).toEqual({ check: 'allowed', stillBlocking: [], openAfter: [] });
  });

  it('sends no other name that nobody tried: that would pass for checked', () => {
    const denialCase = subjectOf({ policy: SCP, statements: [ALLOW, DENY] });
    const remedy: Remedy = {
      kind: 'rename',
      part: 'resource',
      arn: `${QUEUE}s`,
      certain: false,
      summary: 'use the other',
      who: 'you',
    };
    const found = findCauses(denialCase).map((cause) => ({ ...cause, remedies: [remedy] }));
    const { causes, fixesTogether } = proveFixes(denialCase, found);
    expect(causes[0]?.fix).toMatchObject({ summary: 'use the other', check: null });
    expect(causes[0]?.fix).not.toHaveProperty('request');
    expect(fixesTogether).toBeNull();
  });

  it('of one statement in a crowd of denies leaves the others, and all of them together do not', () => {
    const denies = Array.from({ length: 90 }, (_, index) => ({ ...DENY, Sid: `No${index}` }));
    const denialCase = subjectOf({ policy: SCP, statements: [ALLOW, ...denies] });
    const { causes, fixesTogether } = proveFixes(denialCase, findCauses(denialCase));
    expect([causes.length, ...new Set(causes.map(({ fix }) => fix?.check))]).toEqual([90, 'still-blocked']);
    expect(causes[0]?.fix?.stillBlocking).not.toContain(causes[0]?.key);
    // Nothing was evaluated for that, and no more are listed than anybody would read.
    expect(causes[0]?.fix?.stillBlocking).toHaveLength(64);
    // Nothing blocks then, but AWS would not take a policy of that size.
    expect(fixesTogether).toMatchObject({ check: 'open', stillBlocking: [] });
    expect(fixesTogether?.openAfter.map(({ what }) => what).join()).toMatch(/, and AWS accepts 10,240$/);
  });

  it('that sends what every statement in a crowd of denies asks for is checked against all of them', () => {
    const asking = { StringNotEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } };
    const write = { Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::reports/q1', Condition: asking };
    const denialCase = subjectOf({
      policy: refOf('resource', { attachedTo: 'arn:aws:s3:::reports' }),
      statements: Array.from({ length: 90 }, (_, index) => ({ Sid: `No${index}`, Effect: 'Deny', ...write })),
      action: write.Action,
      resource: write.Resource,
    });
    const { causes } = proveFixes(denialCase, findCauses(denialCase));
    expect([causes.length, ...new Set(causes.map(({ fix }) => fix?.check))]).toEqual([90, 'allowed']);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'beside the word where that allows what was asked for',
      { Resource: QUEUE },
      'add sqs:SendMessage to the actions in the inline policy Limits of ci-deployer',
    ],
    [
      'in a policy of its own where that would allow more, and says so',
      { Resource: '*' },
      'add an inline policy (AllowSendMessage) to role ci-deployer: corrected, statement 0 of Limits would allow it on more resources than were requested',
    ],
    [
      'in a policy of its own where that would allow everything but one resource',
      { NotResource: `${QUEUE}-secret` },
      'add an inline policy (AllowSendMessage) to role ci-deployer: corrected, statement 0 of Limits would allow it on more resources than were requested',
    ],
  ])('of a misspelt action is %s', (_, element, summary) => {
    const misspelt = { Effect: 'Allow', Action: 'sqs:SendMesage', ...element };
    const denialCase = subjectOf({ policy: refOf('inline'), statements: [misspelt] });
    const { causes } = proveFixes(denialCase, findCauses(denialCase));
    expect(causes.map(({ id, fix }) => [id, fix?.check, fix?.summary])).toEqual([
      ['identity.unknown-action', 'allowed', summary],
    ]);
  });

  it('of a misspelt resource is in a policy of its own where adding it would allow everything but one action', () => {
    const statement = { Effect: 'Allow', NotAction: 'sqs:DeleteQueue', Resource: QUEUE.replace('orders', 'order') };
    const denialCase = subjectOf({ policy: refOf('inline'), statements: [statement] });
    const { causes } = proveFixes(denialCase, findCauses(denialCase));
    expect(causes.map(({ fix }) => [fix?.check, fix?.summary])).toEqual([
      ['allowed', 'add an inline policy (AllowSendMessage) to role ci-deployer'],
    ]);
  });

  it('that sends an ACL with an object says what that needs besides', () => {
    const write = { action: 's3:PutObject', resource: 'arn:aws:s3:::reports/q1' };
    const wanted = { StringNotEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } };
    const denialCase = subjectOf({
      policy: refOf('resource', { attachedTo: 'arn:aws:s3:::reports' }),
      statements: [
        { Effect: 'Deny', Principal: '*', Action: write.action, Resource: write.resource, Condition: wanted },
      ],
      ...write,
    });
    const { causes } = proveFixes(denialCase, findCauses(denialCase));
    expect(causes.map(({ id, fix }) => [id, fix?.check, fix?.summary])).toEqual([
      [
        'resource.object-acl',
        'allowed',
        'send x-amz-acl: bucket-owner-full-control with the object, which needs s3:PutObjectAcl too',
      ],
    ]);
  });

  it('is none where the change does not fit the document', () => {
    const denialCase = subjectOf({ policy: SCP, statements: [ALLOW, DENY] });
    const remedy: Remedy = {
      kind: 'replace',
      policy: SCP,
      pointer: '/Statement/9/Resource',
      value: QUEUE,
      who: 'organization-admin',
      why: 'it is dead',
    };
    const found = findCauses(denialCase).map((cause) => ({ ...cause, remedies: [remedy] }));
    const { causes, fixesTogether } = proveFixes(denialCase, found);
    expect([causes[0]?.fix, fixesTogether]).toEqual([null, null]);
  });

  it('leaves out of all together what does not fit the ones before', () => {
    const deny = (sid: string) => ({
      ...DENY,
      Sid: sid,
      Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/ops' } },
    });
    const denialCase = subjectOf({ policy: SCP, statements: [ALLOW, deny('A'), deny('B')] });
    const [first, second] = findCauses(denialCase);
    const remedy = (value: string): Remedy => ({
      kind: 'add-value',
      policy: SCP,
      pointer: '/Statement/1/Condition/ArnNotLike/aws:PrincipalArn',
      value,
      who: 'organization-admin',
    });
    const found = [first, second].flatMap((cause, index) =>
      cause === undefined ? [] : [{ ...cause, remedies: [remedy(index === 0 ? ROLE : `${ROLE}-2`)] }],
    );
    const { fixesTogether } = proveFixes(denialCase, found);
    expect([found.length, fixesTogether?.check]).toEqual([2, 'still-blocked']);
  });

  it('makes a change once where one document acts in two layers', () => {
    const arn = `arn:aws:iam::${ACCOUNT}:policy/Limits`;
    const denialCase = subjectOf({ policy: refOf('boundary', { arn }), statements: [ALLOW, DENY] });
    const { policies } = denialCase.facts;
    const attached = refOf('managed', { arn });
    const document =
      policies.boundary.status === 'known' ? policies.boundary.value[0]?.policies[0]?.document : undefined;
    if (document === undefined) throw new Error('the boundary is not there');
    const identity = known([{ id: ROLE, name: ROLE, policies: [{ ref: attached, document }], gaps: [] }]);
    const both = { ...denialCase, facts: { ...denialCase.facts, policies: { ...policies, identity } } };
    const added = (policy: PolicyRef): Remedy => ({
      kind: 'add-value',
      policy,
      pointer: '/Statement/1/Action',
      value: 'sns:*',
      who: 'account-admin',
    });
    const [cause] = findCauses(both);
    const found =
      cause === undefined ? [] : [{ ...cause, remedies: [added(refOf('boundary', { arn })), added(attached)] }];
    const { policy, ...change } = proveFixes(both, found).causes[0]?.fix?.changes[0] ?? { policy: null };
    expect([proveFixes(both, found).causes[0]?.fix?.changes.length, policy?.kind, change]).toEqual([
      1,
      'boundary',
      { pointer: '/Statement/1/Action', before: 'sqs:*', after: ['sqs:*', 'sns:*'] },
    ]);
  });
});
