import type { Denial } from '../model/denial.ts';
import { createWindowReader } from './scan/window-reader.ts';

/**
 * Finds every AWS denial in a text, in order of appearance, repeats included. The text may be anything: it is never an
 * error, and the work grows with its length only. Values are as in the text, unwrapped and unescaped; lines are from 1.
 */
export function parseDenials(text: string): Denial[] {
  const denials: Denial[] = [];
  const reader = createWindowReader((denial) => denials.push(denial));
  reader.push(Buffer.from(text));
  reader.end();
  return denials;
}
