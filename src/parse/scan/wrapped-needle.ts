const BLANK = 0x20;
const TAB = 0x09;
const BACKSLASH = 0x5c;

/**
 * True if the bytes around `at` are the needle, of which byte `offset` is at `at`. The `length` bytes from there must be equal. Those
 * before and after them must be equal as far as the line goes: if it was wrapped inside the needle, the rest is not compared, since the
 * next line may begin with any prefix. A blank in the needle matches any number of blanks.
 */
export function isAround(bytes: Buffer, at: number, needle: Buffer, offset: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) {
    if (bytes[at + index] !== needle[offset + index]) return false;
  }
  return goesOn(bytes, at + length, needle, offset + length, 1) && goesOn(bytes, at - 1, needle, offset - 1, -1);
}

/** Compares forwards (1) or backwards (-1), to the end of the needle or of the line. */
function goesOn(bytes: Buffer, from: number, needle: Buffer, offset: number, step: 1 | -1): boolean {
  let at = from;
  for (let index = offset; index >= 0 && index < needle.length; index += step) {
    const wanted = needle[index] ?? 0;
    if (wanted === BLANK && isBlankAt(bytes, at)) at = behindBlanks(bytes, at, step);
    else if (bytes[at] === wanted) at += step;
    else return isBreak(bytes, behindBlanks(bytes, at, step), step);
  }
  return true;
}

function behindBlanks(bytes: Buffer, from: number, step: 1 | -1): number {
  let at = from;
  while (isBlankAt(bytes, at)) at += step;
  return at;
}

function isBlankAt(bytes: Buffer, at: number): boolean {
  return bytes[at] === BLANK || bytes[at] === TAB;
}

/** Marks of `\n` in a string, of a tag, and of an entity, by the side of the text that they are on. */
const MARKS = { after: '\\<&', before: '\\>;' };

/** True where a line ends, or begins if `step` is -1: at a line break, also as `\n` or `<br>`, the bar of a box, a colour code. */
function isBreak(bytes: Buffer, at: number, step: 1 | -1): boolean {
  const byte = bytes[at];
  if (byte === undefined) return false;
  if (byte < BLANK) return true;
  const character = String.fromCharCode(byte);
  if (step > 0) return MARKS.after.includes(character) || isBar(bytes, at);
  return MARKS.before.includes(character) || bytes[at - 1] === BACKSLASH || isBar(bytes, at - 2);
}

/** U+2500 to U+257F. */
function isBar(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0xe2 && (bytes[at + 1] === 0x94 || bytes[at + 1] === 0x95);
}
