import type { Change } from '../../model/diagnosis.ts';
import { visible } from '../escape/visible.ts';
import { compactJson } from './compact-json.ts';

/** A line of a diff. Everything is visible already. */
export interface DiffLine {
  readonly sign: '-' | '+';
  readonly text: string;
}

/** A change of a document as lines that go and lines that come; values that do not fit in `width` take several lines. */
export function diff({ pointer, before, after }: Change, width: number): readonly DiffLine[] {
  const key = keyOf(pointer);
  return [...side('-', key, before, width), ...side('+', key, after, width)];
}

function side(sign: DiffLine['sign'], key: string, value: unknown, width: number): readonly DiffLine[] {
  if (value === null || value === undefined) return [];
  const line = `${key}${compactJson(value)}`;
  const lines = line.length <= width ? [line] : `${key}${JSON.stringify(value, null, 2)}`.split('\n');
  return lines.map((text) => ({ sign, text: visible(text) }));
}

/** `"AWS": ` of `/Statement/0/Principal/AWS`; nothing for an item of a list and for the whole document. */
function keyOf(pointer: string): string {
  const last = pointer.slice(pointer.lastIndexOf('/') + 1);
  if (last === '' || last === '-' || /^\d+$/.test(last)) return '';
  return `${JSON.stringify(last.replaceAll('~1', '/').replaceAll('~0', '~'))}: `;
}
