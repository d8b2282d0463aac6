import type { Denial } from '../model/denial.ts';
import { readWindow } from './read-window.ts';

/**
 * Finds every AWS denial in a text, in order of appearance, repeats included. The text may be anything: it is never an
 * error, and the work grows with its length only. Values are as in the text, unwrapped and unescaped.
 */
export function parseDenials(text: string): Denial[] {
  return readWindow(text.split('\n').map((line, index) => ({ text: line, line: index + 1 })));
}
