import { pageOf } from '../../causes/texts/pages.ts';
import type { Cause, DiagnosedRequest, Fix } from '../../model/diagnosis.ts';
import type { Evidence, StatementEvidence } from '../../model/evidence.ts';
import type { Layer } from '../../model/layer.ts';
import { consolePage } from '../console-page.ts';
import { codeBlock, escapeMarkdown, linkTo } from '../escape/markdown.ts';
import { frame } from '../excerpt/frame.ts';
import type { Settings } from '../options.ts';
import { checkWords } from '../words/check.ts';
import { DOUBTS } from '../words/doubt.ts';
import { evidenceWords } from '../words/evidence.ts';
import { statementPlace } from '../words/policy.ts';
import { sentInstead } from '../words/sent.ts';
import { whoWords } from '../words/who.ts';
import { changeBlock, doingBlock } from './change.ts';
import { details } from './details.ts';

const MOST_EVIDENCE = 4;

/**
 * A cause with its place in the policy, and its fix to unfold. `isSentOn` says of a fix that its documents and commands stand in a message
 * for the administrator.
 */
export function causeBlock(
  cause: Cause,
  request: DiagnosedRequest,
  settings: Settings,
  isSentOn: (fix: Fix) => boolean,
): readonly string[] {
  const { id, rung, summary, evidence, fix, layer } = cause;
  return [
    `#### ✗ ${linkTo(pageOf(id), id)}`,
    '',
    escapeMarkdown(`${DOUBTS[rung]}${summary}`),
    ...evidence.slice(0, MOST_EVIDENCE).flatMap((item) => ['', ...evidenceBlock(item)]),
    ...(fix === null ? [] : ['', ...fixBlock(fix, layer, request, settings, isSentOn)]),
  ];
}

function evidenceBlock(evidence: Evidence): readonly string[] {
  switch (evidence.kind) {
    case 'statement':
      return statementBlock(evidence);
    case 'searched':
      return [
        escapeMarkdown(evidenceWords(evidence)),
        ...(evidence.nearest === null ? [] : ['', ...statementBlock(evidence.nearest)]),
      ];
    case 'quote':
    case 'answer':
    case 'absent':
      return [escapeMarkdown(evidenceWords(evidence))];
  }
}

function statementBlock(evidence: StatementEvidence): readonly string[] {
  const lines = frame(evidence).map((line) =>
    line.kind === 'code'
      ? `${line.number} | ${line.text}`
      : `${line.number} | ${line.before}${line.mark} ${line.words}`,
  );
  return [linkTo(consolePage(evidence.policy), statementPlace(evidence)), '', ...codeBlock(lines)];
}

function fixBlock(
  fix: Fix,
  layer: Layer | null,
  { resource, accounts }: DiagnosedRequest,
  settings: Settings,
  isSentOn: (fix: Fix) => boolean,
): readonly string[] {
  const who = whoWords(fix.who, { account: fix.account, layer, resource, accounts });
  const changes = changeBlock(fix, settings);
  const sent = sentInstead(fix).map(([key, values]) => `- send ${escapeMarkdown(`${key}: ${values.join(', ')}`)}`);
  return details(`Fix (${who}): ${fix.summary}`, [
    ...changes,
    ...sent,
    '',
    escapeMarkdown(checkWords(fix) ?? ''),
    ...(isSentOn(fix) ? [] : doingBlock(fix)),
  ]);
}
