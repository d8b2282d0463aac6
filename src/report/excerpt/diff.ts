import type { Change } from '../../model/diagnosis.ts';
import { compactJson } from '../../policy/compact-json.ts';
import { pointerKeys } from '../../policy/pointer.ts';
import { visible } from '../escape/visible.ts';

/** A line of a diff; a line that stays has a space for its sign. Everything is visible already. */
export interface DiffLine {
  readonly sign: '-' | '+' | ' ';
  readonly text: string;
}

/** Lines that stay are shown around the change, as many on each side. */
const AROUND = 3;

/**
 * A change of a document as lines that go and lines that come; values that do not fit in `width` take several lines, and of those
 * that stay only the nearest are shown.
 */
export function diff({ pointer, before, after }: Change, width: number): readonly DiffLine[] {
  const list = /^(.*)\/-$/s.exec(pointer)?.[1];
  const key = keyOf(list ?? pointer);
  if (list !== undefined && key !== '') return appended(key, after);
  const isShort = [before, after].every((value) => isNothing(value) || `${key}${compactJson(value)}`.length <= width);
  const [old, fresh] = [linesOf(key, before, isShort), linesOf(key, after, isShort)];
  const head = commonStart(old, fresh);
  const tail = commonStart(old.slice(head).toReversed(), fresh.slice(head).toReversed());
  return [
    ...signed(' ', shortened(old.slice(0, head), 'end')),
    ...signed('-', old.slice(head, old.length - tail)),
    ...signed('+', fresh.slice(head, fresh.length - tail)),
    ...signed(' ', shortened(old.slice(old.length - tail), 'start')),
  ];
}

/** A new item of a list, in its list. */
function appended(key: string, item: unknown): readonly DiffLine[] {
  const lines = linesOf('', item, typeof item !== 'object').map((line) => `  ${line}`);
  return [...signed(' ', [`${key}[`, '  …']), ...signed('+', lines), ...signed(' ', [']'])];
}

function linesOf(key: string, value: unknown, isShort: boolean): readonly string[] {
  if (isNothing(value)) return [];
  return isShort ? [`${key}${compactJson(value)}`] : `${key}${JSON.stringify(value, null, 2)}`.split('\n');
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

function signed(sign: DiffLine['sign'], lines: readonly string[]): readonly DiffLine[] {
  return lines.map((text) => ({ sign, text: visible(text) }));
}

/** How many lines two texts begin with together. */
function commonStart(left: readonly string[], right: readonly string[]): number {
  const at = left.findIndex((line, index) => line !== right[index]);
  return at < 0 ? left.length : at;
}

/** The lines nearest to the change, and the outermost one: it holds the key. */
function shortened(lines: readonly string[], nearest: 'start' | 'end'): readonly string[] {
  if (lines.length <= AROUND + 2) return lines;
  return nearest === 'end'
    ? [...lines.slice(0, 1), '  …', ...lines.slice(-AROUND)]
    : [...lines.slice(0, AROUND), '  …', ...lines.slice(-1)];
}

/** `"AWS": ` of `/Statement/0/Principal/AWS`; nothing for an item of a list and for the whole document. */
function keyOf(pointer: string): string {
  const last = pointerKeys(pointer).at(-1) ?? '';
  return last === '' || last === '-' || /^\d+$/.test(last) ? '' : `${JSON.stringify(last)}: `;
}
