import type { Difference } from './difference.ts';

/** Names are made of words: the same words with one exchanged, one more or in another order are likely what was meant. */
export function compareNameParts(policy: string, asked: string): Difference | undefined {
  const [ours, theirs] = [partsOf(policy), partsOf(asked)];
  if (ours.join('') === theirs.join('')) return { words: `other separators: ${policy}, not ${asked}`, distance: 1 };
  return (
    oneMorePart(ours, theirs, policy, asked) ??
    sameEnd(policy, asked) ??
    onePart(ours, theirs) ??
    otherOrder(ours, theirs, policy, asked)
  );
}

function partsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[-_./:@ ]/)
    .filter((part) => part !== '');
}

function oneMorePart(
  ours: readonly string[],
  theirs: readonly string[],
  policy: string,
  asked: string,
): Difference | undefined {
  if (Math.abs(ours.length - theirs.length) !== 1) return undefined;
  const [short, long] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
  const at = long.findIndex((part, index) => part !== short[index]);
  const rest = [...long.slice(0, at), ...long.slice(at + 1)];
  if (short.length === 0 || rest.some((part, index) => part !== short[index])) return undefined;
  const verb = ours.length < theirs.length ? 'lacks' : 'has';
  return { words: `the name ${verb} the part "${long[at]}": ${policy}, not ${asked}`, distance: 2.5 };
}

function sameEnd(policy: string, asked: string): Difference | undefined {
  const [short, long] = policy.length < asked.length ? [policy, asked] : [asked, policy];
  if (short.length < 4 || !(long.startsWith(short) || long.endsWith(short))) return undefined;
  const words = `${policy.length < asked.length ? 'shorter' : 'longer'} name: ${policy}, not ${asked}`;
  return { words, distance: 3 };
}

function onePart(ours: readonly string[], theirs: readonly string[]): Difference | undefined {
  if (ours.length !== theirs.length || ours.length < 2) return undefined;
  const different = ours.flatMap((part, index) =>
    part === theirs[index] ? [] : [[part, theirs[index] ?? ''] as const],
  );
  const [only] = different;
  if (only === undefined || different.length > 1) return undefined;
  return { words: `one part of the name: ${only[0]}, not ${only[1]}`, distance: 3 };
}

function otherOrder(
  ours: readonly string[],
  theirs: readonly string[],
  policy: string,
  asked: string,
): Difference | undefined {
  if (ours.length < 2 || ours.toSorted().join(' ') !== theirs.toSorted().join(' ')) return undefined;
  return { words: `the same words in another order: ${policy}, not ${asked}`, distance: 3 };
}
