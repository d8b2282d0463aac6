import type { Difference } from './difference.ts';

/** Nothing in it is hidden; this is told faster than what is. */
const PLAIN = /^[ -~]*$/;

/** What the eye does not see, or hardly: white space at the ends, a character without width, another letter case. */
export function compareCharacters(policy: string, asked: string): Difference | undefined {
  if (policy.trim() === asked.trim()) return { kind: 'characters', words: 'white space around it', distance: 0.5 };
  const invisible = PLAIN.test(policy + asked) ? undefined : (hiddenCharacter(policy) ?? hiddenCharacter(asked));
  if (invisible !== undefined && shown(policy) === shown(asked))
    return { kind: 'characters', words: `an invisible character in it, ${invisible}`, distance: 0.5 };
  if (policy.toLowerCase() === asked.toLowerCase())
    return { kind: 'case', words: `other case: ${policy}, not ${asked}`, distance: 0.5 };
  return undefined;
}

function shown(text: string): string {
  return text.replace(/[\p{Cf}\p{Cc}]/gu, '').trim();
}

/** A character that takes no room: zero-width spaces, byte order marks, bidirectional marks, controls. */
function hiddenCharacter(text: string): string | undefined {
  const code = /[\p{Cf}\p{Cc}]/u.exec(text)?.[0].codePointAt(0);
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
