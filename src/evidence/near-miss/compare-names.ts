import { editDistance } from '../../reference/edit-distance.ts';
import { covers, isPattern } from './covers.ts';
import { type Difference, FAR, sides } from './difference.ts';

/** Names that differ in more letters than this are made of different words. */
const MOST_LETTERS = 4;

/**
 * How a name in a policy differs from the one requested: white space, letter case, a letter or two, one of its parts (`web-staging` and
 * `web-prod`), something added at one end. Undefined for the same name.
 */
export function compareNames(policy: string, requested: string): Difference | undefined {
  if (policy === requested) return undefined;
  return (
    compareCharacters(policy, requested) ??
    compareLetters(policy, requested) ??
    compareNameParts(policy, requested) ?? {
      words: `different name: ${sides(policy, requested)}`,
      distance: FAR,
    }
  );
}

function compareLetters(policy: string, requested: string): Difference | undefined {
  if (Math.abs(policy.length - requested.length) > MOST_LETTERS) return undefined;
  const letters = editDistance(policy, requested);
  const longest = Math.max(policy.length, requested.length);
  // Two short names may differ by one letter and have nothing in common: `a` and `b`.
  if (letters > Math.max(1, Math.min(MOST_LETTERS, longest / 5)) || letters >= longest) return undefined;
  return { words: `${lettersInWords(letters)}: ${sides(policy, requested)}`, distance: letters };
}

/** `one letter`, `two letters`, `3 letters` */
export function lettersInWords(letters: number): string {
  return letters === 1 ? 'one letter' : `${letters === 2 ? 'two' : letters} letters`;
}

/** Texts that match have no hidden characters; a quick check for the common case. */
const PLAIN = /^[ -~]*$/;

/** Differences that are hard or impossible to see: white space at the ends, zero-width characters, letter case. */
export function compareCharacters(policy: string, requested: string): Difference | undefined {
  if (policy.trim() === requested.trim()) return { kind: 'characters', words: 'white space around it', distance: 0.5 };
  const invisible = PLAIN.test(policy + requested)
    ? undefined
    : (hiddenCharacter(policy) ?? hiddenCharacter(requested));
  if (invisible !== undefined && shown(policy) === shown(requested))
    return { kind: 'characters', words: `an invisible character in it, ${invisible}`, distance: 0.5 };
  if (policy.toLowerCase() === requested.toLowerCase())
    return { kind: 'case', words: `different case: ${sides(policy, requested)}`, distance: 0.5 };
  return undefined;
}

function shown(text: string): string {
  return text.replace(/[\p{Cf}\p{Cc}]/gu, '').trim();
}

/** An invisible character: zero-width spaces, byte order marks, bidirectional marks, control characters. */
function hiddenCharacter(text: string): string | undefined {
  const code = /[\p{Cf}\p{Cc}]/u.exec(text)?.[0].codePointAt(0);
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Names are made of words: a name with one word replaced, one more, or the same words in a different order is probably the one meant. */
function compareNameParts(policy: string, requested: string): Difference | undefined {
  const [ours, theirs] = [partsOf(policy), partsOf(requested)];
  if (ours.join('') === theirs.join(''))
    return { words: `different separators: ${sides(policy, requested)}`, distance: 1 };
  return (
    oneMorePart(ours, theirs, policy, requested) ??
    sameEnd(policy, requested) ??
    onePart(ours, theirs) ??
    otherOrder(ours, theirs, policy, requested)
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
  requested: string,
): Difference | undefined {
  if (Math.abs(ours.length - theirs.length) !== 1) return undefined;
  const [short, long] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
  const at = long.findIndex((part, index) => part !== short[index]);
  const rest = [...long.slice(0, at), ...long.slice(at + 1)];
  if (short.length === 0 || rest.some((part, index) => part !== short[index])) return undefined;
  const verb = ours.length < theirs.length ? 'lacks' : 'has';
  return { words: `the name ${verb} the part "${long[at]}": ${sides(policy, requested)}`, distance: 2.5 };
}

function sameEnd(policy: string, requested: string): Difference | undefined {
  const [short, long] = policy.length < requested.length ? [policy, requested] : [requested, policy];
  if (short.length < 4 || !(long.startsWith(short) || long.endsWith(short))) return undefined;
  const words = `${policy.length < requested.length ? 'shorter' : 'longer'} name: ${sides(policy, requested)}`;
  return { words, distance: 3 };
}

function onePart(ours: readonly string[], theirs: readonly string[]): Difference | undefined {
  if (ours.length !== theirs.length || ours.length < 2) return undefined;
  const different = ours.flatMap((part, index) =>
    part === theirs[index] ? [] : [[part, theirs[index] ?? ''] as const],
  );
  const [only] = different;
  if (only === undefined || different.length > 1) return undefined;
  return { words: `one part of the name: ${sides(...only)}`, distance: 3 };
}

function otherOrder(
  ours: readonly string[],
  theirs: readonly string[],
  policy: string,
  requested: string,
): Difference | undefined {
  if (ours.length < 2 || ours.toSorted().join(' ') !== theirs.toSorted().join(' ')) return undefined;
  return { words: `the same words in a different order: ${sides(policy, requested)}`, distance: 3 };
}

/** How part of a policy's ARN, perhaps a pattern, differs from the same part of the requested one. Undefined if it covers it. */
export function comparePatterns(policy: string, requested: string): Difference | undefined {
  if (policy === requested || covers(policy, requested)) return undefined;
  if (!isPattern(policy)) return compareNames(policy, requested);
  if (covers(policy.trim(), requested)) return { kind: 'characters', words: 'white space around it', distance: 0.5 };
  if (covers(policy.toLowerCase(), requested.toLowerCase()))
    return { kind: 'case', words: `different case: ${policy} does not cover ${requested}`, distance: 0.5 };
  return {
    kind: 'wildcard',
    words: `the wildcard does not cover it: ${sides(policy, requested)}`,
    distance: 2 + remoteness(policy, requested),
  };
}

/** How much of the part before the first wildcard the text lacks, from 0 to 3: a pattern for something else is far. */
export function remoteness(policy: string, requested: string): number {
  const fixed = policy.slice(0, policy.search(/[*?]/));
  let same = 0;
  while (same < fixed.length && fixed[same] === requested[same]) same += 1;
  return fixed.length === 0 ? 0 : (3 * (fixed.length - same)) / fixed.length;
}
