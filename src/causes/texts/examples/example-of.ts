import { LAYERS, type Layer } from '../../../model/layer.ts';
import {
  CALLER_ACCOUNT,
  CALLER_ORGANIZATION,
  QUEUE_TAG,
  S3_PARAMETER,
  S3_REGION,
  STS_PARAMETER,
  TOPIC_EXAMPLES,
} from './condition-topics.ts';
import {
  type Example,
  type ExampleParts,
  type ExamplePolicy,
  type ExampleStatement,
  exampleFrom,
  withPrincipal,
} from './example.ts';

import { FEDERATED_EXAMPLES } from './federated.ts';
import { NEAR_MISS_EXAMPLES, PRINCIPAL_MISS_EXAMPLES } from './near-misses.ts';
import { PASSROLE_EXAMPLES } from './passrole.ts';
import { POLICY_EXAMPLES, SHARED_EXAMPLES } from './policies.ts';
import { TRUST_EXAMPLES } from './trust.ts';

type Examples = Readonly<Record<string, ExampleParts>>;

const OWN: Examples = { ...PASSROLE_EXAMPLES, ...TRUST_EXAMPLES, ...FEDERATED_EXAMPLES, ...POLICY_EXAMPLES };
const SHARED: Examples = { ...SHARED_EXAMPLES, ...NEAR_MISS_EXAMPLES, ...TOPIC_EXAMPLES };

/** Shared causes whose example is another one in some layers. */
const IN_LAYER: Readonly<Partial<Record<Layer, Examples>>> = {
  resource: {
    ...PRINCIPAL_MISS_EXAMPLES,
    'allowed-accounts': CALLER_ACCOUNT,
    organization: CALLER_ORGANIZATION,
    'request-parameter': S3_PARAMETER,
    'request-tag': QUEUE_TAG,
  },
  rcp: {
    'allowed-accounts': CALLER_ACCOUNT,
    organization: CALLER_ORGANIZATION,
    region: S3_REGION,
    'request-parameter': S3_PARAMETER,
  },
  endpoint: { 'request-parameter': S3_PARAMETER },
  trust: {
    'allowed-accounts': CALLER_ACCOUNT,
    organization: CALLER_ORGANIZATION,
    'request-parameter': STS_PARAMETER,
  },
};

/** Layers whose policies name a principal. */
const NAMES_PRINCIPAL: ReadonlySet<Layer> = new Set<Layer>(['resource', 'rcp', 'endpoint', 'trust']);

const ROLE = 'arn:aws:iam::111122223333:role/deploy';

/** An example with the layer of its policy. */
export interface LayerExample extends Example {
  readonly layer: Layer;
}

/** A policy that denies, and what lets the request through, for the id of a cause; null where no policy decides. */
export function exampleOf(id: string): LayerExample | null {
  const own = OWN[id];
  const dot = id.indexOf('.');
  const layer = LAYERS.find((one) => one === id.slice(0, dot));
  if (own !== undefined) return { ...exampleFrom(own), layer: layer ?? layerOf(own) };
  if (layer === undefined) return null;
  const end = id.slice(dot + 1);
  const shared = IN_LAYER[layer]?.[end] ?? SHARED[end];
  return shared === undefined ? null : { ...inLayer(exampleFrom(shared), layer), layer };
}

/** Tokens and SAML are matters of a trust policy, passed roles of an identity policy. */
function layerOf({ action }: ExampleParts): Layer {
  return action.startsWith('sts:') ? 'trust' : 'identity';
}

/** A shared example as a policy of the layer has it. */
function inLayer(shared: Example, layer: Layer): Example {
  const example = layer === 'resource' ? fromOutside(shared) : shared;
  if (!NAMES_PRINCIPAL.has(layer)) return example;
  const { before, after } = example;
  const change = (policy: ExamplePolicy) => eachStatement(policy, (one) => named(one, example, layer));
  const isTrust = layer === 'trust' && !example.action.startsWith('sts:');
  return {
    ...example,
    ...(isTrust ? { action: 'sts:AssumeRole', resource: ROLE } : {}),
    before: change(before),
    after: after && change(after),
  };
}

/** Within one account an identity policy would do: the resource policy is needed where the caller is of another one. */
function fromOutside(example: Example): Example {
  const { principal, before } = example;
  const grants = [before].flat().some(({ Effect }) => Effect === 'Allow');
  if (!grants || typeof principal !== 'string') return example;
  return { ...example, principal: principal.replace('::111122223333:', '::444455556666:') };
}

function named(statement: ExampleStatement, { principal }: Example, layer: Layer): ExampleStatement {
  const principals = statement['Effect'] === 'Deny' || typeof principal !== 'string' ? '*' : { AWS: principal };
  const whole = statement['Principal'] === undefined ? withPrincipal(statement, principals) : statement;
  if (layer !== 'trust') return whole;
  const { Resource: _, NotAction, Action, ...rest } = whole;
  const { Effect, Principal, ...more } = rest;
  const action = String(Action).startsWith('sts:') ? Action : 'sts:AssumeRole';
  return { Effect, Principal, ...(NotAction === undefined ? { Action: action } : { NotAction }), ...more };
}

function eachStatement(
  policy: ExamplePolicy,
  change: (statement: ExampleStatement) => ExampleStatement,
): ExamplePolicy {
  return Array.isArray(policy) ? policy.map(change) : change(policy as ExampleStatement); // one that is no list
}

/** The ids, and ends of ids, that have an example. */
export function exampleKeys(): readonly string[] {
  return [OWN, SHARED, ...Object.values(IN_LAYER)].flatMap((examples) => Object.keys(examples));
}
