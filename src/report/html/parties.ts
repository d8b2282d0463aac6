import type { Diagnosis } from '../../model/diagnosis.ts';
import { html, type Markup } from '../escape/html.ts';
import { originWords } from '../words/origin.ts';
import { callerNote, resourceNote } from '../words/request.ts';

/** Who asked, for what, and in which step of a program: the request as far as it is known. */
export function partiesBlock(diagnosis: Diagnosis): Markup | null {
  const { request, denial } = diagnosis;
  const rows: readonly (readonly [label: string, value: string | null, note: string])[] = [
    ['caller', request.principal?.arn ?? denial?.caller ?? denial?.callerName ?? null, callerNote(request)],
    ['resource', request.resource ?? denial?.resource ?? null, resourceNote(diagnosis)],
    ['asked by', originWords(denial), ''],
    ['request ID', denial?.requestId ?? null, ''],
  ];
  const shown = rows.flatMap(([label, value, note]) =>
    value === null
      ? []
      : html`<div><dt>${label}</dt><dd><code>${value}</code>${note === '' ? null : html` <span class="note">${note}</span>`}</dd></div>
`,
  );
  return shown.length === 0
    ? null
    : html`<dl class="request">
${shown}</dl>
`;
}
