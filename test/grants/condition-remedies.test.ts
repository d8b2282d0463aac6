import { describe, expect, it } from 'vitest';
import type { Diagnosis, Fix } from '../../src/model/diagnosis.ts';
import type { Layer } from '../../src/model/layer.ts';
import { getPointer } from '../../src/policy/pointer.ts';
import { KEY, KEY_TO_ACCOUNT } from '../cases/tables/asked.ts';
import { assume, byService, onlyIf, service } from '../cases/tables/assuming.ts';
import { diagnoseSituation, type Situation } from '../cases/tables/cause-case.ts';
import { type Asked, only, queue } from '../cases/tables/place.ts';
import { HOME, type Json, ORGANIZATION } from '../cases/tables/world.ts';
import { LIST, ROWS, type Row } from './condition-rows.ts';

const LAYERS = ['identity', 'boundary', 'session', 'scp', 'endpoint'] as const satisfies readonly Layer[];

async function mendedIn(layer: (typeof LAYERS)[number], row: Row): Promise<Fix | undefined> {
  const { condition, context = {}, asked = queue() } = row;
  const principal = layer === 'endpoint' ? { Principal: '*' } : {};
  const statement = { Effect: 'Allow', ...principal, Action: asked.action, Resource: '*', Condition: condition };
  const resources = asked === KEY ? KEY_TO_ACCOUNT : { resources: {} };
  const more = layer === 'identity' ? { parts: resources } : {};
  return fixOf(await diagnoseSituation(only(layer, [statement], asked, { given: { context }, ...more })));
}

function fixOf({ causes }: Diagnosis): Fix | undefined {
  return causes.map(({ fix }) => fix).find((fix) => fix !== null);
}

/** The Condition of the statement in the new document. */
function conditionAfter(fix: Fix | undefined): unknown {
  const document = fix?.documents[0]?.document;
  return getPointer(document, '/Statement/0/Condition') ?? getPointer(document, '/Statement/Condition');
}

describe.each(LAYERS)('a condition of the %s layer that does not hold', (layer) => {
  it.each(ROWS)('is mended where it stands: $name', async (row) => {
    const fix = await mendedIn(layer, row);
    expect(fix?.check).toBe('allowed');
    expect(fix?.changes.every(({ pointer }) => /^\/Statement\/0\/Condition\//.test(pointer))).toBe(true);
    expect(conditionAfter(fix)).toEqual(row.mended);
  });
});

describe.each(['identity', 'boundary', 'session', 'scp'] as const)(
  'a region in a statement of the %s layer',
  (layer) => {
    it('is allowed for the denied action alone, where the statement is about others too', async () => {
      const condition = { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } };
      const wide = { Effect: 'Allow', Action: 'sqs:*', Resource: '*', Condition: condition };
      const more = layer === 'identity' ? { parts: { resources: {} } } : {};
      const given = { context: { 'aws:RequestedRegion': 'eu-west-1' } };
      const fix = fixOf(await diagnoseSituation(only(layer, [wide], queue(), { given, ...more })));
      expect(fix?.check).toBe('allowed');
      const added = JSON.stringify(fix?.changes.map(({ after }) => after));
      expect(added).toMatch(/"Action":"sqs:SendMessage".*"StringEquals":\{"aws:RequestedRegion":"eu-west-1"\}/);
      expect(added).not.toContain('sqs:*');
    });
  },
);

/** Trust policies, whose conditions have causes of their own. */
const TRUST: readonly (readonly [name: string, situation: Situation, mended: Json])[] = [
  [
    'the organization that the account is in now',
    assume(onlyIf({ StringEquals: { 'aws:PrincipalOrgID': 'o-oldoldold1' } }, '*')),
    { StringEquals: { 'aws:PrincipalOrgID': ['o-oldoldold1', ORGANIZATION] } },
  ],
  [
    'an external id for which a pattern was meant',
    assume(onlyIf({ StringEquals: { 'sts:ExternalId': 'partner-*' } }), { given: { externalId: 'partner-7' } }),
    { StringLike: { 'sts:ExternalId': 'partner-*' } },
  ],
  [
    'the session name that was sent, where only a pattern is allowed',
    assume(onlyIf({ StringLike: { 'sts:RoleSessionName': 'ci-*' } }), {
      given: { context: { 'sts:RoleSessionName': 'deploy' } },
    }),
    { StringLike: { 'sts:RoleSessionName': ['ci-*', 'deploy'] } },
  ],
  [
    'the time of the call',
    assume(onlyIf({ DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } })),
    { DateLessThan: { 'aws:CurrentTime': ['2026-01-01T00:00:00Z', '2026-11-26T00:00:00Z'] } },
  ],
  [
    'the account for which the service calls',
    byService(
      service('lambda.amazonaws.com', { Condition: { StringEquals: { 'aws:SourceAccount': '999900001111' } } }),
      {
        given: { context: { 'aws:SourceAccount': HOME } },
      },
    ),
    { StringEquals: { 'aws:SourceAccount': ['999900001111', HOME] } },
  ],
];

describe('a condition of a trust policy that does not hold', () => {
  it.each(TRUST)('is mended where it stands: %s', async (_, situation, mended) => {
    const fix = fixOf(await diagnoseSituation(situation));
    expect(fix?.check).toBe('allowed');
    expect(fix?.changes.every(({ pointer }) => pointer.includes('/Condition/'))).toBe(true);
    expect(conditionAfter(fix)).toEqual(mended);
  });
});

/** Conditions for which no value can be named. */
const DECIDED: readonly (readonly [
  name: string,
  condition: Json,
  context: Row['context'],
  asked: Asked,
  says: RegExp,
])[] = [
  [
    'a value that is excluded',
    { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
    { 'aws:RequestedRegion': 'eu-west-1' },
    queue(),
    /decide whether/,
  ],
  [
    'the other truth value',
    { Bool: { 'aws:ViaAWSService': 'true' } },
    { 'aws:ViaAWSService': 'false' },
    queue(),
    /the way the policy asks for/,
  ],
  [
    'a key that must not be there',
    { Null: { 'aws:SourceVpce': 'true' } },
    { 'aws:SourceVpce': 'vpce-1' },
    queue(),
    /make the call through the VPC/,
  ],
  [
    'what the resource is like',
    { StringEquals: { 'kms:KeyOrigin': 'AWS_KMS' } },
    {},
    KEY,
    /a resource whose kms:KeyOrigin is AWS_KMS/,
  ],
  [
    'a pattern that the call has to meet',
    { StringLike: { 's3:prefix': 'home/*' } },
    {},
    LIST,
    /send a value for s3:prefix that is like home\/\*/,
  ],
];

describe('a condition for which no value can be named', () => {
  it.each(DECIDED)('is left to its owner: %s', async (_, condition, context = {}, asked, says) => {
    const statement = { Effect: 'Allow', Action: asked.action, Resource: '*', Condition: condition };
    const clause = ` because no identity-based policy allows the ${asked.action} action`;
    const parts = { resources: {}, bucketAccount: HOME };
    const fix = fixOf(
      await diagnoseSituation(only('identity', [statement], asked, { given: { context }, clause, parts })),
    );
    expect(fix?.changes).toEqual([]);
    expect(fix?.request).toBe(undefined);
    expect(fix?.summary).toMatch(says);
  });
});
