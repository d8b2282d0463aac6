import { describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  ask,
  file,
  ORGANIZATION,
  ORGANIZATION_PART,
  OTHER,
  OU,
  outcome,
  output,
  RCP,
  ROOT,
  SCP,
  withOrganization,
} from './fixtures.ts';

const list = (TargetId: string, Filter: string) =>
  ['organizations:ListPoliciesForTarget', { TargetId, Filter }] as const;
const UNKNOWN = 'NotInSnapshot';
const { enabledPolicyTypes: _types, ...untold } = ORGANIZATION_PART;

const arn = 'arn:aws:organizations::999900001111';
const member = { [ACCOUNT]: { organizationId: ORGANIZATION } };

describe('an organization', () => {
  it('is described with what the file holds of it', () => {
    const Organization = { Id: ORGANIZATION, MasterAccountId: '999900001111', FeatureSet: 'ALL' };
    expect(output(withOrganization(), 'organizations:DescribeOrganization')).toEqual({ Organization });
    const unlisted = file({ organizationId: ORGANIZATION });
    expect(output(unlisted, 'organizations:DescribeOrganization')).toEqual({ Organization: { Id: ORGANIZATION } });
  });

  it('has its root with the policy types that are enabled', () => {
    const PolicyTypes = [{ Type: SCP, Status: 'ENABLED' }];
    expect(output(withOrganization(), 'organizations:ListRoots')).toEqual({
      Roots: [{ Id: ROOT, Arn: `${arn}:root/${ORGANIZATION}/${ROOT}`, Name: 'Root', PolicyTypes }],
    });
  });

  it('has a way from its root to an account', () => {
    expect(output(withOrganization(), 'organizations:DescribeAccount', { AccountId: ACCOUNT })).toEqual({
      Account: {
        Id: ACCOUNT,
        Arn: `${arn}:account/${ORGANIZATION}/${ACCOUNT}`,
        Name: 'build',
        Paths: [`${ORGANIZATION}/${ROOT}/${OU}/${ACCOUNT}/`],
      },
    });
    expect(output(withOrganization(), 'organizations:ListParents', { ChildId: OU })).toEqual({
      Parents: [{ Id: ROOT, Type: 'ROOT' }],
    });
  });

  it('has no deeper path than AWS allows: the root, five levels of OUs, the account', () => {
    const pathOf = (...units: readonly string[]) => {
      const ids = [ROOT, ...units, ACCOUNT];
      const parents = Object.fromEntries(ids.slice(1).map((id, index) => [id, ids[index]]));
      return outcome(withOrganization({ parents }), 'organizations:DescribeAccount', { AccountId: ACCOUNT });
    };
    expect(pathOf('ou-1', 'ou-2', 'ou-3', 'ou-4', 'ou-5')).toBe('answered');
    expect(pathOf('ou-1', 'ou-2', 'ou-3', 'ou-4', 'ou-5', 'ou-6')).toBe(UNKNOWN);
  });

  it.each([
    ['organizationId null is knowledge', file({ organizationId: null }), 'AWSOrganizationsNotInUseException'],
    ['organizationId missing is none', file(), UNKNOWN],
    ['an account that is not listed', { denytrace: 'snapshot/1', scope: 'account' }, UNKNOWN],
    ['a parents entry proves membership', withOrganization(), 'answered'],
    ['organizationId proves membership', withOrganization({ parents: {} }, { accounts: member }), 'answered'],
  ])('%s', (_what, known, expected) => {
    expect(outcome(known, 'organizations:DescribeOrganization')).toBe(expected);
  });

  it('of another account is not known', () => {
    expect(outcome(withOrganization(), 'organizations:DescribeOrganization', {}, OTHER)).toBe(UNKNOWN);
    expect(outcome(withOrganization(), 'organizations:DescribeOrganization', {}, '999900001111')).toBe('answered');
  });

  it.each([
    ['attached and enabled', {}, OU, SCP, 'answered'],
    ['a level of an enabled type without any SCP', {}, ACCOUNT, SCP, UNKNOWN],
    ['a target without attachments', { attachments: {} }, OU, SCP, UNKNOWN],
    ['a target that nothing is known of', {}, OTHER, SCP, UNKNOWN],
    ['a type that is not enabled', {}, OU, RCP, 'answered'],
    ['a type that is not enabled, where nothing is attached', { attachments: {} }, OU, RCP, 'answered'],
    ['no RCP of its own, enabled', { enabledPolicyTypes: [SCP, RCP] }, ACCOUNT, RCP, 'answered'],
    [
      'consolidated billing',
      { enabledPolicyTypes: undefined, featureSet: 'CONSOLIDATED_BILLING' },
      OU,
      SCP,
      'answered',
    ],
  ])('policies of a target: %s', (_what, change, target, filter, expected) => {
    const part = JSON.parse(JSON.stringify(withOrganization(change)));
    expect(outcome(part, ...list(target, filter))).toBe(expected);
  });

  it('does not tell what is attached where enablement is not known', () => {
    const known = file({}, { organizations: { [ORGANIZATION]: untold } });
    expect(outcome(known, ...list(OU, SCP))).toBe(UNKNOWN);
    expect(outcome(known, ...list(OU, RCP))).toBe(UNKNOWN);
    expect(outcome(known, 'organizations:ListRoots')).toBe(UNKNOWN);
  });

  it('gives the policies of the type asked for; one of an unknown type may be of any', () => {
    const types = { enabledPolicyTypes: [SCP, RCP] };
    const attachments = { [OU]: ['p-FullAWSAccess', 'p-perimeter', 'p-tags', 'p-untold'] };
    const policies = {
      'p-perimeter': { name: 'Perimeter', arn: 'arn:aws:organizations::1:policy/p', type: RCP, document: {} },
      'p-tags': { name: 'Tags', arn: 'arn:aws:organizations::1:policy/t', type: 'TAG_POLICY' },
    };
    const known = withOrganization({ ...types, attachments, policies });
    const ids = (filter: string) => output(known, ...list(OU, filter));
    expect(ids(SCP)).toMatchObject({ Policies: [{ Id: 'p-FullAWSAccess' }, { Id: 'p-untold' }] });
    expect(ids(RCP)).toMatchObject({
      Policies: [
        { Id: 'p-perimeter', Name: 'Perimeter' },
        { Id: 'p-untold', Name: 'p-untold' },
      ],
    });
  });

  it.each([
    ['p-guardrail', 'answered'],
    ['p-unlisted', UNKNOWN],
    ['p-undocumented', UNKNOWN],
    ['p-RCPFullAWSAccess', 'answered'],
  ])('the document of %s', (PolicyId, expected) => {
    const policies = { ...ORGANIZATION_PART.policies, 'p-undocumented': { name: 'x', arn: 'y', type: SCP } };
    expect(outcome(withOrganization({ policies }), 'organizations:DescribePolicy', { PolicyId })).toBe(expected);
  });

  it('an account without a place has unreadable levels', () => {
    const known = withOrganization({ parents: { [OU]: ROOT } });
    const part = { ...known, accounts: { [ACCOUNT]: { organizationId: ORGANIZATION } } };
    expect(outcome(part, 'organizations:DescribeAccount', { AccountId: ACCOUNT })).toBe(UNKNOWN);
    expect(outcome(part, 'organizations:ListParents', { ChildId: ACCOUNT })).toBe(UNKNOWN);
    expect(ask(part, 'organizations:DescribeOrganization')).toMatchObject({ status: 'answered' });
  });
});
