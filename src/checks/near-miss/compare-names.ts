import { editDistance } from '../../reference/edit-distance.ts';
import { type Difference, FAR } from './difference.ts';

/**
 * How a name in a policy differs from the one that was asked for: white space, letter case, a letter or two, one of its parts
 * (`web-staging` and `web-prod`), something more at an end. Undefined for the same name.
 */
export function compareNames(policy: string, asked: string): Difference | undefined {
  if (policy === asked) return undefined;
  if (policy.trim() === asked.trim()) return { words: 'white space around it', distance: 0.5 };
  if (policy.toLowerCase() === asked.toLowerCase())
    return { words: `other case: ${policy}, not ${asked}`, distance: 0.5 };
  const letters = editDistance(policy, asked);
  if (letters === 1) return { words: `one letter: ${policy}, not ${asked}`, distance: 1 };
  if (letters <= Math.min(4, Math.max(policy.length, asked.length) / 5))
    return { words: `${letters === 2 ? 'two' : letters} letters: ${policy}, not ${asked}`, distance: letters };
  return comparedByParts(policy, asked) ?? { words: `other name: ${policy}, not ${asked}`, distance: FAR };
}

function comparedByParts(policy: string, asked: string): Difference | undefined {
  const [short, long] = policy.length < asked.length ? [policy, asked] : [asked, policy];
  if (short.length >= 4 && (long.startsWith(short) || long.endsWith(short)))
    return {
      words: `${policy.length < asked.length ? 'shorter' : 'longer'} name: ${policy}, not ${asked}`,
      distance: 3,
    };
  const [ours, theirs] = [partsOf(policy), partsOf(asked)];
  if (sameParts(ours, theirs)) return { words: `other separators: ${policy}, not ${asked}`, distance: 1 };
  if (ours.length !== theirs.length || ours.length < 2) return undefined;
  const different = ours.flatMap((part, index) =>
    part === theirs[index] ? [] : [[part, theirs[index] ?? ''] as const],
  );
  const [only] = different;
  if (only === undefined || different.length > 1) return undefined;
  return { words: `one part of the name: ${only[0]}, not ${only[1]}`, distance: 3 };
}

function partsOf(name: string): readonly string[] {
  return name.toLowerCase().split(/[-_./:@ ]+/);
}

function sameParts(left: readonly string[], right: readonly string[]): boolean {
  return left.join('') === right.join('');
}
