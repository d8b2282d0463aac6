// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SnapshotFile } from '../../src/gather/snapshot/format.ts';
import { redactSnapshot } from '../../src/gather/snapshot/redact-snapshot.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { runs } from '../effort.ts';

/** Names of somebody's company, each in a place of its own. */
const PLANTED = [
  ...['acmesid', 'acmepolicyid', 'acmetagkey', 'acmetagvalue', 'acmesession', 'acmeexternal', 'acmebucket', 'acmekey'],
  ...['acmequeue', 'acmetopic', 'acmesecret', 'acmeparam', 'acmetable', 'acmeindex', 'acmefunction', 'acmealias'],
  ...['acmehost', 'acmewebhost', 'acmeuser', 'acmeissuer', 'acmeorg', 'acmerepo', 'acmesaml', 'acmecluster'],
  ...[
    'acmedescription',
    'acmeprofile',
    'acmecontext',
    'acmeprefix',
    'acmeendpoint',
    'acmeou',
    'acmerole',
    'acmeaudience',
  ],
  ...['198.51.100.77', '198.51.100.0/24', '2a05:d018:1:2::3', 'vpce-0abc1234abcd56789', 'vpc-0def5678abcd12345'],
  ...['1234abcd-12ab-34cd-56ef-1234567890ab', 'ABCDEF0123456789ABCDEF0123456789'],
];

const KMS_KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const EKS = 'oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF0123456789ABCDEF0123456789';

const DOCUMENT = {
  Version: '2012-10-17',
  Id: 'acmepolicyid',
  Statement: [
    {
      Sid: 'acmesid',
      Effect: 'Allow',
      Principal: {
        Federated: [
          'arn:aws:iam::111122223333:oidc-provider/acmeissuer.example.com',
          'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
          `arn:aws:iam::111122223333:oidc-provider/${EKS}`,
          'arn:aws:iam::111122223333:saml-provider/acmesaml',
        ],
        Service: 'lambda.amazonaws.com',
      },
      Action: ['s3:GetObject', 'sts:AssumeRoleWithWebIdentity'],
      Resource: [
        'arn:aws:s3:::acmebucket/acmekey/${aws:PrincipalTag/acmetagkey}/*',
        'arn:aws:sqs:eu-west-1:111122223333:acmequeue',
        'arn:aws:sns:eu-west-1:111122223333:acmetopic',
        'arn:aws:secretsmanager:eu-west-1:111122223333:secret:acmesecret-AbCdEf',
        'arn:aws:ssm:eu-west-1:111122223333:parameter/acmeparam/x',
        'arn:aws:dynamodb:eu-west-1:111122223333:table/acmetable/index/acmeindex',
        'arn:aws:lambda:eu-west-1:111122223333:function:acmefunction',
        'arn:aws:kms:eu-west-1:111122223333:alias/acmealias',
        KMS_KEY,
      ],
      Condition: {
        StringEquals: {
          'aws:PrincipalTag/acmetagkey': 'acmetagvalue',
          'sts:ExternalId': 'acmeexternal',
          'aws:SourceVpce': 'vpce-0abc1234abcd56789',
          'aws:SourceVpc': 'vpc-0def5678abcd12345',
          'acmeissuer.example.com:aud': 'acmeaudience',
          'acmeissuer.example.com:sub': 'acmeuser',
          'token.actions.githubusercontent.com:sub': 'repo:acmeorg/acmerepo:ref:refs/heads/main',
          [`${EKS}:sub`]: 'system:serviceaccount:acmecluster:acmerole',
          'kms:EncryptionContext:acmecontext': 'acmecontext',
          'kms:ViaService': 's3.eu-west-1.amazonaws.com',
          'aws:RequestedRegion': 'eu-west-1',
        },
        StringLike: { 's3:prefix': 'acmeprefix/*' },
        IpAddress: { 'aws:SourceIp': ['198.51.100.0/24', '2a05:d018:1:2::3'] },
      },
    },
  ],
};

const TEXT = `Nov 24 11:58:00 acmehost sshd[7]: acmeuser@acmewebhost: User: arn:aws:sts::111122223333:assumed-role/acmerole/acmesession is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::acmebucket/acmekey because no identity-based policy allows the s3:GetObject action
see https://acmewebhost.example.com/acmekey and https://acmebucket.s3.eu-west-1.amazonaws.com/acmekey from 198.51.100.77
{"requestParameters": {"externalId": "acmeexternal", "bucketName": "acmebucket"}, "sourceIPAddress": "198.51.100.77", "vpcEndpointId": "vpce-0abc1234abcd56789"}`;

const FILE: SnapshotFile = {
  denytrace: 'snapshot/1',
  scope: 'request',
  accounts: {
    '111122223333': {
      authorizationDetails: {
        RoleDetailList: [
          {
            Arn: 'arn:aws:iam::111122223333:role/acmerole',
            RoleName: 'acmerole',
            Description: 'acmedescription of it',
            Tags: [{ Key: 'acmetagkey', Value: 'acmetagvalue' }],
            AssumeRolePolicyDocument: DOCUMENT,
          },
        ],
      },
      resourcePolicies: { 'arn:aws:s3:::acmebucket': DOCUMENT },
      oidcProviders: {
        'arn:aws:iam::111122223333:oidc-provider/acmeissuer.example.com': {
          Url: 'acmeissuer.example.com',
          ClientIDList: ['acmeaudience'],
        },
      },
    },
  },
  decodedMessages: {
    [`${'aB3xY7'.repeat(20)}`]: {
      allowed: false,
      matchedStatements: { items: [{ statementId: 'acmesid', actions: { items: [{ value: 'ec2:StopInstances' }] } }] },
      context: { conditions: { items: [{ key: 'aws:Region', values: { items: [{ value: 'eu-west-3' }] } }] } },
    },
  },
  incident: {
    text: TEXT,
    context: {
      'sts:ExternalId': 'acmeexternal',
      'aws:PrincipalTag/acmetagkey': 'acmetagvalue',
      'aws:SourceIp': '198.51.100.77',
    },
    options: {
      externalId: 'acmeexternal',
      missing: ['aws:PrincipalTag/acmetagkey', 'acmeissuer.example.com:sub'],
      resourcePolicy: DOCUMENT,
      environment: { AWS_PROFILE: 'acmeprofile', GITHUB_REPOSITORY: 'acmeorg/acmerepo', GITHUB_EVENT_NAME: 'push' },
    },
  },
};

