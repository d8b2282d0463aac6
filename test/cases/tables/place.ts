import type { Layer } from '../../../src/model/layer.ts';
import type { UserOptions } from '../../../src/model/question.ts';
import { denied, type Situation } from './cause-case.ts';
import { ALICE, EVERYTHING, type PolicyParts, policy, policyWorld, ROLE, SESSION } from './policy-world.ts';
import { AWAY, HOME, type Json } from './world.ts';

/** Who asks for what. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly caller?: string;
}

/** A queue: of the caller's account, or of the other one. */
export function queue(account: string = HOME): Asked {
  return { action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${account}:orders` };
}

type PlacedLayer = Exclude<Layer, 'trust'>;

interface More {
  readonly parts?: PolicyParts;
  readonly given?: Partial<UserOptions>;
  /** AWS's clause in the text. */
  readonly clause?: string;
}

/** A resource that others may use: whoever asks is allowed by the policy of the resource. */
function openTo(asked: Asked): NonNullable<PolicyParts['resources']> {
  const principal = { AWS: [ROLE, ALICE, `arn:aws:iam::${HOME}:root`] };
  return { [holderOf(asked.resource)]: [{ Effect: 'Allow', Principal: principal, Action: '*', Resource: '*' }] };
}

/** The bucket of an object, the table of an index. */
function holderOf(resource: string): string {
  return /^arn:aws:(?:s3:::[^/]+|dynamodb:[^/]+\/[^/]+)/.exec(resource)?.[0] ?? resource;
}

/** The statements as all that a layer has; everywhere else everything is allowed. */
export function only(layer: PlacedLayer, statements: readonly Json[], asked: Asked, more: More = {}): Situation {
  const { parts, given } = placed(layer, statements, asked);
  return {
    text: denied(asked.caller ?? SESSION, asked.action, asked.resource, more.clause),
    world: policyWorld({ resources: openTo(asked), ...parts, ...more.parts }),
    given: { ...given, ...more.given },
  };
}

/** A Deny in a layer that allows everything else. */
export function denying(layer: PlacedLayer, statement: Json, asked: Asked, more: More = {}): Situation {
  const needsPrincipal = layer === 'resource' || layer === 'rcp' || layer === 'endpoint';
  const named = needsPrincipal && !('NotPrincipal' in statement) ? { Principal: '*', ...statement } : statement;
  const deny = { Effect: 'Deny', ...named };
  const principal = { AWS: [ROLE, ALICE, `arn:aws:iam::${HOME}:root`] };
  if (layer === 'rcp') return only(layer, [deny], asked, more);
  if (layer === 'scp') return only(layer, [deny], asked, { ...more, parts: { fullAccess: true, ...more.parts } });
  return only(layer, [needsPrincipal ? { ...EVERYTHING, Principal: principal } : EVERYTHING, deny], asked, more);
}

function placed(
  layer: PlacedLayer,
  statements: readonly Json[],
  { resource }: Asked,
): { readonly parts?: PolicyParts; readonly given?: Partial<UserOptions> } {
  switch (layer) {
    case 'identity':
      return { parts: { identity: statements } };
    case 'boundary':
      return { parts: { boundary: { current: statements } } };
    case 'session':
      return { given: { sessionPolicy: { document: policy(statements) } } };
    case 'scp':
      return { parts: { scp: statements, fullAccess: false } };
    case 'rcp':
      return { parts: { rcp: statements } };
    case 'resource':
      return { parts: { resources: { [holderOf(resource)]: statements } } };
    case 'endpoint':
      return { given: { endpointPolicy: policy(statements) } };
  }
}

/** Nothing could be read. */
export function blind(asked: Asked): Situation {
  return { text: denied(asked.caller ?? SESSION, asked.action, asked.resource) };
}

/** The same request for a resource of the other account, as the layers of the resource's side need it. */
export function sideOf(layer: PlacedLayer, asked: Asked): Asked {
  if (layer !== 'resource' && layer !== 'rcp') return asked;
  return { ...asked, resource: asked.resource.replace(`:${HOME}:`, `:${AWAY}:`) };
}

/** Where the denying statement stands: alone in an RCP or SCP, else after the Allow. */
export function denyPointer(layer: PlacedLayer): string {
  return layer === 'rcp' || layer === 'scp' ? '/Statement/0' : '/Statement/1';
}
