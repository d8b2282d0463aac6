/** A text without what wrapping, boxes and quoting put between its words. `at`: the index of each of its characters in the original. */
export interface Squeezed {
  readonly text: string;
  readonly at: readonly number[];
}

/** Only this much of a longer text is searched; the lines of a denial are short. */
const LONGEST = 262_144;

const DROPPED = new Set([...' \t\r\n\u00a0│╷╵╭╰|"\'`']);

/** Lower-cases and drops white space, box drawing, quotes and escapes, so that a wrapped sentence is found like any other. */
export function squeeze(text: string): Squeezed {
  const characters: string[] = [];
  const at: number[] = [];
  const end = Math.min(text.length, LONGEST);
  for (let index = 0; index < end; index += 1) {
    const character = text.charAt(index);
    if (character === '\\') {
      if (/[nrt]/.test(text.charAt(index + 1))) index += 1;
      continue;
    }
    if (DROPPED.has(character)) continue;
    // Lower case may be longer than one character, which would put `at` out of step.
    const lower = character.toLowerCase();
    characters.push(lower.length === 1 ? lower : character);
    at.push(index);
  }
  return { text: characters.join(''), at };
}
