import { editDistance } from '../../reference/edit-distance.ts';
import { compareCharacters } from './compare-characters.ts';
import { compareNameParts } from './compare-name-parts.ts';
import { type Difference, FAR } from './difference.ts';

/** Names that differ in more letters than this have other words in them. */
const MOST_LETTERS = 4;

/**
 * How a name in a policy differs from the one that was asked for: white space, letter case, a letter or two, one of its parts
 * (`web-staging` and `web-prod`), something more at an end. Undefined for the same name.
 */
export function compareNames(policy: string, asked: string): Difference | undefined {
  if (policy === asked) return undefined;
  return (
    compareCharacters(policy, asked) ??
    compareLetters(policy, asked) ??
    compareNameParts(policy, asked) ?? { words: `other name: ${policy}, not ${asked}`, distance: FAR }
  );
}

function compareLetters(policy: string, asked: string): Difference | undefined {
  if (Math.abs(policy.length - asked.length) > MOST_LETTERS) return undefined;
  const letters = editDistance(policy, asked);
  const longest = Math.max(policy.length, asked.length);
  // Two short names may differ by one letter and have nothing in common: `a` and `b`.
  if (letters > Math.max(1, Math.min(MOST_LETTERS, longest / 5)) || letters >= longest) return undefined;
  return { words: `${lettersInWords(letters)}: ${policy}, not ${asked}`, distance: letters };
}

/** `one letter`, `two letters`, `3 letters` */
export function lettersInWords(letters: number): string {
  return letters === 1 ? 'one letter' : `${letters === 2 ? 'two' : letters} letters`;
}
