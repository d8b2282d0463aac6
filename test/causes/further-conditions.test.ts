import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { diagnoseSituation } from '../cases/tables/cause-case.ts';
import { only, queue } from '../cases/tables/place.ts';

const ASKED = queue();
const CONTEXT = {
  'aws:RequestedRegion': 'eu-west-1',
  'aws:SourceIp': '203.0.113.7',
  'aws:TagKeys': ['team'],
};
const ADDRESS = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };

/** The one Allow of the layer has these conditions, and none of them holds. */
function diagnose(conditions: Readonly<Record<string, object>>, layer: 'identity' | 'boundary'): Promise<Diagnosis> {
  const statement = { Effect: 'Allow', Action: ASKED.action, Resource: ASKED.resource, Condition: conditions };
  return diagnoseSituation(only(layer, [statement], ASKED, { given: { context: CONTEXT }, parts: { resources: {} } }));
}

/** [the cause, by the nearest of the conditions, the conditions] */
const ROWS = [
  ['identity', 'literal-pattern', { StringEquals: { 'aws:RequestedRegion': 'eu-*' }, ...ADDRESS }],
  ['identity', 'list-in-text', { StringEquals: { 'aws:RequestedRegion': 'eu-west-1,eu-central-1' }, ...ADDRESS }],
  ['boundary', 'literal-pattern', { StringEquals: { 'aws:RequestedRegion': 'eu-*' }, ...ADDRESS }],
  ['identity', 'source-ip', { ...ADDRESS, IpAddressIfExists: { 'aws:SourceIp': '192.0.2.0/24' } }],
  ['identity', 'condition', { StringEquals: { 'aws:RequestedRegion': 'us-east-1' }, ...ADDRESS }],
] as const;

describe('a statement that fails in several conditions', () => {
  it.each(ROWS)('has one piece of evidence for each: %s.%s', async (layer, cause, conditions) => {
    const { causes } = await diagnose(conditions, layer);
    expect(causes.map(({ id }) => id)).toEqual([`${layer}.${cause}`]);
    const pointers = Object.entries(conditions).flatMap(([operator, keys]) =>
      Object.keys(keys).map((key) => `/Statement/0/Condition/${operator}/${key}`),
    );
    const shown = causes.flatMap(({ evidence }) => evidence.flatMap((one) => (one.kind === 'statement' ? [one] : [])));
    expect(shown.map(({ pointer }) => pointer).toSorted()).toEqual(pointers.toSorted());
    expect(shown.every(({ nearMiss }) => nearMiss?.element === 'condition')).toBe(true);
    // Each says what it is itself about.
    expect(new Set(shown.map(({ nearMiss }) => nearMiss?.policySays)).size).toBe(pointers.length);
  });
});
