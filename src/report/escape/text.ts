import { visible } from './visible.ts';

/** A value for the terminal: it can neither steer it nor look like something else. */
export function escapeText(value: string): string {
  return visible(value);
}
