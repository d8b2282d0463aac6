import { describe, expect, it } from 'vitest';
import { fixCommands } from '../../src/fix/commands.ts';
import { type NewDocument, newDocuments, spareWords } from '../../src/fix/new-documents.ts';
import { absent, known } from '../../src/model/fact.ts';
import type { AttachedPolicy, PolicyRef, RequestPolicies } from '../../src/model/policy.ts';
import { ACCOUNT, refOf } from './subject.ts';

function commandsFor(policy: PolicyRef, more: Partial<NewDocument> = {}): readonly string[] {
  const added = { file: 'p.json', policy, document: {}, isNew: false, version: null, spare: null, ...more };
  return fixCommands(added).map((argv) => argv.join(' '));
}

const arn = (path: string) => `arn:aws:iam::${ACCOUNT}:${path}`;
const SCP = 'arn:aws:organizations::999988887777:policy/o-exampleorg/service_control_policy/p-guardrail1';

/** [what it is, the policy, the commands, what else] */
const rows: readonly (readonly [string, PolicyRef, readonly string[], Partial<NewDocument>?])[] = [
  [
    'a trust policy',
    refOf('trust', { name: 'prod-deploy', attachedTo: arn('role/teams/prod-deploy') }),
    ['aws iam update-assume-role-policy --role-name prod-deploy --policy-document file://p.json'],
  ],
  [
    'of a role of IAM Identity Center',
    refOf('trust', { name: 'X', attachedTo: arn('role/aws-reserved/sso.amazonaws.com/X') }),
    [],
  ],
  [
    'of a service-linked role',
    refOf('trust', { name: 'X', attachedTo: arn('role/aws-service-role/ecs.amazonaws.com/X') }),
    [],
  ],
  [
    'an inline policy of a user',
    refOf('inline', { name: 'Limits', attachedTo: arn('user/alice') }),
    ['aws iam put-user-policy --user-name alice --policy-name Limits --policy-document file://p.json'],
  ],
  [
    'an inline policy of a role with a path',
    refOf('inline', { attachedTo: arn('role/teams/ci') }),
    ['aws iam put-role-policy --role-name ci --policy-name Limits --policy-document file://p.json'],
  ],
  [
    'an inline policy of a permission set',
    refOf('inline', { attachedTo: arn('role/aws-reserved/sso.amazonaws.com/X') }),
    [],
  ],
  [
    'a managed policy',
    refOf('managed', { arn: arn('policy/teams/Limits') }),
    [
      `aws iam create-policy-version --policy-arn ${arn('policy/teams/Limits')} --policy-document file://p.json --set-as-default`,
    ],
  ],
  [
    'a version that is there already',
    refOf('managed', { arn: arn('policy/Limits') }),
    [`aws iam set-default-policy-version --policy-arn ${arn('policy/Limits')} --version-id v7`],
    { version: 'v7' },
  ],
  [
    'a policy that has all the versions it can have',
    refOf('managed', { arn: arn('policy/Limits') }),
    [
      `aws iam delete-policy-version --policy-arn ${arn('policy/Limits')} --version-id v3`,
      `aws iam create-policy-version --policy-arn ${arn('policy/Limits')} --policy-document file://p.json --set-as-default`,
    ],
    { spare: 'v3' },
  ],
  ['a version to delete outside of the grammar', refOf('managed', { arn: arn('policy/Limits') }), [], { spare: '--x' }],
  ['a version outside of the grammar', refOf('managed', { arn: arn('policy/Limits') }), [], { version: '--x' }],
  ['a policy of AWS', refOf('managed', { arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }), []],
  [
    'a managed policy that is new',
    refOf('managed', { name: 'AllowSendMessage', attachedTo: arn('role/ci') }),
    [
      'aws iam create-policy --policy-name AllowSendMessage --policy-document file://p.json',
      `aws iam attach-role-policy --role-name ci --policy-arn ${arn('policy/AllowSendMessage')}`,
    ],
    { isNew: true },
  ],
  [
    'a service control policy',
    refOf('scp', { arn: SCP, attachedTo: 'ou-root-builds01' }),
    ['aws organizations update-policy --policy-id p-guardrail1 --content file://p.json'],
  ],
  [
    'FullAWSAccess',
    refOf('scp', { arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess' }),
    [],
  ],
  [
    'a service control policy that is new: only its id',
    refOf('scp', { name: 'Allow', attachedTo: 'ou-root-builds01' }),
    [
      'aws organizations create-policy --name Allow --type SERVICE_CONTROL_POLICY --description denytrace --content file://p.json --query Policy.PolicySummary.Id --output text',
    ],
    { isNew: true },
  ],
  [
    'a bucket policy',
    refOf('resource', { attachedTo: 'arn:aws:s3:::reports' }),
    ['aws s3api put-bucket-policy --bucket reports --policy file://p.json'],
  ],
  [
    'a key policy, in the region of the key',
    refOf('resource', { attachedTo: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234` }),
    [
      `aws kms put-key-policy --key-id arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234 --policy-name default --policy file://p.json --region eu-west-1`,
    ],
  ],
  [
    'the policy of a secret',
    refOf('resource', { attachedTo: `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:db-a1B2c3` }),
    [
      `aws secretsmanager put-resource-policy --secret-id arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:db-a1B2c3 --resource-policy file://p.json --region eu-west-1`,
    ],
  ],
  [
    'the policy of an endpoint',
    refOf('endpoint', { name: 'vpce-0123456789abcdef0' }),
    ['aws ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-0123456789abcdef0 --policy-document file://p.json'],
  ],
  ['an endpoint whose id is not known', refOf('endpoint', { name: 'VPC endpoint' }), []],
  ['a session policy', refOf('session', { name: 'session policy' }), []],
  // Names outside of AWS's grammar give no command.
  ['a role name that reads as an option', refOf('trust', { name: '--role', attachedTo: arn('role/--role') }), []],
  ['a policy name with a space', refOf('inline', { name: 'a b', attachedTo: arn('user/alice') }), []],
  ['a policy name with a quote', refOf('inline', { name: "a'; rm -rf x; '", attachedTo: arn('user/alice') }), []],
  ['an ARN with a new line', refOf('managed', { arn: `${arn('policy/Limits')}\nx` }), []],
  ['a region that is none', refOf('resource', { attachedTo: `arn:aws:kms:$(x):${ACCOUNT}:key/1 2` }), []],
  ['a bucket with a star', refOf('resource', { attachedTo: 'arn:aws:s3:::*' }), []],
  ['an id of the organization that is none', refOf('scp', { arn: `${SCP};x` }), []],
];

describe('the commands that put a document in place', () => {
  it.each(rows.map(([name, policy, commands, more = {}]) => ({ name, policy, commands, more })))('$name', (row) => {
    expect(commandsFor(row.policy, row.more)).toEqual(row.commands);
  });
});

describe('the new documents', () => {
  const none = absent('rule', 'none');
  const layers = (policies: readonly AttachedPolicy[]): RequestPolicies => ({
    identity: known([{ id: 'x', name: 'x', policies, gaps: [] }]),
    boundary: none,
    session: none,
    scp: none,
    rcp: none,
    resource: none,
    endpoint: none,
  });
  const before = { Statement: [] };
  const after = { Statement: [{ Effect: 'Allow' }] };
  const change = (policy: PolicyRef) => ({ policy, pointer: '/Statement/-', before: null, after: {} });

  it('have different files, also where their names differ in marks only', () => {
    const refs = ['a b', 'a-b', 'a/b'].map((name) => refOf('managed', { name, arn: arn(`policy/${name}`) }));
    const policies = (document: unknown) => layers(refs.map((ref) => ({ ref, document: known(document) })));
    const documents = newDocuments(policies(before), policies(after), refs.map(change));
    expect(documents.map(({ file }) => file)).toEqual(['a-b-managed.json', 'a-b-managed-2.json', 'a-b-managed-3.json']);
  });

  it('know the version that holds them already', () => {
    const ref = refOf('managed', { arn: arn('policy/Limits') });
    const newest = known({ versionId: 'v3', document: after });
    const versions = { defaultVersionId: 'v2', updated: null, ids: ['v3', 'v2'], newest };
    const policies = (document: unknown) => layers([{ ref, document: known(document), versions }]);
    expect(newDocuments(policies(before), policies(after), [change(ref)])).toMatchObject([{ version: 'v3' }]);
  });

  it.each([
    ['the oldest that is not the default', ['v12', 'v9', 'v8', 'v7', 'v3'], 'v3', 'v7'],
    ['none where there is room', ['v4', 'v3', 'v2', 'v1'], 'v4', null],
    ['none where the versions are not known', null, 'v12', null],
  ])('know the version that has to go first: %s', (_, ids, defaultVersionId, spare) => {
    const ref = refOf('managed', { arn: arn('policy/Limits') });
    const versions = { defaultVersionId, updated: null, ids, newest: none };
    const policies = (document: unknown) => layers([{ ref, document: known(document), versions }]);
    const documents = newDocuments(policies(before), policies(after), [change(ref)]);
    expect(documents).toMatchObject([{ version: null, spare }]);
    expect(spareWords(documents)).toBe(
      spare === null
        ? ''
        : 'a policy keeps 5 versions, so v7 of Limits, the oldest that is not the default, is deleted first',
    );
  });
});
