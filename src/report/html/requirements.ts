import type { Diagnosis } from '../../model/diagnosis.ts';
import { html, type Markup } from '../escape/html.ts';
import { jsonLines } from '../excerpt/json-lines.ts';
import { requirementList } from '../words/requirements/requirement.ts';
import type { RequirementItem, RequirementLine } from '../words/requirements/requirement-line.ts';
import { code, command } from './parts.ts';

/** Columns of a statement: a wider one takes several lines. */
const STATEMENT_WIDTH = 88;

/** What must be in place for the request to be allowed, where the report cannot say what is wrong. */
export function requirementBlock(diagnosis: Diagnosis): Markup | null {
  const list = requirementList(diagnosis);
  if (list === undefined) return null;
  const legend = list.legend.map(
    (line) => html`<li>${line}</li>
`,
  );
  return html`<section class="required">
<h3>${list.heading}</h3>
<ol>
${list.items.map(itemBlock)}</ol>
${
  legend.length === 0
    ? null
    : html`<p>${list.fillIn}</p>
<ul>
${legend}</ul>
`
}</section>
`;
}

function itemBlock({ title, lines }: RequirementItem): Markup {
  return html`<li><p class="title">${title}</p>
${lines.map(lineBlock)}</li>
`;
}

function lineBlock(line: RequirementLine): Markup | null {
  switch (line.kind) {
    case 'words':
      return html`<p>${line.text}</p>
`;
    case 'value':
      return html`<p><code>${line.text}</code></p>
`;
    case 'statement':
      return code(jsonLines(line.statement, STATEMENT_WIDTH));
    case 'command':
      return command(line.argv);
  }
}
