import { describe, expect, it } from 'vitest';
import { findCauses } from '../../src/causes/find-causes.ts';
import { draftRemedies } from '../../src/fix/draft-remedies.ts';
import type { Fix } from '../../src/model/diagnosis.ts';
import { ownerOfKey } from '../../src/reference/keys/key-owner.ts';
import { serviceFacts, serviceIndex } from '../../src/reference/service-facts.ts';
import { render } from '../../src/report/render.ts';
import { assume, byService, onlyIf, service } from '../cases/tables/assuming.ts';
import { caseOf, diagnoseSituation, type Situation } from '../cases/tables/cause-case.ts';
import { type Asked, denying, only } from '../cases/tables/place.ts';
import { HOME, type Json } from '../cases/tables/world.ts';

/** An identity policy allows it under one condition, and AWS says that none does. */
function allowedIf(operator: string, key: string, value: string, asked: Asked): Situation {
  const condition = { [operator]: { [key]: value } };
  const statement = { Effect: 'Allow', Action: asked.action, Resource: '*', Condition: condition };
  const clause = ` because no identity-based policy allows the ${asked.action} action`;
  return only('identity', [statement], asked, { clause, parts: { resources: {}, bucketAccount: HOME } });
}

const KEY = `arn:aws:kms:eu-west-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const QUEUE = `arn:aws:sqs:eu-west-1:${HOME}:jobs`;
const VOLUME = `arn:aws:ec2:eu-west-1:${HOME}:volume/*`;
const INSTANCE = `arn:aws:ec2:eu-west-1:${HOME}:instance/i-0abc`;
const ROLE = `arn:aws:iam::${HOME}:role/target`;
const EDGE = `arn:aws:iam::${HOME}:policy/edge`;

async function fixOf(situation: Situation): Promise<Fix | undefined> {
  const { causes } = await diagnoseSituation(situation);
  return causes.map(({ fix }) => fix).find((fix) => fix !== null);
}

/** Key, value, action, resource, and what is said; nothing is sent. */
const NEVER_SENT: readonly (readonly [string, string, string, string, RegExp])[] = [
  ['kms:KeyOrigin', 'AWS_KMS', 'kms:Decrypt', KEY, /a resource whose kms:KeyOrigin is AWS_KMS/],
  ['ec2:InstanceType', 't3.micro', 'ec2:StopInstances', INSTANCE, /a resource whose ec2:InstanceType is t3.micro/],
  ['ec2:Encrypted', 'true', 'ec2:AttachVolume', VOLUME, /a resource whose ec2:Encrypted is true/],
  ['iam:PermissionsBoundary', EDGE, 'iam:PutRolePolicy', ROLE, /^set the permissions boundary of the role target/],
  ['kms:CallerAccount', '444455556666', 'kms:Decrypt', KEY, /^add 111122223333 to the values of kms:CallerAccount/],
  ['kms:GrantOperations', 'Decrypt', 'kms:CreateGrant', KEY, /no caller can send kms:GrantOperations/],
  ['kms:GrantIsForAWSResource', 'true', 'kms:CreateGrant', KEY, /no caller can send kms:GrantIsForAWSResource/],
  ['ec2:CreateAction', 'RunInstances', 'ec2:CreateTags', INSTANCE, /no caller can send ec2:CreateAction/],
  ['s3:signatureversion', 'AWS4-HMAC-SHA256', 's3:GetObject', 'arn:aws:s3:::b/k', /make the call so that s3:signature/],
];

/** Key, value, action, resource: the caller passes it. */
const SENT: readonly (readonly [string, string, string, string])[] = [
  ['ec2:InstanceType', 't3.micro', 'ec2:RunInstances', `arn:aws:ec2:eu-west-1:${HOME}:instance/*`],
  ['ec2:Encrypted', 'true', 'ec2:CreateVolume', VOLUME],
  ['iam:PermissionsBoundary', EDGE, 'iam:CreateRole', ROLE],
  ['kms:EncryptionContext:app', 'shop', 'kms:Decrypt', KEY],
  ['s3:prefix', 'home/', 's3:ListBucket', 'arn:aws:s3:::b'],
  ['s3:x-amz-acl', 'bucket-owner-full-control', 's3:PutObject', 'arn:aws:s3:::b/k'],
  ['aws:RequestTag/team', 'red', 'sqs:CreateQueue', `arn:aws:sqs:eu-west-1:${HOME}:jobs`],
];

