import type { FoundCause } from '../causes/cause.ts';
import { LAYER_NOUNS } from '../evidence/words.ts';
import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer } from '../model/layer.ts';
import type { Verdict } from '../model/verdict.ts';

/** What blocks after a fix. */
export interface Blocking {
  /** Of causes that the diagnosis has. */
  readonly keys: readonly string[];
  /** Where something blocks for certain that did not before: no cause of the diagnosis is it. */
  readonly newIn: readonly Layer[];
}

/**
 * What blocks after a fix, by the keys that the causes had before it: a cause may be worded anew once another one is out of the way.
 * What only may block keeps a fix open, and not back.
 */
export function blockingKeys(after: DenialCase, verdict: Verdict, found: readonly FoundCause[]): Blocking {
  const known = keysOf(found);
  const blocking = after.blockers
    .filter(({ kind, certainty }) => kind !== 'named-by-aws' && (verdict.allowed === 'no' || certainty !== 'likely'))
    .map((blocker) => ({ blocker: blocker, key: known.get(signatureOf(blocker)) }));
  const news = blocking.filter(({ blocker, key }) => key === undefined && blocker.certainty !== 'likely');
  return {
    keys: blocking.flatMap(({ key }) => key ?? []),
    newIn: [...new Set(news.map(({ blocker }) => blocker.layer))],
  };
}

/** `what blocks then: the identity policies`; "" where the keys of causes tell everything. */
export function newBlockersWords(layers: readonly Layer[]): string {
  return layers.length === 0
    ? ''
    : `what blocks then: ${layers.map((layer) => `the ${LAYER_NOUNS[layer]}`).join(', ')}`;
}

/** Which of these causes may block after a fix still, though nobody can be sure: none of them is said to be out of the way. */
export function likelyKeys(after: DenialCase, others: readonly FoundCause[]): readonly string[] {
  const left = new Set(
    after.blockers.filter(({ kind, certainty }) => kind !== 'named-by-aws' && certainty === 'likely').map(signatureOf),
  );
  return others.flatMap(({ blocker, key }) => (blocker !== null && left.has(signatureOf(blocker)) ? [key] : []));
}

const cache = new WeakMap<readonly FoundCause[], ReadonlyMap<string, string>>();

function keysOf(found: readonly FoundCause[]): ReadonlyMap<string, string> {
  const cached = cache.get(found);
  if (cached !== undefined) return cached;
  const keys = new Map<string, string>();
  for (const { blocker, key, remedies } of found) {
    // That nobody has the name is another thing than what blocks whoever is meant.
    const isRenamed = remedies.some(({ kind }) => kind === 'rename');
    const signature = blocker === null || isRenamed ? null : signatureOf(blocker);
    if (signature !== null && !keys.has(signature)) keys.set(signature, key);
  }
  cache.set(found, keys);
  return keys;
}

/** The same blocker in a changed document: a statement keeps its index, not its pointer (`/Statement` may become a list). */
function signatureOf({ kind, layer, level, statement }: Blocker): string {
  const { arn, name, attachedTo } = statement?.policy ?? { arn: null, name: null, attachedTo: null };
  return JSON.stringify([kind, layer, level, arn, name, attachedTo, statement?.index ?? null]);
}
