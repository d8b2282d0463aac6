import { describe, expect, it } from 'vitest';
import type { Cause } from '../../src/model/diagnosis.ts';
import { sentenceOf } from '../broken-worlds/shapes.ts';
import { callerEntity } from '../broken-worlds/world.ts';
import { diagnoseSituation } from '../cases/tables/cause-case.ts';
import { only, queue, sideOf } from '../cases/tables/place.ts';
import type { Json } from '../cases/tables/world.ts';
import { told } from '../checklist/steps-of-story.ts';

/** Nothing shows whether they hold. */
const BY_VPC = { StringEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } };
const BY_BOTH = { ...BY_VPC, Null: { 'aws:ResourceTag/team': 'false' } };

const LAYERS = [
  ['identity', 'identity-based policy'],
  ['boundary', 'permissions boundary'],
  ['session', 'session policy'],
  ['scp', 'service control policy'],
  ['resource', 'resource-based policy'],
  ['endpoint', 'VPC endpoint policy'],
] as const;

function pointers({ evidence }: Cause): readonly string[] {
  return evidence.flatMap((one) => (one.kind === 'statement' ? [one.pointer] : []));
}

function statements(layer: string, condition: Json): readonly Json[] {
  const principal = layer === 'resource' || layer === 'endpoint' ? { Principal: '*' } : {};
  const fitting = { Effect: 'Allow', ...principal, Action: 'sqs:SendMessage', Resource: '*', Condition: condition };
  // One letter is missing: by itself the nearest thing to what was asked.
  return [{ ...fitting, Action: 'sqs:SendMessag', Condition: {} }, fitting];
}

describe('a statement that matches but for a condition of which nothing is known, in a layer that AWS names', () => {
  it.each(LAYERS)('is the cause, whatever else comes near: %s', async (layer, words) => {
    const asked = sideOf(layer, queue());
    const clause = ` because no ${words} allows the sqs:SendMessage action`;
    const { causes } = await diagnoseSituation(only(layer, statements(layer, BY_VPC), asked, { clause }));
    const [first] = causes;
    expect(first?.layer).toBe(layer);
    expect(first?.rung).toBe('aws');
    expect(first?.summary).toContain('so it is not met');
    expect(first === undefined ? [] : pointers(first)).toEqual(['/Statement/1/Condition/StringEquals/aws:SourceVpc']);
  });

  it('has one of its conditions unmet where there are several, and nothing is sent or granted on a guess', async () => {
    const clause = ' because no identity-based policy allows the sqs:SendMessage action';
    const { causes } = await diagnoseSituation(only('identity', statements('identity', BY_BOTH), queue(), { clause }));
    expect(causes.map(({ id, rung }) => `${id} ${rung}`)).toEqual(['identity.condition aws']);
    expect(causes[0]?.summary).toContain(
      'ci-deployer › Deploy › statement 1 would allow it except for its conditions, Null aws:ResourceTag/team false, and StringEquals aws:SourceVpc vpc-0a1b2c3d: AWS says that no identity policy allows it, so one of them is not met; could not tell whether the request has it',
    );
    expect(causes[0]?.fix?.changes).toEqual([]);
    expect(causes[0]?.fix?.request).toBeUndefined();
    expect(causes[0]?.fix?.summary).toContain('aws:ResourceTag/team and aws:SourceVpc');
  });

  it('is compared with the key that a variable stands for', async () => {
    const byTeam = { StringEquals: { 'aws:ResourceTag/team': `\${aws:SourceIdentity}` } };
    const clause = ' because no identity-based policy allows the sqs:SendMessage action';
    const { causes } = await diagnoseSituation(only('identity', statements('identity', byTeam), queue(), { clause }));
    expect(causes[0]?.fix?.summary).toMatch(
      /^see what the request has for aws:ResourceTag\/team, and compare it with aws:SourceIdentity; /,
    );
  });

  it('is the cause in a trust policy too', async () => {
    const { causes } = await told({
      shape: { ask: 'assume', cross: true },
      broken: (world) => {
        const trusts = { AWS: callerEntity(world.shape) };
        world.resource?.Statement.splice(0, 9, {
          Effect: 'Allow',
          Principal: trusts,
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } },
        });
        world.resource?.Statement.push({ Effect: 'Allow', Principal: trusts, Action: 'sts:AssumeRoles' });
      },
      text: (world) => `${sentenceOf(world)} because no role trust policy allows the sts:AssumeRole action`,
    });
    expect(causes[0]?.rung).toBe('aws');
    expect(causes[0] === undefined ? [] : pointers(causes[0])).toContain(
      '/Statement/0/Condition/StringEquals/aws:SourceVpc',
    );
  });
});

describe('tagging what is being created', () => {
  const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web-7/*';
  const tagged = { Null: { 'aws:ResourceTag/cluster': 'false' } };

  it('meets no condition on the tags that the resource has, and the call that creates it is what can be named', async () => {
    const asked = { action: 'elasticloadbalancing:AddTags', resource: arn };
    const clause = ` because no identity-based policy allows the ${asked.action} action`;
    const allowed = [
      { Effect: 'Allow', Action: asked.action, Resource: '*', Condition: tagged },
      { Effect: 'Allow', Action: asked.action, Resource: arn.replace('loadbalancer/', 'listener/') },
    ];
    const { causes } = await diagnoseSituation(only('identity', allowed, asked, { clause }));
    expect(causes.map(({ layer, rung }) => `${layer} ${rung}`)).toEqual(['identity aws']);
    expect(causes[0] === undefined ? [] : pointers(causes[0])).toEqual([
      '/Statement/0/Condition/Null/aws:ResourceTag~1cluster',
    ]);
    expect(causes[0]?.fix?.summary).toContain('elasticloadbalancing:CreateAction');
  });
});
