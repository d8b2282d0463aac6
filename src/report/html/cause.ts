import { pageOf } from '../../causes/texts/pages.ts';
import type { Cause, DiagnosedRequest, Fix } from '../../model/diagnosis.ts';
import { html, type Markup } from '../escape/html.ts';
import { diff } from '../excerpt/diff.ts';
import type { Settings } from '../options.ts';
import { terraform } from '../terraform/terraform.ts';
import { checkWords } from '../words/check.ts';
import { DOUBTS } from '../words/doubt.ts';
import { policyPlace } from '../words/policy.ts';
import { isSaidByLines } from '../words/said-by-lines.ts';
import { sentInstead } from '../words/sent.ts';
import { whoWords } from '../words/who.ts';
import { wholeWords } from '../words/whole.ts';
import { evidenceBlock } from './evidence.ts';
import { code, command, details, json, link } from './parts.ts';

const MOST_EVIDENCE = 4;
/** Columns of a change: wider values take several lines. */
const DIFF_WIDTH = 88;

/** A cause with its place in the policy, and its fix. `isTold`: a heading says already what its sentence says. */
export function causeBlock(cause: Cause, request: DiagnosedRequest, settings: Settings, isTold: boolean): Markup {
  const { id, rung, summary, evidence, fix } = cause;
  const sentence =
    isTold || isSaidByLines(cause)
      ? null
      : html`<p>${DOUBTS[rung]}${summary}</p>
`;
  return html`<div class="cause">
${sentence}${evidence.slice(0, MOST_EVIDENCE).map(evidenceBlock)}${fix === null ? null : fixBlock(fix, cause, request, settings)}<p class="more">${link(pageOf(id), id)} <code>denytrace explain ${id}</code></p>
</div>
`;
}

function fixBlock(fix: Fix, { layer }: Cause, { resource }: DiagnosedRequest, settings: Settings): Markup {
  const who = whoWords(fix.who, { account: fix.account, resource, layer });
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
}${doingBlock(fix)}</section>
`;
}

function changeBlocks(fix: Fix, settings: Settings): readonly Markup[] {
  const written = settings.fixFormat === 'terraform' ? terraform(fix) : undefined;
  if (written !== undefined) return [code(written)];
  return fix.changes.map((change) => {
    const place = policyPlace(change.policy);
    const rows = diff(change, DIFF_WIDTH).map(({ sign, text }) => {
      if (sign === '-') return html`<del>- ${text}</del>`;
      return sign === '+' ? html`<ins>+ ${text}</ins>` : html`  ${text}`;
    });
    return html`<p class="place">${place}</p>
${code(rows, 'diff')}`;
  });
}

/** The whole documents, and the commands that put them in place. */
function doingBlock(fix: Fix): Markup | null {
  const { documents, commands } = fix;
  const shown = commands.map(command);
  if (documents.length === 0) return html`${shown}`;
  const files = documents.map(
    ({ file, document }) => html`<p class="place">${file}</p>
${json(document)}`,
  );
  return details(wholeWords(fix), [...files, ...shown]);
}