describe('a key of a condition that nothing shows', () => {
  it.each(NEVER_SENT)('is not sent: %s=%s with %s', async (key, value, action, resource, says) => {
    const fix = await fixOf(allowedIf('StringEquals', key, value, { action, resource }));
    expect(fix?.request).toBe(undefined);
    expect(fix?.summary).toMatch(says);
  });

  it.each(SENT)('is sent: %s=%s with %s', async (key, value, action, resource) => {
    const fix = await fixOf(allowedIf('StringEquals', key, value, { action, resource }));
    expect(fix?.request?.context).toEqual({ [key]: [value] });
  });

  it('is sent as a number on the right side of a limit', async () => {
    const asked = { action: 's3:ListBucket', resource: 'arn:aws:s3:::b' };
    const fix = await fixOf(allowedIf('NumericLessThan', 's3:max-keys', '101', asked));
    expect(fix?.request?.context).toEqual({ 's3:max-keys': ['100'] });
  });
});

/** Condition of a Deny, action, resource, what the request has, and what to do. */
const MET_OTHERWISE: readonly (readonly [Json, string, string, Record<string, string>, RegExp])[] = [
  [
    { StringNotLike: { 'aws:RequestTag/cost': 'cc-*' } },
    'sqs:CreateQueue',
    QUEUE,
    { 'aws:RequestTag/cost': '17' },
    /^send a value for the tag cost that is like cc-\*$/,
  ],
  [
    { StringEquals: { 's3:x-amz-acl': ['public-read', 'public-read-write'] } },
    's3:PutObject',
    'arn:aws:s3:::b/k',
    { 's3:x-amz-acl': 'public-read' },
    /^send another value for s3:x-amz-acl than public-read or public-read-write, or none$/,
  ],
  [
    { Null: { 's3:x-amz-acl': 'false' } },
    's3:PutObject',
    'arn:aws:s3:::b/k',
    { 's3:x-amz-acl': 'public-read' },
    /^leave out s3:x-amz-acl in the call$/,
  ],
];

describe('a Deny of what the call sends', () => {
  it.each(MET_OTHERWISE)(
    'is met by another call, not by an exemption: %j',
    async (condition, action, resource, context, says) => {
      const given = { context: { 'aws:ResourceAccount': HOME, ...context } };
      const fix = await fixOf(
        denying('scp', { Action: action, Resource: '*', Condition: condition }, { action, resource }, { given }),
      );
      expect(fix).toMatchObject({ who: 'you', changes: [], summary: expect.stringMatching(says) });
    },
  );

  it('without a tag is met with the tag', async () => {
    const statement = {
      Action: 'sqs:CreateQueue',
      Resource: '*',
      Condition: { Null: { 'aws:RequestTag/cost': 'true' } },
    };
    const given = { missing: ['aws:RequestTag/cost'] };
    const fix = await fixOf(denying('scp', statement, { action: 'sqs:CreateQueue', resource: QUEUE }, { given }));
    expect(fix).toMatchObject({
      who: 'you',
      changes: [],
      check: 'allowed',
      summary: 'send the tag cost with the call',
    });
  });

  it('of a prefix is not met by another one, which would list something else', async () => {
    const statement = {
      Action: 's3:ListBucket',
      Resource: '*',
      Condition: { StringNotLike: { 's3:prefix': 'home/*' } },
    };
    const given = { context: { 's3:prefix': 'etc/', 'aws:ResourceAccount': HOME } };
    const fix = await fixOf(
      denying('scp', statement, { action: 's3:ListBucket', resource: 'arn:aws:s3:::b' }, { given }),
    );
    expect(fix?.summary).toMatch(/^exempt /);
  });
});

