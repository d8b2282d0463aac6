import { describe, expect, it } from 'vitest';
import type { Change, Diagnosis, Related } from '../../src/model/diagnosis.ts';
import { render } from '../../src/report/render.ts';
import { answerOf } from '../../src/report/words/answer.ts';
import { diagnoseSituation } from '../cases/tables/cause-case.ts';
import { HOME, type Json, USER, world } from '../cases/tables/world.ts';

const RUN = 'ec2:RunInstances';
const TEXT =
  'An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation.';

function allow(action: string, ...resources: readonly string[]): Json {
  return { Effect: 'Allow', Action: action, Resource: resources };
}

const of = (kind: string) => (kind === 'image' ? 'arn:aws:ec2:*::image/*' : `arn:aws:ec2:*:*:${kind}/*`);
/** Kinds that AWS lists as required, and those that a call usually has besides. */
const REQUIRED = ['image', 'instance', 'network-interface', 'security-group', 'subnet'];
const USUAL = ['key-pair', 'volume'];
const KINDS = [...REQUIRED, ...USUAL].toSorted();

function run(...statements: readonly Json[]): Promise<Diagnosis> {
  return diagnoseSituation({ text: TEXT, given: { caller: USER }, world: world({ allow: statements }) });
}

/** `image` of `arn:aws:ec2:${Region}::image/${ImageId}`. */
function kindOf(arn: string | null): string | undefined {
  return arn?.split(':')[5]?.split('/')[0];
}

function changesOf({ causes, related }: Diagnosis): readonly Change[] {
  return [causes, ...related.map((one) => one.causes)].flat().flatMap(({ fix }) => fix?.changes ?? []);
}

/** The kinds of an entry that is about several: `… on its other resources (image, subnet)`. */
function kindsNamed({ why }: Related): readonly string[] {
  return /its other resources \(([^)]+)\)/.exec(why)?.[1]?.split(', ') ?? [];
}

