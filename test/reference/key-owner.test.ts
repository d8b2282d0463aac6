import { describe, expect, it } from 'vitest';
import { coversKey } from '../../src/reference/keys/condition-keys.ts';
import { GLOBAL_CONDITION_KEYS } from '../../src/reference/keys/global-condition-keys.ts';
import { type KeyOwnership, ownerOfKey } from '../../src/reference/keys/key-owner.ts';
import { type KeyOwner, keyOwnerRows } from '../../src/reference/keys/key-owner-rows.ts';
import { serviceFacts, serviceIndex } from '../../src/reference/service-facts.ts';

const OWNERS: readonly KeyOwner[] = ['call', 'caller', 'way', 'resource', 'service'];

/** Every key of the facts with every action that AWS lists it for; a key without any with an action that is not documented. */
function everyPair(): readonly { readonly key: string; readonly action: string; readonly found: KeyOwnership }[] {
  const pairs: [string, string][] = [];
  for (const prefix of Object.keys(serviceIndex()?.services ?? {})) {
    const service = serviceFacts(prefix);
    const seen = new Set<string>();
    for (const name of service?.actionNames ?? []) {
      for (const key of service?.action(name)?.conditionKeys ?? []) {
        seen.add(key);
        pairs.push([key, `${prefix}:${name}`]);
      }
    }
    for (const { key } of service?.conditionKeys.values() ?? [])
      if (!seen.has(key)) pairs.push([key, `${prefix}:OfNoAction`]);
  }
  for (const { key } of GLOBAL_CONDITION_KEYS) pairs.push([key.endsWith('/') ? `${key}team` : key, 's3:GetObject']);
  return pairs.map(([key, action]) => ({ key, action, found: ownerOfKey(key, action) }));
}

const PAIRS = everyPair();

/** How many keys the facts have, and how many of them have a row. */
const COUNTS = { keys: 1636, reviewed: 401, byRuleAlone: 1235 };

