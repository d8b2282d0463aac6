import { describe, expect, it } from 'vitest';
import { decide } from '../../src/evaluate/decide.ts';
import { applyChanges } from '../../src/fix/apply-changes.ts';
import { draftExemption } from '../../src/fix/exemptions.ts';
import type { Change } from '../../src/model/diagnosis.ts';
import type { Tri } from '../../src/model/tri.ts';
import { BY_ACTION, BY_RESOURCE, CONDITION, DENY, ROWS, type Row, SCP } from './exemption-rows.ts';
import { ACCOUNT, ALLOW, type Given, subjectOf } from './subject.ts';

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
  it.each(ROWS)('lets out $name, and nobody and nothing else', (row) => {
    const given = statements(row);
    const denialCase = subjectOf(given);
    expect(denialCase.verdict?.allowed).toBe('no');
    const draft = draftExemption(
      { kind: 'exempt', policy: row.policy, statement: 1, who: 'account-admin' },
      denialCase,
    );
    const changes = draft?.changes ?? [];
    const own = changes.filter(({ pointer }) => pointer !== '/Statement/-');
    expect(own.map(({ policy: _, ...change }) => change)).toEqual(row.changes);
    const copies = changes.filter(({ pointer }) => pointer === '/Statement/-').map(({ after }) => after);
    expect(copies).toMatchObject(row.copies ?? []);
    expect(answers(given, changes)).toBe('yes');
    for (const other of row.stillDenied)
      expect(answers({ ...given, ...other }, changes), JSON.stringify(other)).toBe('no');
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
    expect(draft?.changes.slice(0, 1)).toEqual([
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

  it('by a region or a service that makes the call keeps the guard for everything else', () => {
    const condition = { StringNotEquals: { 'aws:RequestedRegion': 'eu-central-1' } };
    const context = { 'aws:RequestedRegion': 'eu-west-1', 'aws:ViaAWSService': 'true' };
    const given: Given = { policy: SCP, statements: [ALLOW, { ...DENY, Condition: condition }], context };
    const pointer = `${CONDITION}/StringNotEquals/aws:RequestedRegion`;
    const away = { ...context, 'aws:RequestedRegion': 'us-east-1' };
    const direct = { ...context, 'aws:ViaAWSService': 'false' };
    const rows = [
      { by: { what: 'x', pointer, value: 'eu-west-1' }, denied: [BY_ACTION, BY_RESOURCE, { context: away }] },
      {
        by: { what: 'x', operator: 'BoolIfExists', key: 'aws:ViaAWSService', value: 'false' },
        denied: [BY_ACTION, { context: direct }, { context: { 'aws:RequestedRegion': 'eu-west-1' } }],
      },
    ];
    for (const { by, denied } of rows) {
      const remedy = { kind: 'exempt', policy: SCP, statement: 1, who: 'organization-admin', by } as const;
      const changes = draftExemption(remedy, subjectOf(given))?.changes ?? [];
      expect(answers(given, changes)).toBe('yes');
      for (const other of denied) expect(answers({ ...given, ...other }, changes), JSON.stringify(other)).toBe('no');
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
    expect(draft?.changes[0]?.pointer).toBe('/Statement/2/Condition');
  });
});
