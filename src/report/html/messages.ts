import type { Diagnosis } from '../../model/diagnosis.ts';
import { upperFirst } from '../../model/layer-words.ts';
import { html, type Markup } from '../escape/html.ts';
import type { Settings } from '../options.ts';
import { verifyCommand, verifyWords } from '../words/can-command.ts';
import { checkWords } from '../words/check.ts';
import { DOUBTS } from '../words/doubt.ts';
import { MESSAGE_FOR, PLEASE, WHAT_BLOCKS } from '../words/headings.ts';
import { type AdminMessage, type AskedChange, deniedRows, messagesOf, statementsWords } from '../words/message.ts';
import { changeBlocks, doingBlock } from './change.ts';
import { command, json } from './parts.ts';

/**
 * What each administrator needs, as a part of the page that can be copied and sent on as it is: who was denied what, what is proven, the
 * change asked for as a whole document with its command, and how to check it.
 */
export function messageBlocks(diagnosis: Diagnosis, settings: Settings): readonly Markup[] {
  return messagesOf(diagnosis).map((message) => messageBlock(message, diagnosis, settings));
}

function messageBlock({ to, changes }: AdminMessage, diagnosis: Diagnosis, settings: Settings): Markup {
  const rows = deniedRows(diagnosis).map(
    ([label, value]) => html`<li>${label}: <code>${value}</code></li>
`,
  );
  return html`<section class="message">
<h3>${MESSAGE_FOR} ${to}</h3>
<ul>
${rows}</ul>
${changes.map((change) => changeBlock(change, settings))}${verifyBlock(diagnosis, settings)}</section>
`;
}

// Without a whole document, the change itself says what is asked for.
function changeBlock(change: AskedChange, settings: Settings): Markup {
  const { cause, fix } = change;
  const check = checkWords(fix);
  return html`<p><strong>${WHAT_BLOCKS}:</strong> ${DOUBTS[cause.rung]}${cause.summary}</p>
<p><strong>${PLEASE}:</strong> ${upperFirst(fix.summary)}</p>
${
  check === null
    ? null
    : html`<p>${upperFirst(check)}</p>
`
}${statementsBlock(change)}${fix.documents.length === 0 ? changeBlocks(fix, settings) : null}${doingBlock(fix)}`;
}

function statementsBlock(change: AskedChange): Markup | null {
  const heading = statementsWords(change);
  return heading === ''
    ? null
    : html`<p>${heading}</p>
${change.oneOf.map(json)}`;
}

/** How to check afterwards; null where no command does. */
export function verifyBlock(diagnosis: Diagnosis, { given }: Settings): Markup | null {
  const shown = command(verifyCommand(diagnosis, given));
  return shown === null
    ? null
    : html`<p>${verifyWords(diagnosis, given)}</p>
${shown}`;
}
