import { describe, expect, it } from 'vitest';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { CALLER, only, RECORD, TARGET } from './cloudtrail-record.ts';

describe('a CloudTrail record', () => {
  const withFields = (more: Readonly<Record<string, unknown>>) => only(JSON.stringify({ ...RECORD, ...more }));

  it('states the condition keys of the request', () => {
    expect(only(JSON.stringify(RECORD)).sent).toEqual({
      'aws:userid': ['AROAEXAMPLEAPP:fn'],
      'aws:TokenIssueTime': ['2026-06-01T09:00:00Z'],
      'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/team/app'],
      'aws:MultiFactorAuthPresent': ['true'],
      'sts:ExternalId': ['shop'],
      'sts:RoleSessionName': ['s'],
    });
  });

  it.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, readonly string[]>>]>([
    ['TLS', { tlsDetails: { tlsVersion: 'TLSv1.3' } }, { 'aws:SecureTransport': ['true'] }],
    [
      'tags as a list',
      { requestParameters: { tags: [{ key: 'team', value: 'x' }] } },
      { 'aws:RequestTag/team': ['x'], 'aws:TagKeys': ['team'] },
    ],
    [
      'tags as a map',
      { requestParameters: { tags: { team: 'x' } } },
      { 'aws:RequestTag/team': ['x'], 'aws:TagKeys': ['team'] },
    ],
    [
      'the account of the resource',
      { resources: [{ ARN: TARGET, accountId: '444455556666' }] },
      { 'aws:ResourceAccount': ['444455556666'] },
    ],
    [
      'a call passed on by a service',
      {
        userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ana', invokedBy: 'athena.amazonaws.com' },
      },
      { 'aws:ViaAWSService': ['true'], 'aws:CalledViaLast': ['athena.amazonaws.com'] },
    ],
    [
      'a call of KMS passed on by a service that KMS knows',
      {
        eventSource: 'kms.amazonaws.com',
        eventName: 'Decrypt',
        userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ana', invokedBy: 's3.amazonaws.com' },
      },
      { 'aws:ViaAWSService': ['true'], 'kms:ViaService': ['s3.eu-west-1.amazonaws.com'] },
    ],
    [
      'the program that called',
      { userAgent: 'Boto3/1.34 md/Botocore' },
      { 'aws:UserAgent': ['Boto3/1.34 md/Botocore'] },
    ],
    [
      'the header of an upload',
      {
        eventSource: 's3.amazonaws.com',
        eventName: 'PutObject',
        requestParameters: { bucketName: 'bucket', key: 'k', 'x-amz-server-side-encryption': 'aws:kms' },
      },
      { 's3:x-amz-server-side-encryption': ['aws:kms'] },
    ],
    [
      'an encryption context',
      {
        eventSource: 'kms.amazonaws.com',
        eventName: 'Decrypt',
        requestParameters: { encryptionContext: { app: 'shop' } },
      },
      { 'kms:EncryptionContext:app': ['shop'], 'kms:EncryptionContextKeys': ['app'] },
    ],
  ])('states %s', (_, more, keys) => {
    expect(withFields(more).sent).toMatchObject(keys);
  });

  it.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, readonly string[]>>]>([
    [
      'a tag without a value',
      { tags: [{ key: 'team' }, { key: 'env', value: 'x' }] },
      { 'aws:RequestTag/env': ['x'], 'aws:TagKeys': ['team', 'env'] },
    ],
    [
      'a tag whose value is hidden',
      { tags: [{ key: 'team', value: 'HIDDEN_DUE_TO_SECURITY_REASONS' }] },
      { 'aws:TagKeys': ['team'] },
    ],
    [
      'tags of which one has no key',
      { tags: [{ value: 'x' }, { key: 'env', value: 'x' }] },
      { 'aws:RequestTag/env': ['x'] },
    ],
    ['all tags hidden', { tags: 'HIDDEN_DUE_TO_SECURITY_REASONS' }, {}],
    ['what is not a map of tags', { tagging: { xmlns: 'http://x', TagSet: { Tag: [] } } }, {}],
  ])('states of tags only what it says: %s', (_, requestParameters, keys) => {
    const { sent } = withFields({ requestParameters });
    const ofTags = Object.entries(sent ?? {}).filter(([key]) => /^aws:(RequestTag|TagKeys)/.test(key));
    expect(sent).toHaveProperty('aws:userid');
    expect(Object.fromEntries(ofTags)).toEqual(keys);
  });

  describe('that is cut off', () => {
    const record = JSON.stringify({
      ...RECORD,
      requestParameters: {
        roleSessionName: 'nightly',
        transitiveTagKeys: ['team', 'cost'],
        tags: [
          { key: 'team', value: 'platform' },
          { key: 'env', value: 'production' },
        ],
        externalId: 'shop-of-ana',
      },
    });
    const upTo = (end: string) => record.slice(0, record.indexOf(end) + end.length);

    it.each([
      ['in a value', 'night', []],
      ['in a list', '"cost"', ['sts:RoleSessionName']],
      ['in a list of tags', '"platform"},', ['sts:RoleSessionName', 'sts:TransitiveTagKeys']],
      [
        'in the value behind the tags',
        'shop-of',
        ['sts:RoleSessionName', 'sts:TransitiveTagKeys', 'aws:RequestTag/team', 'aws:RequestTag/env', 'aws:TagKeys'],
      ],
    ])('states what is complete: %s', (_, end, complete) => {
      const { sent = {} } = only(upTo(end));
      const whole = only(record).sent;
      const ofCall = Object.keys(sent).filter((key) => /^(sts:|aws:(RequestTag|TagKeys))/.test(key));
      expect(ofCall.toSorted()).toEqual(complete.toSorted());
      expect(whole).toMatchObject(sent);
      expect(sent).toHaveProperty('aws:PrincipalArn');
    });

    it('states no encryption context of which a part may be missing', () => {
      const kms = JSON.stringify({
        ...RECORD,
        eventSource: 'kms.amazonaws.com',
        eventName: 'Decrypt',
        requestParameters: { encryptionContext: { app: 'shop', env: 'production' } },
      });
      expect(Object.keys(only(kms.slice(0, kms.indexOf(',"env"'))).sent ?? {})).toEqual([
        'aws:userid',
        'aws:TokenIssueTime',
        'aws:PrincipalArn',
        'aws:MultiFactorAuthPresent',
      ]);
    });
  });

  it.each(['console.amazonaws.com', 'AWS Internal', '[aws-cli/1.18]', 'x'.repeat(1_024)])(
    'states no program where a service, a bracket or a cut takes its place: %.20s',
    (userAgent) => {
      expect(withFields({ userAgent }).sent).not.toHaveProperty('aws:UserAgent');
    },
  );

  it('states nothing by mfaAuthenticated: false, which may mean that the key is missing', () => {
    const text = JSON.stringify(RECORD).replace('"mfaAuthenticated":"true"', '"mfaAuthenticated":"false"');
    expect(only(text).sent).not.toHaveProperty('aws:MultiFactorAuthPresent');
  });

  it('states the claims of a token', () => {
    const provider = 'arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com';
    const subject = 'repo:acme/shop:ref:refs/heads/main';
    const userIdentity = {
      type: 'WebIdentityUser',
      principalId: `${provider}:sts.amazonaws.com:${subject}`,
      userName: subject,
      identityProvider: provider,
    };
    expect(withFields({ userIdentity, eventName: 'AssumeRoleWithWebIdentity' })).toMatchObject({
      callerName: provider,
      sent: {
        'token.actions.githubusercontent.com:sub': [subject],
        'token.actions.githubusercontent.com:aud': ['sts.amazonaws.com'],
      },
    });
  });

  it('names a service that calls for itself', () => {
    expect(
      withFields({ userIdentity: { type: 'AWSService', invokedBy: 'delivery.logs.amazonaws.com' } }),
    ).toMatchObject({
      caller: null,
      callerName: 'delivery.logs.amazonaws.com',
    });
  });

  it.each<[string, string, Readonly<Record<string, unknown>>, readonly string[]]>([
    [
      's3',
      'GetObject',
      { bucketName: 'bucket', key: 'a/b.txt' },
      ['arn:aws:s3:::bucket/a/b.txt', 'arn:aws:s3:::bucket'],
    ],
    ['s3', 'ListObjects', { bucketName: 'bucket', prefix: 'a/' }, ['arn:aws:s3:::bucket']],
    [
      'iam',
      'AttachRolePolicy',
      { roleName: 'app', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      ['role app', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
    ],
    [
      'sqs',
      'SendMessage',
      { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders' },
      ['arn:aws:sqs:eu-west-1:111122223333:orders'],
    ],
    ['dynamodb', 'GetItem', { tableName: 'orders' }, ['orders']],
    [
      'lambda',
      'CreateFunction20150331',
      { role: 'arn:aws:iam::111122223333:role/fn' },
      ['arn:aws:iam::111122223333:role/fn'],
    ],
  ])('names what a call of %s is about: %s', (service, eventName, requestParameters, values) => {
    const denial = withFields({ eventSource: `${service}.amazonaws.com`, eventName, requestParameters });
    expect(denial.nearby?.map(({ value }) => value)).toEqual(values);
  });

  it('is a denial by its message where its code is any', () => {
    const record = { ...RECORD, eventSource: 'ecs.amazonaws.com', eventName: 'RegisterTaskDefinition' };
    const denied = { ...record, errorCode: 'ClientException', errorMessage: 'Cross-account pass role is not allowed.' };
    expect(only(JSON.stringify(denied))).toMatchObject({
      action: 'iam:PassRole',
      operation: 'RegisterTaskDefinition',
      caller: CALLER,
    });
    expect(parseDenials(JSON.stringify({ ...denied, errorMessage: 'No container definition was given.' }))).toEqual([]);
  });

  it('through a VPC endpoint whose policy denies it names that policy', () => {
    const denial = withFields({
      errorCode: 'VpceAccessDenied',
      errorMessage: 'The request was denied due to a VPC endpoint policy',
    });
    expect(denial.reason).toMatchObject({ layer: 'endpoint' });
  });
});
