import { describe, expect, it } from 'vitest';
import { detailsIn } from '../../src/gather/authorization-record/record-details.ts';
import { gather } from '../../src/gather/gather.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { Facts } from '../../src/model/facts.ts';
import type { Question } from '../../src/model/question.ts';
import { NOTHING_GIVEN, QUESTIONS, question, SESSION } from './questions.ts';
import { allow, CALLER, DECODED, DETAILS_OF_DENIAL, OUTER, OWNER, ROOT, type WorldFile, worldFile } from './world.ts';

function facts(asked: Question | undefined, change?: (file: WorldFile) => void): Promise<Facts> {
  if (asked === undefined) throw new Error('no question');
  return gather(asked, snapshotReader(openSnapshot(worldFile(change))), NOTHING_GIVEN);
}

const ENCODED = QUESTIONS['the message is encoded'];
const NAMED = QUESTIONS['an authorization id is named'];
const GET = question(SESSION, 's3:GetObject', 'arn:aws:s3:::artifacts/a', { authorizationId: 'authz-1' });

/** Nobody may read the organization. */
function withoutOrganization(file: WorldFile): void {
  file.organizations = {};
  delete file.accounts[CALLER].organizationId;
  delete file.accounts[OWNER].organizationId;
}

describe('a decoded message', () => {
  it('tells who was denied what, and the keys of the request', async () => {
    const { record } = await facts(ENCODED);
    expect(record).toEqual({
      status: 'known',
      value: {
        source: 'decoded-message',
        explicitDeny: true,
        principalArn: SESSION,
        principalId: DECODED.context.principal.id,
        action: 'ec2:StopInstances',
        resource: DECODED.context.resource,
        context: { 'aws:Region': ['eu-west-1'], 'aws:userid': [DECODED.context.principal.id] },
        matchedStatements: DECODED.matchedStatements.items,
        raw: DECODED,
      },
    });
  });

  it('names the caller where the text does not', async () => {
    const found = await facts(QUESTIONS['only a message is there']);
    expect(found).toMatchObject({ principal: { arn: SESSION }, principalFrom: 'record' });
    expect(found.callerEntity).toMatchObject({ status: 'known', value: { path: '/teams/red/' } });
  });

  it('that may not be decoded is unknown, and says what would decode it', async () => {
    const { record, principalFrom } = await facts(QUESTIONS['only a message is there'], (file) => {
      file['decodedMessages'] = {};
      file['unreadable'] = [
        { account: CALLER, call: 'sts:DecodeAuthorizationMessage', on: CALLER, code: 'AccessDenied' },
      ];
    });
    expect(record).toMatchObject({
      status: 'unreadable',
      gap: { permission: 'sts:DecodeAuthorizationMessage', who: 'account-admin' },
    });
    expect(principalFrom).toBe('current-identity');
  });

  it.each([['no JSON'], [{}], [{ context: [] }]])('that is none is unknown: %j', async (decoded) => {
    const { record } = await facts(ENCODED, (file) => {
      file['decodedMessages'] = { encoded: decoded };
    });
    expect(record).toMatchObject({ status: 'unreadable', gap: { code: 'MalformedAnswer' } });
  });

  it('with a value that cannot be read leaves the key unknown, not shorter', async () => {
    const { record } = await facts(ENCODED, (file) => {
      file['decodedMessages'].encoded.context.conditions.items[0].values.items.push({ value: { strange: true } });
    });
    expect(record).toMatchObject({ status: 'known' });
    expect(Object.keys(record.status === 'known' ? record.value.context : {})).toEqual(['aws:userid']);
  });
});

