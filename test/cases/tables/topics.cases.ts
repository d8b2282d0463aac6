import type { CauseId } from '../../../src/causes/registry.ts';
import type { CauseCase } from './cause-case.ts';
import { blind, denying, denyPointer, only, queue, sideOf } from './place.ts';
import { TOPIC_ROWS, type TopicRow } from './topic-rows.ts';
import { HOME, type Json } from './world.ts';

/** Which layers have a cause for the topic is the registry's to say. */
const TOPICS = {
  identity:
    'mfa-enforcement region organization source-vpce source-ip via-service permissions-boundary service-name request-tag resource-tag principal-tag list-prefix leading-keys encryption secure-transport session-origin allowed-accounts principal-arn user-id time request-parameter',
  boundary:
    'permissions-boundary region mfa-enforcement source-vpce source-ip request-tag resource-tag principal-tag allowed-accounts time request-parameter',
  session: 'region source-vpce source-ip resource-tag list-prefix time request-parameter',
  scp: 'region mfa-enforcement organization source-vpce source-ip permissions-boundary request-tag resource-tag principal-tag encryption secure-transport session-origin via-service allowed-accounts principal-arn time request-parameter',
  rcp: 'region organization source-account secure-transport source-vpce source-ip encryption token-claims principal-tag resource-tag via-service allowed-accounts principal-arn time request-parameter',
  resource:
    'region secure-transport organization source-account source-vpce source-ip mfa-enforcement encryption encryption-context via-service object-acl list-prefix referer user-id principal-tag resource-tag request-tag allowed-accounts principal-arn time request-parameter',
  endpoint: 'organization allowed-accounts principal-arn principal-tag via-service request-parameter',
} as const;

type TopicLayer = keyof typeof TOPICS;

function topicCase(layer: TopicLayer, row: TopicRow): CauseCase {
  const asked = sideOf(layer, row.asked ?? queue());
  const statement = (condition: Json): Json => ({ Action: asked.action, Resource: '*', Condition: condition });
  const [operator = '', keys = {}] = Object.entries(row.condition)[0] ?? [];
  const key = Object.keys(Object(keys))[0] ?? '';
  return {
    cause: `${layer}.${row.topic}` as CauseId, // the table's own words; the registry's test tells what it lacks
    is: denying(layer, statement(row.condition), asked, { given: row.hit, ...(row.parts && { parts: row.parts }) }),
    rung: 'evaluated',
    pointer: `${denyPointer(layer)}/Condition/${operator}/${key.replaceAll('/', '~1')}`,
    check: row.opensEndpoint ? 'open' : 'allowed',
    isNot: denying(layer, statement(row.missedCondition ?? row.condition), asked, {
      given: row.missed,
      ...(row.missedParts && { parts: row.missedParts }),
    }),
    unknown: row.keyIsRead ? blind(asked) : denying(layer, statement(row.condition), asked),
  };
}

/** The same condition as an Allow has it. */
const ALLOWING: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  'ForAnyValue:StringNotEquals': 'ForAllValues:StringEquals',
  StringNotLike: 'StringLike',
  NotIpAddress: 'IpAddress',
  DateGreaterThan: 'DateLessThan',
  Bool: 'Bool',
  BoolIfExists: 'Bool',
};

function allowCase(layer: 'identity' | 'boundary', row: TopicRow): CauseCase | undefined {
  const asked = row.asked ?? queue();
  const [operator = '', keys = {}] = Object.entries(row.condition)[0] ?? [];
  const [key = '', value] = Object.entries(Object(keys))[0] ?? [];
  const allowing = ALLOWING[operator];
  if (allowing === undefined || row.topic === 'source-account') return undefined;
  const wanted = value === 'false' ? 'true' : value;
  const statement = {
    Effect: 'Allow',
    Action: asked.action,
    Resource: '*',
    Condition: { [allowing]: { [key]: wanted } },
  };
  // A policy of the bucket tells whose it is, and gives the caller nothing.
  const logs = {
    Effect: 'Allow',
    Principal: { Service: 'logging.s3.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: '*',
  };
  const own = asked.resource.startsWith('arn:aws:s3:') ? { 'arn:aws:s3:::reports': [logs] } : {};
  const resources = { parts: { resources: own, bucketAccount: HOME, ...row.parts } };
  return {
    cause: `${layer}.${row.topic}` as CauseId, // the table's own words; the registry's test tells what it lacks
    name: 'in an Allow',
    is: only(layer, [statement], asked, { given: row.hit, ...resources }),
    rung: 'evaluated',
    pointer: `/Statement/0/Condition/${allowing}/${key.replaceAll('/', '~1')}`,
    check: row.guarded || row.opensEndpoint ? 'open' : 'allowed',
    isNot: only(layer, [{ Effect: 'Allow', Action: '*', Resource: '*' }], asked, { given: row.hit, ...resources }),
    unknown: row.keyIsRead ? blind(asked) : only(layer, [statement], asked, resources),
  };
}

/** What policies judge requests by, in every layer that has a cause for it. */
export const topicCases: readonly CauseCase[] = Object.entries(TOPICS).flatMap(([layer, topics]) =>
  topics.split(' ').flatMap((topic) => {
    const row = TOPIC_ROWS.find((each) => each.topic === topic);
    if (row === undefined) throw new Error(`no row for ${topic}`);
    const denial = topicCase(layer as TopicLayer, row); // the keys of the object
    return layer === 'identity' || layer === 'boundary' ? [denial, allowCase(layer, row) ?? []].flat() : [denial];
  }),
);
