import type { FoundCause } from '../causes/cause.ts';
import { UNDONE, type Undone } from '../causes/tables/undone.ts';
import { unseenGaps } from '../evidence/unseen-gaps.ts';
import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Fix } from '../model/diagnosis.ts';
import type { Gap } from '../model/gap.ts';
import type { Layer } from '../model/layer.ts';
import { LAYER_WORDS } from '../model/layer-words.ts';
import type { Verdict } from '../model/verdict.ts';

/** What a fix comes to. */
export interface FixOutcome {
  readonly check: Fix['check'];
  readonly stillBlocking: readonly string[];
  readonly openAfter: readonly Gap[];
  /** Layers that block after the fix, and did not before: no cause of the diagnosis says so. */
  readonly newIn?: readonly Layer[];
}

/**
 * What a fix comes to, from the case as it is afterwards. `causes` are all that were found before it, `others` those that it does not fix.
 * Causes beyond the policies block until their own fix is done. What AWS alone says of a layer may still hold.
 */
export function outcomeOf(
  after: DenialCase & { readonly verdict: Verdict },
  causes: readonly FoundCause[],
  others: readonly FoundCause[],
): FixOutcome {
  const { keys, newIn } = blockingAfter(after, causes);
  const beyond = others.filter(isBeyondPolicies).map(({ key }) => key);
  const named = others.filter(({ blocker }) => blocker?.kind === 'named-by-aws').map(({ key }) => key);
  const certain = [...new Set([...keys, ...beyond])];
  const openAfter = unseenGaps(after);
  const { allowed } = after.verdict;
  if (allowed === 'no' || certain.length > 0 || newIn.length > 0)
    return { check: 'still-blocked', stillBlocking: [...new Set([...certain, ...named])], openAfter, newIn };
  return allowed === 'yes' && openAfter.length === 0 && named.length === 0
    ? { check: 'allowed', stillBlocking: [], openAfter }
    : { check: 'open', stillBlocking: [...likelyAfter(after, others), ...named], openAfter };
}

/**
 * What advice comes to. It says what to do (get other credentials, say) and changes nothing that could be evaluated, so nothing is tried;
 * but another cause that certainly blocks still does.
 */
export function outcomeOfAdvice(
  fixed: readonly FoundCause[],
  all: readonly FoundCause[],
  openAfter: readonly Gap[],
): FixOutcome {
  const others = all.filter((one) => !isUndoneWith(one, fixed));
  const certain = others
    .filter(({ certainty }) => certainty === 'aws' || certainty === 'evaluated')
    .map(({ key }) => key);
  if (certain.length > 0) return { check: 'still-blocked', stillBlocking: certain, openAfter };
  const likely = others.filter(({ blocker }) => blocker !== null).map(({ key }) => key);
  return { check: null, stillBlocking: likely, openAfter };
}

/**
 * Advice to call as somebody else, or to give the caller a permission, answers what AWS says of the caller's own policies: that clause does
 * not block on its own.
 */
function isUndoneWith({ blocker }: FoundCause, fixed: readonly FoundCause[]): boolean {
  if (blocker?.kind !== 'named-by-aws') return false;
  const layers = fixed.flatMap(({ id }) => UNDONE_LAYERS[UNDONE[id] ?? 'provider']);
  return layers.includes(blocker.layer);
}

const UNDONE_LAYERS: Readonly<Record<Undone, readonly Layer[]>> = {
  caller: ['identity', 'boundary', 'session'],
  'caller-of-account': ['identity', 'boundary', 'session'],
  permission: ['identity'],
  provider: [],
};

/** `what blocks then: the identity policies`; "" where causes of the diagnosis say it all. */
export function newBlockersWords(layers: readonly Layer[]): string {
  return layers.length === 0
    ? ''
    : `what blocks then: ${layers.map((layer) => `the ${LAYER_WORDS[layer].policies}`).join(', ')}`;
}

/** What is certain beyond the policies; and a wrong name, which stays wrong even where AWS never says that it is why. */
function isBeyondPolicies({ blocker, certainty, remedies }: FoundCause): boolean {
  return blocker === null && (certainty !== 'likely' || remedies.some((one) => one.kind === 'rename' && one.certain));
}

/**
 * What blocks after a fix, by the keys that the causes had before it: with one cause out of the way, another one may explain the same
 * blocker in other words. A blocker that is only likely keeps a fix from being `allowed`, but does not make it `still-blocked`.
 */
function blockingAfter(
  { blockers, verdict }: DenialCase & { readonly verdict: Verdict },
  causes: readonly FoundCause[],
): { readonly keys: readonly string[]; readonly newIn: readonly Layer[] } {
  const keyOf = keysOf(causes);
  const blocking = blockers
    .filter(({ kind, certainty }) => kind !== 'named-by-aws' && (verdict.allowed === 'no' || certainty !== 'likely'))
    .map((blocker) => ({ blocker, key: keyOf.get(signatureOf(blocker)) }));
  const added = blocking.filter(({ blocker, key }) => key === undefined && blocker.certainty !== 'likely');
  return {
    keys: blocking.flatMap(({ key }) => key ?? []),
    newIn: [...new Set(added.map(({ blocker }) => blocker.layer))],
  };
}

/** The keys of those of the causes that are likely to block after the fix. */
function likelyAfter({ blockers }: DenialCase, others: readonly FoundCause[]): readonly string[] {
  const likely = blockers.filter(({ kind, certainty }) => kind !== 'named-by-aws' && certainty === 'likely');
  const left = new Set(likely.map(signatureOf));
  return others.flatMap(({ blocker, key }) => (blocker !== null && left.has(signatureOf(blocker)) ? [key] : []));
}

const cache = new WeakMap<readonly FoundCause[], ReadonlyMap<string, string>>();

function keysOf(causes: readonly FoundCause[]): ReadonlyMap<string, string> {
  const cached = cache.get(causes);
  if (cached !== undefined) return cached;
  const keys = new Map<string, string>();
  for (const { blocker, key, remedies } of causes) {
    // The blocker of a wrong name is not what blocks the right one.
    const isRenamed = remedies.some(({ kind }) => kind === 'rename');
    const signature = blocker === null || isRenamed ? null : signatureOf(blocker);
    if (signature !== null && !keys.has(signature)) keys.set(signature, key);
  }
  cache.set(causes, keys);
  return keys;
}

/** The same for a blocker before and after a change of its document: a statement keeps its index, not its pointer (`/Statement` may become a list). */
function signatureOf({ kind, layer, level, statement }: Blocker): string {
  const { arn, name, attachedTo } = statement?.policy ?? { arn: null, name: null, attachedTo: null };
  return JSON.stringify([kind, layer, level, arn, name, attachedTo, statement?.index ?? null]);
}
