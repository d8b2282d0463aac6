import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { ACCOUNT, DETAILS, errorOf, file, ORGANIZATION, outcome, ROLE, withOrganization } from './fixtures.ts';

const correct = 'correct it, or record again with --record.';
const role = (change: object) => file({ authorizationDetails: { RoleDetailList: [{ ...ROLE, ...change }] } });

const rows: readonly (readonly [json: unknown, pointer: string, sentence: string])[] = [
  [null, '', `A snapshot must be a JSON object, but is null: ${correct}`],
  [[], '', `A snapshot must be a JSON object, but is a list: ${correct}`],
  ['text', '', `A snapshot must be a JSON object, but is the text "text": ${correct}`],
  [
    {},
    '/denytrace',
    'This is not a denytrace snapshot: it has no "denytrace" key. Write one with --record, or pass the output of aws iam get-account-authorization-details.',
  ],
  [
    file({}, { denytrace: 'snapshot/2' }),
    '/denytrace',
    'This denytrace reads "snapshot/1", but the file says "snapshot/2": update denytrace, or record again.',
  ],
  [
    file({}, { scope: 'all' }),
    '/scope',
    `/scope in the snapshot must be "account" (a listed account is whole) or "request" (what is not listed is unknown), but is the text "all": ${correct}`,
  ],
  [
    file({}, { scope: undefined }),
    '/scope',
    `/scope in the snapshot must be "account" (a listed account is whole) or "request" (what is not listed is unknown), but is missing: ${correct}`,
  ],
  [
    file({}, { takenAt: 'yesterday' }),
    '/takenAt',
    `/takenAt in the snapshot must be a time such as 2026-11-24T12:00:00Z, but is the text "yesterday": ${correct}`,
  ],
  [
    file({}, { callerIdentity: { Account: '1' } }),
    '/callerIdentity/Account',
    `/callerIdentity/Account in the snapshot must be an account id of 12 digits, but is the text "1": ${correct}`,
  ],
  [
    file({}, { accounts: [] }),
    '/accounts',
    `/accounts in the snapshot must be an object by account id, but is a list: ${correct}`,
  ],
  [
    file({}, { accounts: { prod: {} } }),
    '/accounts/prod',
    `/accounts/prod in the snapshot must be an account id of 12 digits, but is the text "prod": ${correct}`,
  ],
  [
    file({ authorizationDetails: [] }),
    `/accounts/${ACCOUNT}/authorizationDetails`,
    `/accounts/${ACCOUNT}/authorizationDetails in the snapshot must be an object, but is a list: ${correct}`,
  ],
  [
    file({ organizationId: 7 }),
    `/accounts/${ACCOUNT}/organizationId`,
    `/accounts/${ACCOUNT}/organizationId in the snapshot must be an organization id (o-…), or null for in none, but is the number 7: ${correct}`,
  ],
  [
    file({ resourcePolicies: { 'arn:aws:s3:::a/b~': 'x' } }),
    `/accounts/${ACCOUNT}/resourcePolicies/arn:aws:s3:::a~1b~0`,
    `/accounts/${ACCOUNT}/resourcePolicies/arn:aws:s3:::a~1b~0 in the snapshot must be a policy document: an object, JSON, or URL-encoded JSON, but is the text "x": ${correct}`,
  ],
  [
    file({}, { absent: ['prod-deploy'] }),
    '/absent/0',
    `/absent/0 in the snapshot must be an ARN, but is the text "prod-deploy": ${correct}`,
  ],
  [
    file({}, { absent: [ROLE.Arn] }),
    '/absent/0',
    `The snapshots disagree about whether ${ROLE.Arn} exists (/accounts/${ACCOUNT}/authorizationDetails/RoleDetailList/0 and /absent/0): leave one of them out, or record both again.`,
  ],
  [
    file({}, { unreadable: [{ account: 'prod' }] }),
    '/unreadable/0/call',
    `/unreadable/0/call in the snapshot must be the IAM action of the read, such as iam:GetRole, but is missing: ${correct}`,
  ],
  [
    file({}, { incident: { text: '' } }),
    '/incident/text',
    `/incident/text in the snapshot must be the text of the denial, but is an empty text: ${correct}`,
  ],
  [
    file({}, { incident: { text: 'x', context: { a: 1 } } }),
    '/incident/context/a',
    `/incident/context/a in the snapshot must be a text or a list of texts, but is the number 1: ${correct}`,
  ],
  [
    withOrganization({ featureSet: 'SOME' }),
    `/organizations/${ORGANIZATION}/featureSet`,
    `/organizations/${ORGANIZATION}/featureSet in the snapshot must be "ALL" or "CONSOLIDATED_BILLING", but is the text "SOME": ${correct}`,
  ],
  [
    withOrganization({ parents: { [ACCOUNT]: ACCOUNT } }),
    `/organizations/${ORGANIZATION}/parents/${ACCOUNT}`,
    `/organizations/${ORGANIZATION}/parents/${ACCOUNT} in the snapshot must be the id of an OU (ou-…) or of a root (r-…), but is the text "${ACCOUNT}": ${correct}`,
  ],
  [
    withOrganization({ parents: { 'ou-a': 'ou-b', 'ou-b': 'ou-a' } }),
    `/organizations/${ORGANIZATION}/parents/ou-a`,
    'The parents of ou-a lead back to itself: correct "parents" there.',
  ],
  [
    role({ Arn: ROLE.Arn.replace(ACCOUNT, '999900001111') }),
    `/accounts/${ACCOUNT}/authorizationDetails/RoleDetailList/0/Arn`,
    `/accounts/${ACCOUNT}/authorizationDetails/RoleDetailList/0/Arn in the snapshot must be an ARN of account ${ACCOUNT}, but is the text "arn:aws:iam::999900001111:role/teams/deployer": ${correct}`,
  ],
  [
    role({ PermissionsBoundary: 'arn:aws:iam::aws:policy/x' }),
    `/accounts/${ACCOUNT}/authorizationDetails/RoleDetailList/0/PermissionsBoundary`,
    `/accounts/${ACCOUNT}/authorizationDetails/RoleDetailList/0/PermissionsBoundary in the snapshot must be an object, but is the text "arn:aws:iam::aws:policy/x": ${correct}`,
  ],
  [
    role({ Tags: [{ Value: 'red' }] }),
    `/accounts/${ACCOUNT}/authorizationDetails/RoleDetailList/0/Tags/0/Key`,
    `/accounts/${ACCOUNT}/authorizationDetails/RoleDetailList/0/Tags/0/Key in the snapshot must be the key of a tag, but is missing: ${correct}`,
  ],
  [
    file({}, { reads: [{ call: 'GetRole', input: {}, answer: {} }] }),
    '/reads/0/call',
    `/reads/0/call in the snapshot must be the IAM action of the read, such as iam:GetRole, but is the text "GetRole": ${correct}`,
  ],
  [
    file({}, { reads: [{ call: 'iam:GetRole', input: [], answer: {} }] }),
    '/reads/0/input',
    `/reads/0/input in the snapshot must be an object, but is a list: ${correct}`,
  ],
  [
    file({}, { reads: [{ call: 'iam:GetRole', account: 7, answer: {} }] }),
    '/reads/0/account',
    `/reads/0/account in the snapshot must be an account id, or null, but is the number 7: ${correct}`,
  ],
  [
    file({}, { reads: [{ call: 'iam:GetRole' }] }),
    '/reads/0/answer',
    `/reads/0/answer in the snapshot must be the call's output, but is missing: ${correct}`,
  ],
  [
    role({ AssumeRolePolicyDocument: '%7Bbroken' }),
    `/accounts/${ACCOUNT}/authorizationDetails/RoleDetailList/0/AssumeRolePolicyDocument`,
    `/accounts/${ACCOUNT}/authorizationDetails/RoleDetailList/0/AssumeRolePolicyDocument in the snapshot must be a policy document: an object, JSON, or URL-encoded JSON, but is the text "%7Bbroken": ${correct}`,
  ],
];