const redacted = redactSnapshot(FILE, { names: true });
const printed = JSON.stringify(redacted);

describe('with names', () => {
  it.each(PLANTED)('nothing shows %s', (name) => {
    expect(printed.toLowerCase()).not.toContain(name.toLowerCase());
  });

  it.each([
    ...[
      's3:GetObject',
      'sts:AssumeRoleWithWebIdentity',
      'lambda.amazonaws.com',
      's3.eu-west-1.amazonaws.com',
      'eu-west-1',
    ],
    ...[
      'token.actions.githubusercontent.com:sub',
      'repo:',
      ':ref:refs/heads/main',
      'system:serviceaccount:',
      '.com:aud',
    ],
    ...[
      'oidc.eks.eu-west-1.amazonaws.com/id/',
      'aws:PrincipalTag/',
      'sts:ExternalId',
      'IpAddress',
      'GITHUB_EVENT_NAME":"push',
    ],
    ...['ec2:StopInstances', '"key":"aws:Region"', 'eu-west-3'],
    ...['secret:', 'parameter/', '/index/', 'function:', 'alias/', 'vpce-', 'because no identity-based policy allows'],
  ])('what everybody knows stays: %s', (word) => {
    expect(printed).toContain(word);
  });

  it('one thing has one stand-in wherever it is', () => {
    const given = redacted.incident?.options['externalId'];
    expect(redacted.incident?.context['sts:ExternalId']).toBe(given);
    expect(redacted.incident?.text).toContain(`"externalId": "${String(given)}"`);
    expect(printed.split(`"sts:ExternalId":"${String(given)}"`)).toHaveLength(5);
    const [denial] = parseDenials(redacted.incident?.text ?? '');
    const [bucket = '', key = ''] = (denial?.resource ?? '').replace('arn:aws:s3:::', '').split('/');
    expect(printed).toContain(`arn:aws:s3:::${bucket}/${key}/\${aws:PrincipalTag/`);
    expect(redacted.incident?.text).toContain(`https://${bucket}.s3.eu-west-1.amazonaws.com/${key}`);
    expect(printed).toContain(`"arn:aws:s3:::${bucket}":{`);
  });

  it('the first level leaves them', () => {
    const first = JSON.stringify(redactSnapshot(FILE, { names: false }));
    for (const name of ['acmesid', 'acmetagkey', 'acmebucket', '198.51.100.77', 'acmeissuer', 'acmeexternal'])
      expect(first).toContain(name);
    expect(first).not.toContain('acmesession');
  });

  it('redacting again changes no form', () => {
    expect(() => redactSnapshot(redacted, { names: true })).not.toThrow();
  });
});

describe('an address', () => {
  const isIn = (address: string, range: string) => {
    const [network = '', length = '32'] = range.split('/');
    const bits = (text: string) =>
      text
        .split('.')
        .map((byte) => Number(byte).toString(2).padStart(8, '0'))
        .join('');
    return bits(address).startsWith(bits(network).slice(0, Number(length)));
  };
  const byte = fc.integer({ min: 0, max: 255 });
  const addresses = fc.array(
    fc.tuple(fc.constantFrom(10, 172, 192, 203, 52), fc.constantFrom(0, 16, 31, 168, 99), byte, byte),
    { minLength: 1, maxLength: 6 },
  );

  it('is in the same ranges as before, and private ones stay private', () => {
    fc.assert(
      fc.property(addresses, fc.integer({ min: 0, max: 32 }), (list, length) => {
        const texts = list.map((bytes) => bytes.join('.'));
        const [first = ''] = texts;
        const network = first
          .split('.')
          .map((part, index) => Number(part) & ~(255 >> Math.min(8, Math.max(0, length - 8 * index))))
          .join('.');
        const all = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', `${network}/${length}`];
        const context = { 'aws:SourceIp': texts, 'aws:VpcSourceIp': all };
        const file: SnapshotFile = {
          denytrace: 'snapshot/1',
          scope: 'request',
          incident: { text: 'x', context, options: {} },
        };
        const after = redactSnapshot(file, { names: true }).incident?.context ?? {};
        const [mapped, ranges] = [after['aws:SourceIp'] ?? [], after['aws:VpcSourceIp'] ?? []].map((value) =>
          [value].flat(),
        );
        for (const [index, text] of texts.entries())
          for (const [at, range] of all.entries())
            expect(isIn(mapped?.[index] ?? '', ranges?.[at] ?? '')).toBe(isIn(text, range));
        expect(ranges?.slice(0, 3)).toEqual(all.slice(0, 3));
      }),
      { numRuns: runs(200, 5_000) },
    );
  });
});
