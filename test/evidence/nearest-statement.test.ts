import { describe, expect, it } from 'vitest';
import { nearMisses } from '../../src/evidence/near-miss/find-near-misses.ts';
import { caseOf } from '../cases/tables/cause-case.ts';
import { only, queue } from '../cases/tables/place.ts';
import { EVERYTHING } from '../cases/tables/policy-world.ts';

const ASKED = queue();
const REGION = { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } };
const ADDRESS = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };
/** Nothing shows whether it holds. */
const VPC = { StringEquals: { 'aws:SourceVpc': 'vpc-1a2b3c4d' } };
const CONTEXT = { 'aws:RequestedRegion': 'eu-west-1', 'aws:SourceIp': '203.0.113.7' };

const fitting = { Effect: 'Allow', Action: ASKED.action, Resource: ASKED.resource };
const misspelt = { ...fitting, Action: 'sqs:SendMessages' };

/** [what the nearer statement has, the farther one, the nearer one] */
const ROWS = [
  [
    'one condition that fails, not two',
    { ...fitting, Condition: { ...REGION, ...ADDRESS } },
    { ...fitting, Condition: REGION },
  ],
  ['nothing else that is not known', { ...misspelt, Condition: VPC }, misspelt],
  ['all elements but a condition of which nothing is known', misspelt, { ...fitting, Condition: VPC }],
  [
    'the action by its name, not as one of all',
    { ...fitting, Action: '*', Condition: REGION },
    { ...fitting, Condition: REGION },
  ],
  [
    'the service by its name, not as one of all',
    { ...fitting, Action: '*', Condition: VPC },
    { ...fitting, Action: 'sqs:*', Condition: VPC },
  ],
  [
    'the value of a policy variable in its resource that is not known',
    misspelt,
    { ...fitting, Resource: `arn:aws:sqs:eu-west-1:111122223333:\${aws:SourceVpc}` },
  ],
  ['a typing error, not a wildcard that ends elsewhere', { ...fitting, Action: 'sqs:Send*Batch' }, misspelt],
] as const;

describe('the nearest statement', () => {
  it.each(ROWS)('has %s', async (_, farther, nearer) => {
    for (const statements of [
      [farther, nearer],
      [nearer, farther],
    ]) {
      const more = { given: { context: CONTEXT }, parts: { resources: {} } };
      const denialCase = await caseOf(only('identity', statements, ASKED, more));
      const found = denialCase.blockers.flatMap((blocker) => nearMisses(blocker, denialCase));
      expect(found.map(({ statement }) => statements[statement.index ?? -1])).toEqual([nearer, farther]);
    }
  });

  it('has a mistake that has a name, not another name that is a letter off', async () => {
    const asked = { action: 's3:GetObject', resource: 'arn:aws:s3:::data-b/report.csv' };
    const statements = [
      { Effect: 'Allow', Action: asked.action, Resource: 'arn:aws:s3:::data-a/*' },
      { Effect: 'Allow', Action: asked.action, Resource: 'arn:aws:s3:::data-b' },
    ];
    const denialCase = await caseOf(only('identity', statements, asked));
    const [nearest] = denialCase.blockers.flatMap((blocker) => nearMisses(blocker, denialCase));
    expect(nearest?.difference.kind).toBe('bucket-vs-object');
  });

  it('has an element that fails, not one that is not known, where another layer may be what denies', async () => {
    const statements = [{ ...fitting, Condition: VPC }, misspelt];
    const parts = { resources: {}, boundary: { current: [{ ...EVERYTHING, Condition: VPC }] } };
    const denialCase = await caseOf(only('identity', statements, ASKED, { parts }));
    const identity = denialCase.blockers.filter(({ layer }) => layer === 'identity');
    const [nearest] = identity.flatMap((blocker) => nearMisses(blocker, denialCase));
    expect(nearest?.statement.index).toBe(1);
  });

  it('names the action, though another action is allowed that needs this one', async () => {
    const asked = {
      action: 'ecr:GetDownloadUrlForLayer',
      resource: 'arn:aws:ecr:eu-west-1:111122223333:repository/web',
    };
    const statements = [
      { Effect: 'Allow', Action: 'ecr:BatchGetImage', Resource: asked.resource },
      { Effect: 'Allow', Action: asked.action, Resource: 'arn:aws:ecr:eu-west-1:111122223333:repository/wep' },
    ];
    const denialCase = await caseOf(only('identity', statements, asked, { parts: { resources: {} } }));
    const found = denialCase.blockers.flatMap((blocker) => nearMisses(blocker, denialCase));
    expect(found.map(({ statement }) => statement.index)).toEqual([1, 0]);
  });

  it('fails in one element alone', async () => {
    const both = { ...misspelt, Resource: 'arn:aws:sqs:eu-west-1:111122223333:order' };
    const denialCase = await caseOf(only('identity', [both], ASKED, { parts: { resources: {} } }));
    expect(denialCase.blockers.flatMap((blocker) => nearMisses(blocker, denialCase))).toEqual([]);
  });
});
