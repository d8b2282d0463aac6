import { groupCauses } from '../../causes/texts/cause-groups.ts';
import type { Explanation } from '../../causes/texts/explanation.ts';
import type { Palette } from '../../report/options.ts';
import { wrap } from '../../report/text/page.ts';

const INDENT = 4;
const NARROWEST = 40;

/** The causes by group. In a terminal each group has a heading; elsewhere each cause takes one line, for grep. */
export function printList(
  causes: readonly Explanation[],
  columns: number | undefined,
  palette: Palette | undefined,
): string {
  const groups = groupCauses(causes);
  const bold = palette?.bold ?? ((text: string) => text);
  if (columns === undefined) {
    const widest = Math.max(0, ...causes.map(({ id }) => id.length)) + 2;
    return groups.flatMap((group) => group.causes.map(({ id, what }) => `${id.padEnd(widest)}${what}\n`)).join('');
  }
  const width = Math.max(NARROWEST, columns) - INDENT;
  const sections = groups.map(({ group, causes: listed }) => [
    bold(group.title),
    ...listed.flatMap(({ id, what }) => [id, ...wrap(what, width).map((line) => `${' '.repeat(INDENT)}${line}`)]),
  ]);
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n');
}
