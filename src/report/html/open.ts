import type { Diagnosis } from '../../model/diagnosis.ts';
import { html, type Markup } from '../escape/html.ts';
import type { Settings } from '../options.ts';
import { recordCommand } from '../words/can-command.ts';
import { gapClosing, isForOthers, isOfSnapshot } from '../words/gap.ts';
import { ALSO_NEEDS, NOT_READ, RECORD } from '../words/headings.ts';
import { alsoFixed } from '../words/related.ts';
import { VERDICT_SYMBOLS } from '../words/symbols.ts';
import { causeBlock } from './cause.ts';
import { command, details } from './parts.ts';

const NOT_ELSEWHERE = { isTold: false, isSentOn: () => false } as const;

/** What is not known, and what would close each gap. */
export function openBlock(diagnosis: Diagnosis, { given, offline }: Settings): Markup | null {
  const { open: gaps, request } = diagnosis;
  if (gaps.length === 0) return null;
  const rows = gaps.map(
    (gap) => html`<li>${gap.what}: ${gapClosing(gap, diagnosis)}</li>
`,
  );
  const shown = gaps.some(isForOthers) ? command(recordCommand(request, given)) : null;
  const live = offline || gaps.filter(isForOthers).every(isOfSnapshot) ? '' : ' --live';
  const record =
    shown === null
      ? null
      : html`<p>${RECORD.before} <code>${RECORD.option}${live}</code>:</p>
${shown}`;
  return details(NOT_READ, [
    html`<ul>
${rows}</ul>
`,
    record,
  ]);
}

/** What the same call needs besides. */
export function relatedBlock({ related }: Diagnosis, settings: Settings): Markup | null {
  if (related.length === 0) return null;
  const items = related.map(
    ({
      why,
      request,
      verdict,
      afterFix,
      causes,
    }) => html`<li class="${verdict}"><span class="symbol" aria-hidden="true">${VERDICT_SYMBOLS[verdict]}</span> <code>${request.action ?? 'request'}</code> ${verdict}: ${why}${alsoFixed(afterFix)}
${causes.map((cause) => causeBlock(cause, request, settings, NOT_ELSEWHERE))}</li>
`,
  );
  return html`<section class="related">
<h3>${ALSO_NEEDS}</h3>
<ul>
${items}</ul>
</section>
`;
}