describe('what a report says to send', () => {
  const reportOf = async (condition: Json, given: NonNullable<Situation['given']>) => {
    const diagnosis = await diagnoseSituation(
      denying(
        'identity',
        { Action: '*', Resource: '*', Condition: condition },
        { action: 'sqs:SendMessage', resource: QUEUE },
        { given },
      ),
    );
    return render([diagnosis], 'text');
  };

  it('is no VPC endpoint, which the call goes through', async () => {
    const report = await reportOf(
      { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      { missing: ['aws:SourceVpce'] },
    );
    expect(report).toMatch(/make the call through vpce-0a1b2c3d/);
    expect(report).not.toMatch(/send aws:SourceVpce/);
  });

  it('is nothing where the owner of a policy decides, and there is no change to try', async () => {
    const report = await reportOf({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, {});
    expect(report.replace(/\s+/g, ' ')).toMatch(/not checked: there is no exact change to try; run denytrace again/);
  });
});

describe('a session tag', () => {
  const named = { StringEquals: { 'aws:RequestTag/kubernetes-namespace': 'shop' } };

  it('that EKS sets itself is not sent', async () => {
    const trust = service('lambda.amazonaws.com', { Condition: named });
    const found = [await fixOf(assume(onlyIf(named))), await fixOf(byService(trust))];
    expect(found.map((fix) => fix?.request)).toEqual([undefined, undefined]);
    expect(found[0]?.summary).toMatch(/no caller can send aws:RequestTag\/kubernetes-namespace/);
  });

  it('of the caller’s own is sent', async () => {
    const fix = await fixOf(assume(onlyIf({ StringEquals: { 'aws:RequestTag/team': 'shop' } })));
    expect(fix?.request?.context).toEqual({ 'aws:RequestTag/team': ['shop'] });
  });
});

it('MFA is not sent by a service, which has no device', async () => {
  const trust = service('lambda.amazonaws.com', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } });
  const fix = await fixOf(byService(trust));
  expect(fix?.request).toBe(undefined);
  expect(fix?.summary).toMatch(/^decide whether/);
});

describe('a value that nothing shows', () => {
  const asked = { action: 's3:ListBucket', resource: 'arn:aws:s3:::b' };
  const toPass = async (key: string) => {
    const { open } = await diagnoseSituation(allowedIf('StringEquals', key, 'x', asked));
    return open.filter(({ what }) => what.startsWith(key)).map((gap) => gap.toPass);
  };

  it.each(['aws:PrincipleOrgID', 's3:signatureversions'])(
    'is not asked for where no request has the key: %s',
    async (key) => {
      expect(await toPass(key)).toEqual([null]);
    },
  );

  it('is asked for where requests have the key', async () => {
    expect(await toPass('s3:prefix')).toEqual([{ key: 's3:prefix' }]);
  });

  it('is no question for a key of other actions', async () => {
    expect(await toPass('s3:x-amz-acl')).toEqual([]);
  });
});

/** Each key of AWS's data with the first and the last action that it is listed for. */
function pairs(): readonly (readonly [string, string])[] {
  const found = new Map<string, string[]>();
  for (const prefix of Object.keys(serviceIndex()?.services ?? {})) {
    const service = serviceFacts(prefix);
    for (const name of service?.actionNames ?? [])
      for (const key of service?.action(name)?.conditionKeys ?? [])
        found.set(key, [...(found.get(key) ?? []), `${prefix}:${name}`]);
  }
  return [...found].flatMap(([key, [first = '', ...others]]) => [
    [key, first] as const,
    [key, others.at(-1) ?? first] as const,
  ]);
}

it('no key of AWS’s data is sent that belongs to a resource or a service', async () => {
  const all = pairs();
  expect(all.length).toBeGreaterThan(2_000);
  const wrong: string[] = [];
  for (const [documented, action] of all.filter((_, index) => index % 5 === 0)) {
    const key = documented.replace(/\$\{[^}]*\}|<key>/g, 'x');
    const resource = `arn:aws:${action.split(':')[0]}:eu-west-1:${HOME}:thing/x`;
    const denialCase = await caseOf(allowedIf('StringEquals', key, 'value', { action, resource }));
    const { owner } = ownerOfKey(key, action, resource);
    for (const cause of findCauses(denialCase)) {
      const draft = draftRemedies(cause, denialCase);
      const sends = draft?.request != null && draft.setBeforehand !== true;
      if (sends && (owner === 'resource' || owner === 'service')) wrong.push(`${key} with ${action}`);
    }
  }
  expect(wrong).toEqual([]);
});