describe('whose a condition key is', () => {
  it('is known of each key that AWS documents, for each of its actions', () => {
    expect(PAIRS.length).toBeGreaterThan(35_000);
    expect(PAIRS.filter(({ found }) => !OWNERS.includes(found.owner))).toEqual([]);
    const page = /^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html(#[\w-]+)?$/;
    expect(PAIRS.filter(({ found }) => !page.test(found.page))).toEqual([]);
  });

  it('was looked up one by one for some of the keys, and follows from a rule for all others', () => {
    const all = new Set(PAIRS.map(({ key }) => key));
    const reviewed = new Set(PAIRS.filter(({ found }) => found.by === 'row').map(({ key }) => key));
    const byRule = new Set(PAIRS.filter(({ found }) => found.by !== 'row').map(({ key }) => key));
    expect([...all].filter((key) => !reviewed.has(key) && !byRule.has(key))).toEqual([]);
    // Some keys have a row for a few actions, and a rule for the others.
    expect({ keys: all.size, reviewed: reviewed.size, byRuleAlone: all.size - reviewed.size }).toEqual(COUNTS);
  });

  it('was looked up for every global key', () => {
    const own = PAIRS.filter(({ key, action }) => key.startsWith('aws:') && action === 's3:GetObject');
    expect(own.length).toBeGreaterThan(40);
    expect(own.filter(({ found }) => found.by !== 'row')).toEqual([]);
  });

  it('has no row for a key that does not exist', () => {
    const known = [...new Set(PAIRS.map(({ key }) => key))];
    const asked = keyOwnerRows().flatMap(({ keys }) => keys);
    const unknown = asked.filter((name) => {
      const like = name.endsWith('*') ? `${name.slice(0, -1)}x` : name;
      const begins = name.endsWith('*') ? name.slice(0, -1) : like;
      const isTag = /^aws:(principal|request|resource)tag\//.test(name);
      return !isTag && !known.some((key) => coversKey(key, like) || key.toLowerCase().startsWith(begins));
    });
    expect(unknown).toEqual([]);
  });

  it('has no row that another one before it makes useless', () => {
    const useless = keyOwnerRows().filter(({ keys }, index) =>
      keys.every((key) =>
        keyOwnerRows()
          .slice(0, index)
          .some((before) => before.actions === null && before.keys.includes(key)),
      ),
    );
    expect(useless).toEqual([]);
  });
});

/** Key, action and owner, with the resource where the action is about several kinds of them. */
const TABLE: readonly (readonly [string, string, KeyOwner, string?])[] = [
  ['ec2:InstanceType', 'ec2:RunInstances', 'call'],
  ['ec2:InstanceType', 'ec2:RunInstances', 'call', 'arn:aws:ec2:eu-west-1:111122223333:instance/*'],
  ['ec2:InstanceType', 'ec2:StopInstances', 'resource'],
  ['ec2:InstanceType', 'ec2:CreateTags', 'resource'],
  ['ec2:Vpc', 'ec2:RunInstances', 'resource', 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1'],
  ['ec2:Owner', 'ec2:RunInstances', 'resource', 'arn:aws:ec2:eu-west-1::image/ami-1'],
  ['ec2:Encrypted', 'ec2:CreateVolume', 'call'],
  ['ec2:Encrypted', 'ec2:AttachVolume', 'resource'],
  ['ec2:VolumeID', 'ec2:CreateVolume', 'resource'],
  ['ec2:Attribute/HttpTokens', 'ec2:ModifyInstanceMetadataOptions', 'call'],
  ['ec2:CreateAction', 'ec2:CreateTags', 'service'],
  ['ec2:Region', 'ec2:RunInstances', 'way'],
  ['kms:KeyOrigin', 'kms:Decrypt', 'resource'],
  ['kms:KeyOrigin', 'kms:CreateKey', 'call'],
  ['kms:ResourceAliases', 'kms:Decrypt', 'resource'],
  ['kms:RequestAlias', 'kms:Decrypt', 'call'],
  ['kms:CallerAccount', 'kms:Decrypt', 'caller'],
  ['kms:ViaService', 'kms:Decrypt', 'way'],
  ['kms:GrantOperations', 'kms:CreateGrant', 'service'],
  ['kms:EncryptionContext:app', 'kms:Decrypt', 'call'],
  ['iam:PermissionsBoundary', 'iam:CreateRole', 'call'],
  ['iam:PermissionsBoundary', 'iam:PutUserPermissionsBoundary', 'call'],
  ['iam:PermissionsBoundary', 'iam:PutRolePolicy', 'resource'],
  ['iam:PermissionsBoundary', 'iam:AttachUserPolicy', 'resource'],
  ['iam:PassedToService', 'iam:PassRole', 'call'],
  ['iam:PolicyARN', 'iam:AttachRolePolicy', 'call'],
  ['iam:ResourceTag/team', 'iam:DeleteRole', 'resource'],
  ['sts:ExternalId', 'sts:AssumeRole', 'call'],
  ['sts:RoleSessionName', 'sts:AssumeRole', 'call'],
  ['sts:RoleSessionName', 'sts:AssumeRoleWithSAML', 'caller'],
  ['aws:RequestTag/team', 'sts:AssumeRole', 'call'],
  ['aws:RequestTag/team', 'sts:AssumeRoleWithWebIdentity', 'caller'],
  ['aws:RequestTag/kubernetes-namespace', 'sts:AssumeRole', 'service'],
  ['aws:RequestTag/aws:cloudformation:stack-name', 's3:CreateBucket', 'service'],
  ['token.actions.githubusercontent.com:sub', 'sts:AssumeRoleWithWebIdentity', 'caller'],
  ['saml:aud', 'sts:AssumeRoleWithSAML', 'caller'],
  ['s3:prefix', 's3:ListBucket', 'call'],
  ['s3:x-amz-acl', 's3:PutObject', 'call'],
  ['s3:ExistingObjectTag/team', 's3:GetObject', 'resource'],
  ['s3:RequestObjectTag/team', 's3:PutObject', 'call'],
  ['s3:TlsVersion', 's3:GetObject', 'way'],
  ['s3:ResourceAccount', 's3:GetObject', 'resource'],
  ['dynamodb:LeadingKeys', 'dynamodb:Query', 'call'],
  ['dynamodb:FisActionId', 'dynamodb:InjectError', 'service'],
  ['lambda:FunctionUrlAuthType', 'lambda:CreateFunctionUrlConfig', 'call'],
  ['lambda:FunctionUrlAuthType', 'lambda:InvokeFunctionUrl', 'resource'],
  ['secretsmanager:resource/Type', 'secretsmanager:GetSecretValue', 'resource'],
  ['apigateway:Request/ApiName', 'apigateway:POST', 'call'],
  ['apigateway:Resource/ApiName', 'apigateway:PATCH', 'resource'],
  ['elasticache:CacheNodeType', 'elasticache:CreateCacheCluster', 'call'],
  ['elasticache:CacheNodeType', 'elasticache:DeleteCacheCluster', 'resource'],
  ['rds:db-tag/team', 'rds:StopDBInstance', 'resource'],
  ['rds:req-tag/team', 'rds:CreateDBInstance', 'call'],
  ['aws:SourceArn', 'sns:Publish', 'service'],
  ['aws:RequestedRegion', 'ec2:RunInstances', 'way'],
  ['aws:PrincipalTag/team', 's3:GetObject', 'caller'],
  ['aws:ResourceAccount', 's3:GetObject', 'resource'],
];

describe('the owner of a key for an operation', () => {
  it.each(TABLE.map(([key, action, owner, resource = null]) => ({ key, action, owner, resource })))(
    '$key of $action is $owner',
    ({ key, action, owner, resource }) => {
      expect(ownerOfKey(key, action, resource).owner).toBe(owner);
      expect(ownerOfKey(key.toUpperCase(), action.toUpperCase(), resource).owner).toBe(owner);
    },
  );
});