/** The kinds of EC2 resources that a fix names. */
function kindsIn(changes: readonly Change[]): readonly string[] {
  const named = JSON.stringify(changes.map(({ after }) => after)).matchAll(/arn:aws:ec2:[^:"]*:[^:"]*:([\w-]+)\//g);
  return [...named].map(([, kind = '']) => kind).toSorted();
}

describe('a denied call of which the text names no resource', () => {
  it.each(KINDS)('is denied on the one that no statement covers: %s', async (kind) => {
    const others = KINDS.filter((one) => one !== kind).map(of);
    const diagnosis = await run(allow(RUN, ...others), allow('iam:PassRole', '*'));
    expect([diagnosis.verdict, kindOf(diagnosis.request.resource)]).toEqual(['denied', kind]);
    expect(kindsIn(changesOf(diagnosis))).toEqual([kind]);
    expect(diagnosis.causes[0]?.fix?.check).toBe('allowed');
  });

  it.each<[string, readonly Json[], readonly string[]]>([
    ['nothing is allowed', [allow('s3:*', '*')], KINDS],
    ['instances alone are', [allow('ec2:*', of('instance'))], KINDS.filter((one) => one !== 'instance')],
    [
      'two are missing in a list',
      [allow(RUN, ...['image', 'instance', 'subnet'].map(of))],
      ['key-pair', 'network-interface', 'security-group', 'volume'],
    ],
  ])('gets one fix for all that it needs: %s', async (_, statements, kinds) => {
    const diagnosis = await run(...statements, allow('iam:PassRole', '*'));
    const fixed = diagnosis.causes.flatMap(({ fix }) => fix?.changes ?? []);
    expect(kindsIn(fixed)).toEqual(kinds);
    expect(changesOf(diagnosis)).toEqual(fixed);
    const denied = diagnosis.related.filter(({ verdict }) => verdict === 'denied');
    expect(denied.flatMap(kindsNamed).toSorted()).toEqual(
      kinds.filter((kind) => kind !== kindOf(diagnosis.request.resource)),
    );
    expect(denied.every(({ afterFix }) => afterFix === 'allowed')).toBe(true);
    expect(answerOf(diagnosis)?.who).toMatch(/the request is allowed\.$/);
  });

  it('is not said to be allowed on the others by a fix beside guardrails that were not read', async () => {
    const unread = world({ allow: [allow('s3:*', '*')], more: { organizations: {} } });
    const diagnosis = await diagnoseSituation({ text: TEXT, given: { caller: USER }, world: unread });
    expect(diagnosis.causes[0]?.fix?.check).toBe('open');
    const denied = diagnosis.related.filter(({ verdict }) => verdict === 'denied');
    expect(denied.map(({ afterFix }) => afterFix)).toEqual(denied.map(() => 'open'));
    expect(denied.flatMap(kindsNamed).length).toBe(KINDS.length - 1);
    for (const format of ['text', 'markdown'] as const) {
      const words = render([diagnosis], format).replace(/\s+/g, ' ');
      expect(words).toContain('with the fix above, nothing that was read blocks this either');
      expect(words).not.toContain('the fix above allows this');
    }
  });

  it('leaves no question open about the others where all are allowed', async () => {
    const { related } = await run(allow('ec2:*', '*'), allow('iam:PassRole', '*'));
    expect(new Set(related.map(({ verdict }) => verdict))).toEqual(new Set(['allowed']));
  });

  it('is not denied for certain where a statement may cover it', async () => {
    const others = KINDS.filter((one) => one !== 'image').map(of);
    const { verdict, request } = await run(allow(RUN, ...others, 'arn:aws:ec2:eu-west-1::image/ami-0123456789abcdef0'));
    expect([verdict, request.resource]).toEqual(['undetermined', null]);
  });

  it('names a Deny of one of its kinds', async () => {
    const deny = { Sid: 'NoSubnets', Effect: 'Deny', Action: RUN, Resource: of('subnet') };
    const { request, causes } = await run(allow('*', '*'), deny);
    expect(kindOf(request.resource)).toBe('subnet');
    expect(causes[0]?.evidence[0]).toMatchObject({ statement: { sid: 'NoSubnets' } });
  });
});

describe('a fix for one of the two permissions of a call', () => {
  it('says that the other one is denied then', async () => {
    const instance = `arn:aws:ec2:eu-west-1:${HOME}:instance/i-0123456789abcdef0`;
    const text = `An error occurred (UnauthorizedOperation) when calling the AssociateIamInstanceProfile operation: User: ${USER} is not authorized to perform: ec2:AssociateIamInstanceProfile on resource: ${instance}`;
    const diagnosis = await diagnoseSituation({ text, world: world({ allow: allow('s3:*', '*') }) });
    expect(answerOf(diagnosis)?.who).toMatch(/the call then fails at iam:PassRole \(see below\)\.$/);
  });
});

describe('a call of another service that is checked on several resources', () => {
  const catalog = `arn:aws:glue:eu-west-1:${HOME}:catalog`;

  it('is not allowed by an Allow on the one that the text names: the others are left open', async () => {
    const text = `An error occurred (AccessDeniedException) when calling the GetTable operation: User: ${USER} is not authorized to perform: glue:GetTable on resource: ${catalog}`;
    const allowed = allow('glue:GetTable', catalog.replace('catalog', 'table/sales/orders'));
    const { related } = await diagnoseSituation({ text, world: world({ allow: allowed }) });
    expect(related.map(({ verdict }) => verdict)).toEqual(['undetermined']);
    expect(related[0]?.why).toContain('glue:GetTable needs the same on other resources of the call (table, database)');
  });

  it('has no others where it is checked on one alone', async () => {
    const text = `An error occurred (AccessDeniedException) when calling the GetJob operation: User: ${USER} is not authorized to perform: glue:GetJob on resource: arn:aws:glue:eu-west-1:${HOME}:job/nightly`;
    const { related } = await diagnoseSituation({ text, world: world({ allow: allow('s3:*', '*') }) });
    expect(related).toEqual([]);
  });
});
