/** The longest line that a terminal passes on before its end; what is typed or pasted beyond is lost. https://man7.org/linux/man-pages/man3/termios.3.html */
const LONGEST_LINE = 4_095;

const NEWLINE = 0x0a;

/** Watches what is pasted at a terminal for a line that the terminal cut. */
export interface LineWatch {
  readonly push: (chunk: Uint8Array) => void;
  readonly isCut: () => boolean;
}

/** True for a line of that length or more; bytes count, not letters. */
export function watchLines(): LineWatch {
  let length = 0;
  let longest = 0;
  return {
    push(chunk) {
      for (const byte of chunk) {
        length = byte === NEWLINE ? 0 : length + 1;
        longest = Math.max(longest, length);
      }
    },
    isCut: () => longest >= LONGEST_LINE,
  };
}

/** What to do about it. */
export const CUT_LINE =
  'the terminal cut a pasted line after 4095 bytes: save the text and use --file FILE, or pipe it, such as: pbpaste | denytrace';
