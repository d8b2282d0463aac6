import type { Diagnosis } from '../../model/diagnosis.ts';
import type { PolicyStatement } from '../../model/requirement.ts';
import { escapeText } from '../escape/text.ts';
import { jsonLines } from '../excerpt/json-lines.ts';
import type { Settings } from '../options.ts';
import { printCommand } from '../shell/quote.ts';
import { requirementList } from '../words/requirements/requirement.ts';
import type { RequirementItem, RequirementLine } from '../words/requirements/requirement-line.ts';
import { indent, narrower, sentence } from './page.ts';

const UNDER = 3;
const DEEPER = 2;

/** What must be in place for the request to be allowed, where the report cannot say what is wrong. */
export function requirementLines(
  diagnosis: Diagnosis,
  alike: readonly Diagnosis[],
  settings: Settings,
): readonly string[] {
  const list = requirementList(diagnosis, alike);
  if (list === undefined) return [];
  const { palette } = settings;
  const legend = list.legend.flatMap((line) => sentence(line, narrower(settings, DEEPER), '', palette.dim));
  return [
    '',
    palette.bold(list.heading),
    ...list.items.flatMap((item, index) => itemLines(item, index + 1, settings)),
    ...(legend.length === 0 ? [] : [list.fillIn, ...indent(legend, DEEPER)]),
  ];
}

function itemLines({ title, lines }: RequirementItem, number: number, settings: Settings): readonly string[] {
  const inner = narrower(settings, UNDER + DEEPER);
  return [
    ...sentence(title, settings, `${number}. `.padEnd(UNDER)),
    ...indent(
      lines.flatMap((line) => lineOf(line, inner)),
      UNDER,
    ),
  ];
}

/** Commands and the parts of a statement stay on one line, so that they can be copied. */
function lineOf(line: RequirementLine, settings: Settings): readonly string[] {
  switch (line.kind) {
    case 'words':
      return sentence(line.text, settings, '', settings.palette.dim);
    case 'value':
      return sentence(line.text, settings, '  ');
    case 'statement':
      return indent(statementLines(line.statement, settings), DEEPER);
    case 'command': {
      const command = printCommand(line.argv);
      return command === undefined ? [] : indent([settings.palette.bold(command)], DEEPER);
    }
  }
}

function statementLines(statement: PolicyStatement, { width }: Settings): readonly string[] {
  return jsonLines(statement, width).map((line) => escapeText(line));
}
