import { describe, expect, it } from 'vitest';
import { decide } from '../../src/evaluate/decide.ts';
import { applyChanges } from '../../src/fix/apply-changes.ts';
import { draftExemption } from '../../src/fix/exemptions.ts';
import type { Change } from '../../src/model/diagnosis.ts';
import type { PolicyRef } from '../../src/model/policy.ts';
import type { Tri } from '../../src/model/tri.ts';
import { ACCOUNT, ALLOW, type Given, QUEUE, ROLE, refOf, subjectOf } from './subject.ts';

const INLINE = refOf('inline');
const MANAGED = refOf('managed', { arn: `arn:aws:iam::${ACCOUNT}:policy/Limits` });
const GROUP = refOf('inline', { attachedTo: `arn:aws:iam::${ACCOUNT}:group/builders` });
const SCP = refOf('scp', { attachedTo: 'ou-root-builds01' });
const DENY = { Effect: 'Deny', Action: 'sqs:*', Resource: '*' };
const OTHER_ROLE = `arn:aws:iam::${ACCOUNT}:role/somebody-else`;
const OTHER_QUEUE = `${QUEUE}-of-others`;
const CONDITION = '/Statement/1/Condition';

interface Row {
  readonly name: string;
  readonly policy: PolicyRef;
  readonly deny: Readonly<Record<string, unknown>>;
  readonly given?: Partial<Given>;
  readonly changes: readonly Omit<Change, 'policy'>[];
  /** Whoever and whatever else the statement denied stays denied. */
  readonly stillDenied: Partial<Given>;
}

