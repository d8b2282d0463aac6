import type { CauseId } from '../../../src/causes/registry.ts';
import { type CauseCase, denied } from './cause-case.ts';
import { blind, denying, only, queue, sideOf } from './place.ts';
import { EVERYTHING, ROLE, SESSION } from './policy-world.ts';
import { HOME, type Json } from './world.ts';

const ASKED = queue();

/** AWS's name of a layer, and how a statement of the layer names the caller. */
const LAYERS = {
  identity: { words: 'identity-based policy', principal: {} },
  boundary: { words: 'permissions boundary', principal: {} },
  session: { words: 'session policy', principal: {} },
  scp: { words: 'service control policy', principal: {} },
  resource: { words: 'resource-based policy', principal: { Principal: { AWS: ROLE } } },
  endpoint: { words: 'VPC endpoint policy', principal: { Principal: '*' } },
} as const;
type GeneralLayer = keyof typeof LAYERS;

function allowing(layer: GeneralLayer, statement: Json): ReturnType<typeof only> {
  const asked = sideOf(layer, ASKED);
  const parts = layer === 'resource' ? {} : { parts: { resources: {} } };
  const fitting = { Effect: 'Allow', Action: asked.action, Resource: asked.resource, ...LAYERS[layer].principal };
  return only(layer, [{ ...fitting, ...statement }], asked, { ...parts, given: { ...extra(layer) } });
}

/** Session and endpoint policies come by option. */
function extra(layer: GeneralLayer): { readonly context: Readonly<Record<string, string>> } {
  return { context: { [keyOf(layer)]: 'terraform' } };
}

/** A key that no cause of its own explains. */
function keyOf(layer: GeneralLayer): string {
  return layer === 'resource' ? 'aws:SourceIdentity' : 'aws:UserAgent';
}

function cause(id: string): CauseId {
  return id as CauseId; // the table's own words; the registry's test tells what it lacks
}

function casesOf(layer: GeneralLayer): readonly CauseCase[] {
  const asked = sideOf(layer, ASKED);
  const base = { rung: 'evaluated', check: 'allowed', isNot: allowing(layer, {}), unknown: blind(asked) } as const;
  const key = keyOf(layer);
  const clause = ` because no ${LAYERS[layer].words} allows the ${asked.action} action`;
  const lists = layer === 'identity' || layer === 'resource' ? [] : [{ ...base, ...notListed(layer) }];
  return [
    {
      ...base,
      cause: cause(`${layer}.condition`),
      is: allowing(layer, { Condition: { StringEquals: { [key]: 'pulumi' } } }),
      pointer: `/Statement/0/Condition/StringEquals/${key}`,
    },
    {
      ...base,
      cause: cause(`${layer}.near-miss`),
      is: allowing(layer, { Resource: asked.resource.slice(0, -1) }),
      pointer: '/Statement/0/Resource',
    },
    { ...base, cause: cause(`${layer}.no-allow`), is: allowing(layer, { Action: 'sqs:ListQueues' }) },
    ...lists,
    {
      cause: cause(`${layer}.named-by-aws`),
      is: { text: denied(SESSION, asked.action, asked.resource, clause) },
      rung: 'aws',
      check: 'open',
      isNot: only(
        layer,
        [{ Effect: 'Allow', Action: 'sns:Publish', Resource: '*', ...LAYERS[layer].principal }],
        asked,
        {
          clause,
          parts: layer === 'resource' ? {} : { resources: {} },
        },
      ),
      unknown: blind(asked),
    },
  ];
}

function notListed(layer: GeneralLayer): Pick<CauseCase, 'cause' | 'is'> {
  return { cause: cause(`${layer}.service-not-listed`), is: allowing(layer, { Action: ['sns:*', 's3:*'] }) };
}

const PERIMETER = ' with an explicit deny in a resource control policy';
const AWAY_QUEUE = sideOf('rcp', ASKED);

/** The general causes of every layer. */
export const generalCases: readonly CauseCase[] = [
  ...Object.keys(LAYERS).flatMap((layer) => casesOf(layer as GeneralLayer)), // the keys of the object
  {
    cause: 'rcp.named-by-aws',
    is: { text: denied(SESSION, AWAY_QUEUE.action, AWAY_QUEUE.resource, PERIMETER) },
    rung: 'aws',
    check: 'open',
    isNot: denying('rcp', { Action: 'sqs:*', Resource: '*' }, AWAY_QUEUE, { clause: PERIMETER }),
    unknown: blind(AWAY_QUEUE),
  },
  {
    cause: 'identity.no-allow',
    name: 'beside an AWS-managed policy',
    is: only('identity', [{ ...EVERYTHING, Action: 'sns:*' }], ASKED, {
      parts: {
        resources: {},
        managed: { arn: 'arn:aws:iam::aws:policy/AmazonSNSFullAccess', current: [{ ...EVERYTHING, Action: 'sns:*' }] },
      },
    }),
    rung: 'evaluated',
    check: 'allowed',
    isNot: only('identity', [EVERYTHING], ASKED),
    unknown: { text: denied(SESSION, ASKED.action, `arn:aws:sqs:eu-west-1:${HOME}:orders`) },
  },
];