describe("AWS's record of a denial", () => {
  it('tells the keys, the effect and the caller', async () => {
    const { record } = await facts(NAMED);
    expect(record).toMatchObject({
      status: 'known',
      value: {
        source: 'authorization-id',
        explicitDeny: false,
        action: 's3:GetObject',
        context: { 'aws:SourceVpce': ['vpce-1'] },
      },
    });
  });

  it('shows session and endpoint policies, which nobody else can', async () => {
    const { policies } = await facts(NAMED);
    expect(policies.session).toMatchObject({
      status: 'known',
      value: [
        { gaps: [], policies: [{ ref: { kind: 'session', arn: null }, document: { value: allow('s3:GetObject') } }] },
      ],
    });
    expect(policies.endpoint).toMatchObject({
      status: 'known',
      value: [{ id: 'vpce-1', policies: [{ ref: { kind: 'endpoint' } }] }],
    });
  });

  it('does not replace what was read', async () => {
    const { policies } = await facts(NAMED);
    expect(policies.scp).toMatchObject({ status: 'known', value: [{ id: ROOT }, { id: OUTER }, {}, {}] });
  });

  it('shows guardrails of an unread organization; their gap stays in every level', async () => {
    const { policies } = await facts(NAMED, withoutOrganization);
    for (const [layer, place] of [
      ['scp', OUTER],
      ['rcp', ROOT],
    ] as const)
      expect(policies[layer]).toMatchObject({
        status: 'known',
        value: [
          { id: 'unread', policies: [], gaps: [{ permission: 'organizations:DescribeOrganization', layer }] },
          { id: place, policies: [{ document: { status: 'known' } }], gaps: [{ layer }] },
        ],
      });
  });

  it('puts guardrails of an unnamed place on one level, so that none is missed as a level of its own', async () => {
    const { policies } = await facts(NAMED, (file) => {
      withoutOrganization(file);
      const [details] = file['reads'];
      const scp = details.answer.policies[2];
      details.answer.policies = [
        { ...scp, attachedTo: [] },
        { ...details.answer.policies[3], type: scp.type, attachedTo: undefined },
      ];
    });
    expect(policies.scp).toMatchObject({
      value: [{ id: 'unread' }, { id: "AWS's record", policies: [{}, {}], gaps: [{ layer: 'scp' }] }],
    });
  });

  it('whose policies may not be read has them without a document', async () => {
    const { policies } = await facts(NAMED, (file) => {
      file['reads'] = file['reads'].slice(0, 1);
    });
    expect(policies.session).toMatchObject({
      status: 'known',
      value: [
        {
          policies: [{ document: { status: 'unreadable', gap: { permission: 'iam:GetRequestAuthorizationPolicy' } } }],
        },
      ],
    });
  });

  it('that may not be read leaves everything as unknown as before', async () => {
    const { record, policies } = await facts(NAMED, (file) => {
      file['reads'] = [];
      withoutOrganization(file);
    });
    expect(record).toMatchObject({
      status: 'unreadable',
      gap: { permission: 'iam:GetRequestAuthorizationDetails', code: 'NotInSnapshot' },
    });
    expect(policies.session).toMatchObject({ status: 'unreadable', gap: { toPass: 'session-policy' } });
    expect(policies.endpoint).toMatchObject({ status: 'unreadable', gap: { toPass: 'endpoint-policy' } });
    expect(policies.scp.status).toBe('unreadable');
  });

  it('is preferred to a decoded message, which stands in where it may not be read', async () => {
    const both = { ...GET, encodedMessage: 'encoded' };
    expect((await facts(both)).record).toMatchObject({ value: { source: 'authorization-id' } });
    const refused = await facts(both, (file) => {
      file['reads'] = [];
    });
    expect(refused.record).toMatchObject({ value: { source: 'decoded-message' } });
  });

  it('is absent where the text names none', async () => {
    expect((await facts(question(SESSION, 's3:GetObject', null))).record.status).toBe('absent');
  });

  it('tells the owner of a resource whose ARN does not', async () => {
    const { resourceAccount } = await facts(NAMED, (file) => {
      file.accounts[OWNER].resourcePolicies = {};
      file['reads'][0].answer.requestContext['aws:ResourceAccount'] = OWNER;
    });
    expect(resourceAccount).toBe(OWNER);
  });
});

describe('the evaluations of a record', () => {
  const evaluation = (action: string, resource: string, evaluatedEffect: string, context: object = {}) => ({
    action,
    resource,
    evaluatedEffect,
    context,
  });
  const evaluations = [
    evaluation('ec2:RunInstances', 'arn:aws:ec2:::subnet/s', 'ALLOW', { 'ec2:Vpc': 'v-1' }),
    evaluation('ec2:RunInstances', 'arn:aws:ec2:::image/a', 'IMPLICIT_DENY', { 'ec2:Owner': 'amazon' }),
    evaluation('ec2:RunInstances', 'arn:aws:ec2:::image/b', 'EXPLICIT_DENY', {
      'ec2:Owner': ['self'],
      'ec2:Public': false,
    }),
    evaluation('iam:PassRole', 'arn:aws:iam::111122223333:role/x', 'EXPLICIT_DENY', {}),
  ];
  const output = { ...DETAILS_OF_DENIAL, evaluations, policies: [] };
  const read = (action: string | null, resource: string | null) => detailsIn(output, { action, resource })?.record;

  it('that counts is the denied one of the action and the resource', () => {
    expect(read('ec2:runinstances', 'arn:aws:ec2:::image/b')).toMatchObject({
      explicitDeny: true,
      context: { 'ec2:Owner': ['self'], 'ec2:Public': ['false'], 'aws:SourceVpce': ['vpce-1'] },
    });
    expect(read('ec2:RunInstances', null)).toMatchObject({ explicitDeny: false, context: { 'ec2:Owner': ['amazon'] } });
    expect(read(null, null)).toMatchObject({ resource: 'arn:aws:ec2:::image/a' });
  });

  it('of other actions say nothing but what the whole request shares', () => {
    expect(read('ec2:CreateTags', null)).toMatchObject({
      explicitDeny: null,
      action: null,
      resource: null,
      context: { 'aws:SourceVpce': ['vpce-1'] },
    });
  });

  it.each([
    [{}],
    [{ evaluations: [] }],
    [{ evaluations: ['x'] }],
    [{ evaluations, policies: [7] }],
    [{ evaluations, policies: [{ type: 'SESSION_POLICY' }] }],
  ])('of a malformed answer are unknown: %j', (answer) => {
    expect(detailsIn(answer, { action: null, resource: null })).toBeUndefined();
  });

  it('with a value that is no plain one leave its key unknown', () => {
    const strange = [
      evaluation('s3:GetObject', 'r', 'IMPLICIT_DENY', { 'a:B': ['x', { y: 1 }], 'a:C': null, 'a:D': 7 }),
    ];
    const found = detailsIn({ evaluations: strange }, { action: 's3:GetObject', resource: 'r' });
    expect(found?.record.context).toEqual({ 'a:D': ['7'] });
  });
});
