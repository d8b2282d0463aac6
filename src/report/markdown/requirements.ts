import type { Diagnosis } from '../../model/diagnosis.ts';
import { codeBlock, codeSpan, escapeMarkdown } from '../escape/markdown.ts';
import { printCommand } from '../shell/quote.ts';
import { requirementList } from '../words/requirements/requirement.ts';
import type { RequirementItem, RequirementLine } from '../words/requirements/requirement-line.ts';

/** What must be in place for the request to be allowed, where the report cannot say what is wrong. */
export function requirementBlock(diagnosis: Diagnosis, alike: readonly Diagnosis[]): readonly string[] {
  const list = requirementList(diagnosis, alike);
  if (list === undefined) return [];
  return [
    '',
    `**${escapeMarkdown(list.heading)}**`,
    ...list.items.flatMap((item, index) => ['', ...itemBlock(item, index + 1)]),
    ...(list.legend.length === 0
      ? []
      : ['', list.fillIn, '', ...list.legend.map((line) => `- ${escapeMarkdown(line)}`)]),
  ];
}

function itemBlock({ title, lines }: RequirementItem, number: number): readonly string[] {
  return [`${number}&#46; ${escapeMarkdown(title)}`, ...lines.flatMap(lineBlock)];
}

function lineBlock(line: RequirementLine): readonly string[] {
  switch (line.kind) {
    case 'words':
      return ['', escapeMarkdown(line.text)];
    case 'value':
      return ['', codeSpan(line.text)];
    case 'statement':
      return ['', ...codeBlock(JSON.stringify(line.statement, null, 2).split('\n'), 'json')];
    case 'command': {
      const command = printCommand(line.argv);
      return command === undefined ? [] : ['', ...codeBlock([command], 'sh')];
    }
  }
}
