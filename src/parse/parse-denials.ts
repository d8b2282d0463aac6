import type { Denial } from '../model/denial.ts';
import { createWindowReader } from './scan/window-reader.ts';

/**
 * Finds every AWS denial in a text, in order of appearance, repeats included. Takes any text: it never throws, and the work is linear
 * in the length of the text. Values are as they are in the text, unwrapped and unescaped; lines are counted from 1.
 */
export function parseDenials(text: string): Denial[] {
  const denials: Denial[] = [];
  const reader = createWindowReader((denial) => denials.push(denial));
  reader.push(Buffer.from(text));
  reader.end();
  return denials;
}
