import { describe, expect, it } from 'vitest';
import { findCauses } from '../../src/causes/find-causes.ts';
import type { UserOptions } from '../../src/model/question.ts';
import { caseOf, type Situation } from '../cases/tables/cause-case.ts';
import { denying, only, queue } from '../cases/tables/place.ts';
import { ROLE } from '../cases/tables/policy-world.ts';
import { AWAY } from '../cases/tables/world.ts';

/** What the causes of a situation propose. */
async function found(situation: Situation) {
  const causes = findCauses(await caseOf(situation));
  return causes.map(({ id, remedies }) => ({ id, remedies: remedies.map(({ kind }) => kind) }));
}

const ASKED = queue();

/** A new queue, which may have to come with tags. */
function creating(condition: object, given: Partial<UserOptions>): Situation {
  const create = { ...ASKED, action: 'sqs:CreateQueue' };
  const statement = { Effect: 'Allow', Action: create.action, Resource: create.resource, Condition: condition };
  return only('identity', [statement], create, { given, parts: { resources: {} } });
}

describe('an Allow that lacks something to be sent', () => {
  const team = { 'aws:RequestTag/team': 'blue' };
  const cost = { 'aws:RequestTag/cost': '42' };
  const missing = ['aws:RequestTag/team', 'aws:RequestTag/cost'];

  it('is mended by sending it', async () => {
    expect(await found(creating({ StringEquals: team }, { missing }))).toEqual([
      { id: 'identity.request-tag', remedies: ['send'] },
    ]);
  });

  it('is mended by sending both where two are lacking', async () => {
    expect(await found(creating({ StringEquals: { ...team, ...cost } }, { missing }))).toEqual([
      { id: 'identity.request-tag', remedies: ['send', 'send'] },
    ]);
  });
});

describe('a resource policy', () => {
  const abroad = queue(AWAY);
  const naming = (principal: string) => ({
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: abroad.action,
    Resource: abroad.resource,
  });

  it('gets the caller in place of a principal that was deleted', async () => {
    expect(await found(only('resource', [naming('AROADELETEDROLE01AB')], abroad))).toEqual([
      { id: 'resource.stale-principal', remedies: ['replace'] },
    ]);
  });

  it('gets the caller beside a principal of another account', async () => {
    expect(await found(only('resource', [naming('555566667777')], abroad))).toEqual([
      { id: 'resource.account', remedies: ['add-value'] },
    ]);
  });
});

describe('a Deny that exempts almost the caller', () => {
  const exempting = { ArnNotLike: { 'aws:PrincipalArn': `${ROLE.slice(0, -1)}x` } };
  const deny = { Action: 'sqs:*', Resource: '*', Condition: exempting };

  it('gets the caller into the values of its condition', async () => {
    expect(await found(denying('identity', deny, ASKED))).toEqual([
      { id: 'identity.near-exemption', remedies: ['exempt'] },
    ]);
  });

  it('is none where the condition lists whom it denies', async () => {
    const listed = { ArnLike: { 'aws:PrincipalArn': [ROLE, `${ROLE.slice(0, -1)}x`] } };
    const causes = await found(denying('identity', { ...deny, Condition: listed }, ASKED));
    expect(causes.map(({ id }) => id)).toEqual(['identity.principal-arn']);
  });

  it('gets an exemption where it names principals in NotPrincipal', async () => {
    const { Condition: _, ...plain } = deny;
    const statement = { ...plain, NotPrincipal: { AWS: `${ROLE.slice(0, -1)}x` } };
    expect(await found(denying('resource', statement, queue(AWAY)))).toEqual([
      { id: 'resource.near-exemption', remedies: ['exempt'] },
    ]);
  });
});

describe('a guard of network or region', () => {
  const office = { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } };
  const region = { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1'] } };
  const by = async (condition: object, context: Readonly<Record<string, string>>) => {
    const deny = { Action: 'sqs:*', Resource: '*', Condition: condition };
    const [cause] = findCauses(await caseOf(denying('identity', deny, ASKED, { given: { context } })));
    return cause?.remedies.map((remedy) => (remedy.kind === 'exempt' ? remedy.by : remedy.kind));
  };

  it('is lifted for what a service does for the caller, never for the caller', async () => {
    const context = { 'aws:SourceIp': '18.203.1.2', 'aws:ViaAWSService': 'true' };
    expect(await by(office, context)).toMatchObject([{ key: 'aws:ViaAWSService', value: 'false' }]);
  });

  it('gets the address that the caller is known to call from', async () => {
    const context = { 'aws:SourceIp': '18.203.1.2', 'aws:ViaAWSService': 'false' };
    expect(await by(office, context)).toMatchObject([{ value: '18.203.1.2' }]);
  });

  it('gets the region of the request', async () => {
    const context = { 'aws:RequestedRegion': 'eu-west-1' };
    expect(await by(region, context)).toMatchObject([{ value: 'eu-west-1' }]);
  });

  it('leaves out a service that has one endpoint for all regions', async () => {
    const asked = { action: 'supportplans:GetSupportPlan', resource: '*' };
    const deny = { NotAction: ['iam:*'], Resource: '*', Condition: region };
    const given = { context: { 'aws:RequestedRegion': 'us-west-2' } };
    const [cause] = findCauses(await caseOf(denying('identity', deny, asked, { given })));
    expect(cause?.remedies).toMatchObject([{ kind: 'add-value', value: asked.action }]);
  });

  it('is left to its owner where it lists what it denies', async () => {
    const listed = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } };
    expect(await by(listed, { 'aws:RequestedRegion': 'eu-west-1' })).toEqual(['advise']);
  });
});

it('a boundary that allows nothing at all has no list of what it allows', async () => {
  const deny = { Effect: 'Deny', Action: 'iam:*', Resource: '*' };
  expect(await found(only('boundary', [deny], ASKED))).toEqual([
    { id: 'boundary.no-allow', remedies: ['add-statement'] },
  ]);
});
