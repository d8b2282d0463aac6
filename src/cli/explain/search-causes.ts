import type { Explanation } from '../../causes/texts/explanation.ts';

/** The causes in which each of the words begins a word of the id or of the meaning; where none has, of the whole text. */
export function searchCauses(all: readonly Explanation[], query: string): readonly Explanation[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = (textOf: (one: Explanation) => string) => all.filter((one) => matches(words, wordsOf(textOf(one))));
  const meant = found(({ id, what }) => `${id} ${what}`);
  return meant.length > 0 ? meant : found(({ id, what, why, fix }) => `${id} ${what} ${why} ${fix}`);
}

function matches(words: readonly string[], text: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => text.some((one) => one.startsWith(word)));
}

/** In lower case: each word, and where it has parts (`trust.mfa-age`, `sts:AssumeRole`), each part, each end (`mfa-age`), and those without hyphens. */
function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\d_][\p{L}\d_.:/-]*/gu) ?? [];
  return words.flatMap((word) => {
    const ends = [word, ...[...word.matchAll(/[.:/-]/g)].map(({ index }) => word.slice(index + 1))];
    return [...ends, ...ends.map((end) => end.replaceAll('-', ''))].filter((one) => one !== '');
  });
}
