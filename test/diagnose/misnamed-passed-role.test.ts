import { describe, expect, it } from 'vitest';
import { denied, diagnoseSituation } from '../cases/tables/cause-case.ts';
import { CALLER, HOME, type Json, world } from '../cases/tables/world.ts';

const PASS = 'iam:PassRole';
const NAMED = `arn:aws:iam::${HOME}:role/target`;
const TARGET = `arn:aws:iam::${HOME}:role/p/target`;
const BARE = denied(CALLER, PASS, NAMED).replace('PassRole operation', 'CreateFunction operation');

function passing(resource: string): Json {
  return { Effect: 'Allow', Action: PASS, Resource: resource };
}

describe('a role to be passed that is there under another path', () => {
  it.each([
    ['AWS names the layer', `${BARE} because no identity-based policy allows the iam:PassRole action`],
    ['AWS names none', BARE],
  ])('is passed where it may be, and nobody’s role is allowed: %s', async (_, text) => {
    const parts = world({ target: TARGET, allow: passing(TARGET) });
    const { causes, conclusion } = await diagnoseSituation({ text, world: parts });
    expect(causes.map(({ id, fix }) => [id, fix?.check ?? null])).toEqual([
      ['passrole.role-not-found', 'allowed'],
      ['passrole.role-path', null],
    ]);
    expect(causes[0]?.fix?.request).toEqual({ context: {}, resource: TARGET });
    expect(causes[0]?.summary).toContain('except why the requested one is denied');
    expect(conclusion).toBe('explained');
  });

  it('is what the Allow is for, which alone does not help', async () => {
    const parts = world({ target: TARGET, allow: passing(`arn:aws:iam::${HOME}:role/other`) });
    const { causes, fixesTogether } = await diagnoseSituation({ text: BARE, world: parts });
    expect(causes.map(({ id, fix }) => [id, fix?.check, fix?.stillBlocking])).toEqual([
      ['passrole.role-not-found', 'still-blocked', ['passrole.other-role']],
      ['passrole.other-role', 'still-blocked', ['passrole.role-not-found']],
    ]);
    expect(causes[0]?.summary).toMatch(/the rest of this report is about that one$/);
    expect(JSON.stringify(causes[1]?.fix?.changes)).not.toContain(`"${NAMED}"`);
    expect(fixesTogether?.check).toBe('allowed');
  });

  it('is not allowed while it is unknown whether the right one is', async () => {
    const fromOffice = { ...passing(TARGET), Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } };
    const parts = world({ target: TARGET, allow: [passing(NAMED), fromOffice] });
    const { verdict, steps } = await diagnoseSituation({ text: BARE, world: parts });
    expect(steps.find(({ id }) => id === 'identity')?.status).toBe('unknown');
    expect(verdict).toBe('undetermined');
  });

  it('is not allowed where the right one is denied', async () => {
    const parts = world({ target: TARGET, allow: passing(NAMED) });
    const { verdict, causes } = await diagnoseSituation({ text: BARE, world: parts });
    expect(causes.map(({ id }) => id)).toEqual(['passrole.role-not-found', 'passrole.role-path']);
    expect(verdict).not.toBe('allowed');
  });

  it('has a trust policy, which is asked for next', async () => {
    const { related } = await diagnoseSituation({ text: BARE, world: world({ target: TARGET }) });
    expect(related.map(({ request, causes }) => [request.resource, causes.map(({ id }) => id)])).toEqual([
      [TARGET, ['trust.service-not-trusted']],
      // The call itself.
      [null, []],
    ]);
  });
});

describe('a role to be passed of which only a similar name is there', () => {
  it('is no role to be allowed; the similar one is tried', async () => {
    const similar = `${NAMED}t`;
    const parts = world({ target: similar, allow: passing(similar) });
    const { causes } = await diagnoseSituation({ text: BARE, world: parts });
    expect(causes.map(({ fix }) => fix?.check ?? null).toSorted()).toEqual(['allowed', null]);
    expect(JSON.stringify(causes)).not.toContain('"changes":[{');
  });
});

describe('a role of a related question that is not there under its ARN', () => {
  it('is told first, and what blocks the one that is meant comes with it', async () => {
    const action = 'lambda:CreateFunction';
    const text = `${denied(CALLER, action, '*').replace('PassRole', 'CreateFunction')} (role ${NAMED})`;
    const parts = world({ target: TARGET, allow: { Effect: 'Allow', Action: 's3:*', Resource: '*' } });
    const { related } = await diagnoseSituation({ text, world: parts });
    const [next] = related;
    expect(next?.request.resource).toBe(NAMED);
    expect(next?.causes.map(({ id, fix }) => [id, fix?.check])).toEqual([
      ['passrole.role-not-found', 'still-blocked'],
      ['identity.no-allow', 'still-blocked'],
    ]);
    expect(JSON.stringify(next?.causes[1]?.fix?.changes)).toContain(`"${TARGET}"`);
  });

  it('gets a similar name that was tried', async () => {
    const { related } = await diagnoseSituation({ text: BARE, world: world({ target: `${NAMED}t` }) });
    expect(related[0]?.causes.map(({ id, fix }) => [id, fix?.check])).toEqual([
      ['trust.role-not-found', 'still-blocked'],
    ]);
  });
});
