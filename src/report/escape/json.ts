import { visible } from './visible.ts';

/**
 * JSON that is safe to look at. What JSON.stringify leaves alone (C1 controls, bidirectional and zero-width characters) becomes
 * `\uXXXX`; outside of strings JSON has only white space of its own, which is put back.
 * @param space indentation, as for JSON.stringify
 */
export function stringify(value: unknown, space = 0): string {
  const json = JSON.stringify(value, null, space);
  return space === 0 ? visible(json) : json.split('\n').map(visible).join('\n');
}