const byCaller = { caller: OTHER_ROLE };
const rows: readonly Row[] = [
  {
    name: 'the one resource, in a policy of the caller alone',
    policy: INLINE,
    deny: DENY,
    changes: [
      { pointer: '/Statement/1/Resource', before: '*', after: null },
      { pointer: '/Statement/1/NotResource', before: null, after: QUEUE },
    ],
    stillDenied: { resource: OTHER_QUEUE },
  },
  {
    name: 'one more resource beside those that are left out',
    policy: INLINE,
    deny: { Effect: 'Deny', Action: 'sqs:*', NotResource: [OTHER_QUEUE] },
    changes: [{ pointer: '/Statement/1/NotResource/-', before: null, after: QUEUE }],
    stillDenied: { resource: `${QUEUE}-3` },
  },
  {
    name: 'a second resource beside the single one that is left out',
    policy: refOf('session'),
    deny: { Effect: 'Deny', Action: 'sqs:*', NotResource: OTHER_QUEUE },
    changes: [{ pointer: '/Statement/1/NotResource', before: OTHER_QUEUE, after: [OTHER_QUEUE, QUEUE] }],
    stillDenied: { resource: `${QUEUE}-3` },
  },
  {
    name: 'the one action where it knows no resources',
    policy: INLINE,
    deny: { Effect: 'Deny', Action: '*', Resource: '*' },
    given: { action: 'sns:ListTopics', resource: '*' },
    changes: [
      { pointer: '/Statement/1/Action', before: '*', after: null },
      { pointer: '/Statement/1/NotAction', before: null, after: 'sns:ListTopics' },
    ],
    stillDenied: { action: 'sqs:SendMessage', resource: QUEUE },
  },
  {
    name: 'one more action beside those that are left out',
    policy: INLINE,
    deny: { Effect: 'Deny', NotAction: ['iam:*'], Resource: ['arn:aws:sqs:*', QUEUE] },
    changes: [{ pointer: '/Statement/1/NotAction/-', before: null, after: 'sqs:SendMessage' }],
    stillDenied: { action: 'sqs:DeleteMessage' },
  },
  {
    name: 'the caller, in a policy that others may have',
    policy: MANAGED,
    deny: DENY,
    changes: [{ pointer: CONDITION, before: null, after: { ArnNotEquals: { 'aws:PrincipalArn': ROLE } } }],
    stillDenied: byCaller,
  },
  {
    name: "the caller, in a group's policy",
    policy: GROUP,
    deny: DENY,
    changes: [{ pointer: CONDITION, before: null, after: { ArnNotEquals: { 'aws:PrincipalArn': ROLE } } }],
    stillDenied: byCaller,
  },
  {
    name: 'beside conditions of other operators',
    policy: SCP,
    deny: { ...DENY, Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } },
    given: { context: { 'aws:RequestedRegion': 'us-east-1' } },
    changes: [{ pointer: `${CONDITION}/ArnNotEquals`, before: null, after: { 'aws:PrincipalArn': ROLE } }],
    stillDenied: byCaller,
  },
  {
    name: 'beside other keys of the same operator',
    policy: SCP,
    deny: { ...DENY, Condition: { ArnNotEquals: { 'aws:SourceArn': 'arn:aws:s3:::b' } } },
    changes: [{ pointer: `${CONDITION}/ArnNotEquals/aws:PrincipalArn`, before: null, after: ROLE }],
    stillDenied: byCaller,
  },
  {
    name: 'one more in the list of exemptions',
    policy: SCP,
    deny: { ...DENY, Condition: { ArnNotLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:role/ops'] } } },
    changes: [{ pointer: `${CONDITION}/ArnNotLike/aws:PrincipalArn/-`, before: null, after: ROLE }],
    stillDenied: byCaller,
  },
  {
    name: 'a second beside the single exemption, whatever the case of its key',
    policy: SCP,
    deny: { ...DENY, Condition: { StringNotLike: { 'AWS:principalarn': 'arn:aws:iam::*:role/ops' } } },
    changes: [
      {
        pointer: `${CONDITION}/StringNotLike/AWS:principalarn`,
        before: 'arn:aws:iam::*:role/ops',
        after: ['arn:aws:iam::*:role/ops', ROLE],
      },
    ],
    stillDenied: byCaller,
  },
  {
    name: 'in a list under IfExists',
    policy: SCP,
    deny: { ...DENY, Condition: { ArnNotLikeIfExists: { 'aws:PrincipalArn': ['arn:aws:iam::*:role/ops'] } } },
    changes: [{ pointer: `${CONDITION}/ArnNotLikeIfExists/aws:PrincipalArn/-`, before: null, after: ROLE }],
    stillDenied: byCaller,
  },
  {
    name: 'a service by its name',
    policy: refOf('resource', { name: QUEUE, attachedTo: QUEUE }),
    deny: { ...DENY, Principal: '*' },
    given: { caller: 'sns.amazonaws.com' },
    changes: [
      {
        pointer: CONDITION,
        before: null,
        after: { StringNotEquals: { 'aws:PrincipalServiceName': 'sns.amazonaws.com' } },
      },
    ],
    stillDenied: { caller: 's3.amazonaws.com' },
  },
];

function statements(row: Row): Given {
  const first = row.policy.kind === 'resource' ? { ...ALLOW, Principal: '*' } : ALLOW;
  return { ...row.given, policy: row.policy, statements: [first, row.deny] };
}

function answers(given: Given, changes: readonly Change[]): Tri | undefined {
  const denialCase = subjectOf(given);
  const policies = applyChanges(denialCase.facts.policies, changes);
  return policies && denialCase.request ? decide(denialCase.request, policies).allowed : undefined;
}

describe('an exemption', () => {
  it.each(rows)('lets out $name, and nobody and nothing else', (row) => {
    const given = statements(row);
    const denialCase = subjectOf(given);
    expect(denialCase.verdict?.allowed).toBe('no');
    const draft = draftExemption(
      { kind: 'exempt', policy: row.policy, statement: 1, who: 'account-admin' },
      denialCase,
    );
    expect(draft?.changes.map(({ policy: _, ...change }) => change)).toEqual(row.changes);
    const changes = draft?.changes ?? [];
    expect(answers(given, changes)).toBe('yes');
    expect(answers({ ...given, ...row.stillDenied }, changes)).toBe('no');
  });

  it('names a role by its unique name where its path is not known', () => {
    const given: Given = {
      policy: SCP,
      statements: [ALLOW, DENY],
      caller: `arn:aws:sts::${ACCOUNT}:assumed-role/ci-deployer/build-7`,
      pathIsKnown: false,
    };
    const draft = draftExemption(
      { kind: 'exempt', policy: SCP, statement: 1, who: 'organization-admin' },
      subjectOf(given),
    );
    const roles = `arn:aws:iam::${ACCOUNT}:role/`;
    expect(draft?.changes).toEqual([
      {
        policy: SCP,
        pointer: CONDITION,
        before: null,
        after: { ArnNotLike: { 'aws:PrincipalArn': [`${roles}ci-deployer`, `${roles}*/ci-deployer`] } },
      },
    ]);
  });

  it('covers a role of IAM Identity Center with and without a region in its path', () => {
    const name = 'AWSReservedSSO_Admin_0123456789abcdef';
    const given: Given = {
      policy: SCP,
      statements: [ALLOW, DENY],
      caller: `arn:aws:sts::${ACCOUNT}:assumed-role/${name}/ann`,
      pathIsKnown: false,
    };
    const draft = draftExemption(
      { kind: 'exempt', policy: SCP, statement: 1, who: 'organization-admin' },
      subjectOf(given),
    );
    for (const path of ['', 'eu-west-1/']) {
      const caller = `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/${path}${name}`;
      const denialCase = subjectOf({ ...given, caller, pathIsKnown: true });
      const policies = applyChanges(denialCase.facts.policies, draft?.changes ?? []);
      expect(policies && denialCase.request && decide(denialCase.request, policies).allowed).toBe('yes');
    }
  });

  it.each([
    ['a Condition that is none', { ...DENY, Condition: 'never' }],
    ['an element that nobody knows', { ...DENY, Conditions: {} }],
    ['both Action and NotAction', { ...DENY, NotAction: 'iam:*' }],
  ])('is not made of a statement with %s', (_, deny) => {
    const denialCase = subjectOf({ policy: SCP, statements: [ALLOW, deny] });
    expect(
      draftExemption({ kind: 'exempt', policy: SCP, statement: 1, who: 'organization-admin' }, denialCase),
    ).toBeUndefined();
  });

  it('is found at the index that the statement has, also behind a broken one', () => {
    const denialCase = subjectOf({ policy: SCP, statements: [ALLOW, 'broken', DENY] });
    const draft = draftExemption({ kind: 'exempt', policy: SCP, statement: 2, who: 'organization-admin' }, denialCase);
    expect(draft?.changes.map(({ pointer }) => pointer)).toEqual(['/Statement/2/Condition']);
  });
});
