/** A text without what wrapping, boxes and quoting put between its words. `at`: the index of each of its characters in the original. */
export interface Squeezed {
  readonly text: string;
  readonly at: readonly number[];
}

/** Only this much of a longer text is searched; the lines of a denial are short. */
const LONGEST = 262_144;

const DROPPED = /(?:\\[nrt]?|[ \t\r\n\u00a0│╷╵╭╰|"'`])+/g;

/** Lower-cases and drops white space, box drawing, quotes and escapes, so that a wrapped sentence is found like any other. */
export function squeeze(text: string): Squeezed {
  const original = text.slice(0, LONGEST);
  const lower = inLowerCase(original);
  const at: number[] = [];
  let squeezed = '';
  let index = 0;
  for (const { 0: dropped, index: end } of original.matchAll(DROPPED)) {
    squeezed += lower.slice(index, end);
    for (; index < end; index += 1) at.push(index);
    index += dropped.length;
  }
  squeezed += lower.slice(index);
  for (; index < lower.length; index += 1) at.push(index);
  return { text: squeezed, at };
}

/** Lower case may be longer than what it is of, which would put `at` out of step: such characters stay. */
function inLowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from({ length: text.length }, (_, index) => {
    const character = text.charAt(index);
    const one = character.toLowerCase();
    return one.length === 1 ? one : character;
  }).join('');
}
