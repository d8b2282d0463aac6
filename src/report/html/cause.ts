import { pageOf } from '../../causes/texts/pages.ts';
import type { Cause, DiagnosedRequest, Fix } from '../../model/diagnosis.ts';
import { html, type Markup } from '../escape/html.ts';
import type { Settings } from '../options.ts';
import { checkWords } from '../words/check.ts';
import { DOUBTS } from '../words/doubt.ts';
import { isSaidByLines } from '../words/said-by-lines.ts';
import { sentInstead } from '../words/sent.ts';
import { whoWords } from '../words/who.ts';
import { wholeWords } from '../words/whole.ts';
import { changeBlocks, doingBlock } from './change.ts';
import { evidenceBlock } from './evidence.ts';

import { details, link } from './parts.ts';

const MOST_EVIDENCE = 4;

/** What of a cause stands elsewhere in the page. */
interface Elsewhere {
  /** A heading says already what its sentence says. */
  readonly isTold: boolean;
  /** Of a fix: its documents and commands stand in a message for an administrator. */
  readonly isSentOn: (fix: Fix) => boolean;
}

/** A cause with its place in the policy, and its fix. */
export function causeBlock(cause: Cause, request: DiagnosedRequest, settings: Settings, elsewhere: Elsewhere): Markup {
  const { id, rung, summary, evidence, fix } = cause;
  const sentence =
    elsewhere.isTold || isSaidByLines(cause)
      ? null
      : html`<p>${DOUBTS[rung]}${summary}</p>
`;
  return html`<div class="cause">
${sentence}${evidence.slice(0, MOST_EVIDENCE).map(evidenceBlock)}${fix === null ? null : fixBlock(fix, cause, request, settings, elsewhere)}<p class="more">${link(pageOf(id), id)} <code>denytrace explain ${id}</code></p>
</div>
`;
}

function fixBlock(
  fix: Fix,
  { layer }: Cause,
  { resource, accounts }: DiagnosedRequest,
  settings: Settings,
  { isSentOn }: Elsewhere,
): Markup {
  const who = whoWords(fix.who, { account: fix.account, resource, layer, accounts });
  const sent = sentInstead(fix).map(
    ([key, values]) => html`<p>send <code>${key}: ${values.join(', ')}</code></p>
`,
  );
  const check = checkWords(fix);
  return html`<section class="fix">
<h4>Fix (${who}): ${fix.summary}</h4>
${changeBlocks(fix, settings)}${sent}${
  check === null
    ? null
    : html`<p class="check">${check}</p>
`
}${isSentOn(fix) ? null : foldedDoing(fix)}</section>
`;
}

/** The whole documents and the commands, to unfold where there is a document. */
function foldedDoing(fix: Fix): Markup {
  return fix.documents.length === 0 ? doingBlock(fix) : details(wholeWords(fix), [doingBlock(fix)]);
}
