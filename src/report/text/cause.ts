import type { Cause, DiagnosedRequest } from '../../model/diagnosis.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Settings } from '../options.ts';
import { evidenceLines } from './evidence.ts';
import { fixLines } from './fix.ts';
import { sentence } from './page.ts';

const MOST_EVIDENCE = 4;

/** Why it was denied: in a sentence, in the policy's own lines, and what mends it. */
export function causeLines(cause: Cause, request: DiagnosedRequest, settings: Settings): readonly string[] {
  const most = settings.detail === 'verbose' ? cause.evidence.length : MOST_EVIDENCE;
  return [
    ...summaryLines(cause, settings),
    ...cause.evidence.slice(0, most).flatMap((evidence) => evidenceLines(evidence, settings)),
    ...(cause.fix === null ? [] : fixLines(cause.fix, cause, request, settings)),
  ];
}

/** A proven near miss is its own sentence: the underlined part of the policy says it better than a repetition would. */
function summaryLines({ summary, rung, evidence }: Cause, settings: Settings): readonly string[] {
  if (summary === '') return [];
  switch (rung) {
    case 'aws':
    case 'evaluated':
      return isNearMiss(evidence[0]) ? [] : sentence(summary, settings);
    case 'likely':
      return sentence(`likely: ${summary}`, settings);
    case 'unknown':
      return sentence(`possibly: ${summary}`, settings);
  }
}

function isNearMiss(evidence: Evidence): boolean {
  return evidence.kind === 'statement' && evidence.nearMiss !== null;
}
