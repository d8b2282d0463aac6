import type { Diagnosis } from '../../model/diagnosis.ts';
import { arrangeParts, type PrintedStep } from '../arrange.ts';
import { html, type Markup } from '../escape/html.ts';
import type { Settings } from '../options.ts';
import type { Place } from '../place.ts';
import { answerOf } from '../words/answer.ts';
import { elsewhereWords } from '../words/assumed.ts';
import { togetherWords } from '../words/check.ts';
import { conclusionWords } from '../words/conclusion.ts';
import { DOUBTS } from '../words/doubt.ts';
import { ALL_FIXES, OTHER_STEPS, STEPS, WHAT_BLOCKS, WHAT_DECIDES, WHAT_TO_DO } from '../words/headings.ts';
import { isAskedOfOthers } from '../words/message.ts';
import { outcomeWords, placeWords, subjectWords } from '../words/outcome.ts';
import { isShownByList } from '../words/shown-by-list.ts';
import { STAGE_WORDS } from '../words/stage.ts';
import { printedStatus, stepSummary } from '../words/step.ts';
import { SYMBOLS } from '../words/symbols.ts';
import { causeBlock } from './cause.ts';
import { messageBlocks, verifyBlock } from './messages.ts';
import { openBlock, relatedBlock } from './open.ts';
import { partiesBlock } from './parties.ts';
import { pathFigure } from './path.ts';
import { requirementBlock } from './requirements.ts';

/** One denial, the answer first: `anchor` is its id in the page. */
export function section(diagnosis: Diagnosis, place: Place, settings: Settings, anchor: string): Markup {
  const { blocking, others } = arrangeParts(diagnosis);
  const found = blocking.map((one) => blockingBlock(one, diagnosis, settings));
  const required = requirementBlock(diagnosis);
  const messages = messageBlocks(diagnosis, settings);
  const where = placeWords(diagnosis, place);
  const outcome = outcomeWords(diagnosis);
  return html`<article id="${anchor}" aria-labelledby="${anchor}-title">
<header>
<h2 id="${anchor}-title"><code>${subjectWords(diagnosis)}</code> <span class="outcome ${kindOf(diagnosis)}">${outcome}</span></h2>
${
  where === ''
    ? null
    : html`<p class="where">${where}</p>
`
}</header>
${answerBlock(diagnosis)}${partiesBlock(diagnosis)}${pathFigure(diagnosis)}${isShownByList(diagnosis.causes[0]) ? [required, ...found] : [...found, required]}${togetherBlock(diagnosis)}${elsewhereBlock(diagnosis)}${messages.length > 0 ? null : verifyBlock(diagnosis, settings)}${stepsBlock(others, diagnosis, found.length === 0 ? STEPS : OTHER_STEPS)}${messages}${openBlock(diagnosis, settings)}${relatedBlock(diagnosis, settings)}</article>
`;
}

function kindOf({ denial, verdict }: Diagnosis): string {
  return denial === null ? verdict : 'denied';
}

function answerBlock(diagnosis: Diagnosis): Markup | null {
  const answer = answerOf(diagnosis);
  const finding = conclusionWords(diagnosis, diagnosis.causes.length === 0 ? 'left out' : 'listed');
  const isNew = finding !== null && finding !== answer?.what;
  if (answer === null && !isNew) return null;
  const lines =
    answer === null
      ? null
      : html`<h3>${diagnosis.causes.length === 0 ? WHAT_DECIDES : WHAT_BLOCKS}</h3>
<p>${answer.what}</p>
<h3>${WHAT_TO_DO}</h3>
<p>${answer.who}</p>
`;
  return html`<div class="answer ${diagnosis.conclusion}">
${lines}${
  isNew
    ? html`<p class="finding">${finding}</p>
`
    : null
}</div>
`;
}

function blockingBlock({ step, causes }: PrintedStep, { request, assumptions }: Diagnosis, settings: Settings): Markup {
  const [first] = causes;
  const title = step?.title ?? (first === undefined ? '' : `${DOUBTS[first.rung]}${first.summary}`);
  const summary = step === null ? '' : stepSummary(step, assumptions);
  return html`<section class="blocking">
<h3><span class="symbol" aria-hidden="true">${SYMBOLS.fail}</span> ${title}</h3>
${
  summary === ''
    ? null
    : html`<p class="summary">${summary}</p>
`
}${causes.map((cause) => causeBlock(cause, request, settings, { isTold: step === null || cause.blocker === 'named-by-aws', isSentOn: isAskedOfOthers }))}</section>
`;
}

function togetherBlock(diagnosis: Diagnosis): Markup | null {
  const words = togetherWords(diagnosis);
  return words === null
    ? null
    : html`<p class="together"><strong>${ALL_FIXES}:</strong> ${words}</p>
`;
}

/** Who was asked in place of AWS. */
function elsewhereBlock({ assumptions }: Diagnosis): readonly Markup[] {
  return assumptions.flatMap((each) => {
    const words = elsewhereWords(each);
    return words === undefined
      ? []
      : html`<p>${words}</p>
`;
  });
}

/** What does not block, or is not known to. */
function stepsBlock(others: readonly PrintedStep[], { assumptions }: Diagnosis, heading: string): Markup | null {
  const rows = others.flatMap(({ step }) => {
    if (step === null) return [];
    const status = printedStatus(step, assumptions);
    const summary = stepSummary(step, assumptions);
    return html`<li class="${status}"><span class="symbol" role="img" aria-label="${STAGE_WORDS[status]}">${SYMBOLS[status]}</span> <span class="title">${step.title}</span> <span class="summary">${summary}</span></li>
`;
  });
  return rows.length === 0
    ? null
    : html`<section class="steps">
<h3>${heading}</h3>
<ul>
${rows}</ul>
</section>
`;
}