describe('a broken file', () => {
  it.each(rows.map(([json, pointer, message]) => ({ json, pointer, message })))('$message', ({ json, ...expected }) => {
    expect(errorOf(() => openSnapshot(json))).toMatchObject({ name: 'SnapshotError', ...expected });
  });

  it('is refused where it is nested too deeply to be walked', () => {
    const deep: unknown = JSON.parse(`{"denytrace":${'['.repeat(5000)}${']'.repeat(5000)}}`);
    expect(errorOf(() => openSnapshot(deep)).message).toBe(
      'The file is nested more than 200 levels deep, which a snapshot never is: pass the file that --record wrote.',
    );
  });

  it('needs no more than its version and its scope, and unknown keys are ignored', () => {
    const least = { denytrace: 'snapshot/1', scope: 'account' };
    expect(outcome(least, 'iam:GetRole', { RoleName: 'x' })).toBe('NotInSnapshot');
    expect(openSnapshot({ ...least, later: { than: 'today' } })).toMatchObject({ takenAt: null, incident: null });
  });
});

describe('a bare get-account-authorization-details file', () => {
  const nobody = ['iam:GetRole', { RoleName: 'nobody' }] as const;

  it('is of the account of its ARNs, with scope request unless it is said to be whole', () => {
    expect(outcome(DETAILS, 'iam:GetRole', { RoleName: 'deployer' })).toBe('answered');
    expect(outcome(DETAILS, ...nobody)).toBe('NotInSnapshot');
    expect(outcome(openSnapshot(DETAILS, { bareScope: 'account' }), ...nobody)).toBe('NoSuchEntityException');
  });

  it('finds its account past the AWS-managed policies', () => {
    const Policies = [{ Arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess', PolicyVersionList: [] }];
    expect([...openSnapshot({ Policies, RoleDetailList: [ROLE] }).accounts]).toEqual([ACCOUNT]);
    expect(errorOf(() => openSnapshot({ Policies })).message).toContain('hold no ARN that names an account');
  });

  it.each([{ NextToken: 'x' }, { IsTruncated: true }])('is refused half read: %j', (more) => {
    const error = errorOf(() => openSnapshot({ ...DETAILS, ...more }));
    const [field] = Object.keys(more);
    expect(error).toMatchObject({
      pointer: `/${field}`,
      message: `The account details are incomplete (${field} is set): run aws iam get-account-authorization-details again without --max-items and --no-paginate, so that it fetches every page.`,
    });
    expect(errorOf(() => openSnapshot(file({ authorizationDetails: { ...DETAILS, ...more } }))).pointer).toContain(
      field,
    );
  });

  it('cannot be whole without a list that AWS always prints', () => {
    const { UserDetailList: _users, ...cut } = DETAILS;
    expect(errorOf(() => openSnapshot(cut, { bareScope: 'account' })).pointer).toBe('/UserDetailList');
    expect(openSnapshot(cut).scope).toBe('request');
    expect(openSnapshot(DETAILS, { bareScope: 'account' }).scope).toBe('account');
  });

  it.each([{ IsTruncated: true }, { Marker: 'm1' }, { NextToken: 'n1' }])(
    'holds no answer that is the first part of a list: %j',
    (more) => {
      const reads = (answer: object) => [
        { account: ACCOUNT, call: 'iam:ListAttachedUserPolicies', input: { UserName: 'ana' }, answer },
      ];
      const whole = { AttachedPolicies: [], IsTruncated: false };
      expect(errorOf(() => openSnapshot(file({}, { reads: reads({ ...whole, ...more }) }))).pointer).toBe(
        `/reads/0/answer/${Object.keys(more)[0]}`,
      );
      expect(openSnapshot(file({}, { reads: reads(whole) })).accounts.has(ACCOUNT)).toBe(true);
    },
  );

  it('is refused with the place in the file itself', () => {
    const { RoleName: _name, ...nameless } = ROLE;
    expect(errorOf(() => openSnapshot({ ...DETAILS, RoleDetailList: [ROLE, nameless] }))).toMatchObject({
      pointer: '/RoleDetailList/1/RoleName',
      message: `/RoleDetailList/1/RoleName in the snapshot must be a name, but is missing: ${correct}`,
    });
    const foreign = { ...ROLE, Arn: ROLE.Arn.replace(ACCOUNT, '999900001111') };
    expect(errorOf(() => openSnapshot({ UserDetailList: [], RoleDetailList: [ROLE, foreign] })).pointer).toBe(
      '/RoleDetailList/1/Arn',
    );
  });

  it('is whole with IsTruncated false', () => {
    expect(outcome({ ...DETAILS, IsTruncated: false }, 'iam:GetRole', { RoleName: 'deployer' })).toBe('answered');
  });
});
