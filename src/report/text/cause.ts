import type { Cause, DiagnosedRequest } from '../../model/diagnosis.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Settings } from '../options.ts';
import { DOUBTS } from '../words/doubt.ts';
import { statementPlace } from '../words/policy.ts';
import { evidenceLines } from './evidence.ts';
import { fixLines } from './fix.ts';
import { sentence } from './page.ts';

const MOST_EVIDENCE = 4;

/** Why it was denied: in a sentence, in the policy's own lines, and what mends it. */
export function causeLines(cause: Cause, request: DiagnosedRequest, settings: Settings): readonly string[] {
  const most = settings.detail === 'verbose' ? cause.evidence.length : MOST_EVIDENCE;
  const [first, ...more] = cause.evidence.slice(0, most);
  const doubt = DOUBTS[cause.rung];
  const summary = isSaidByLines(cause, settings) ? '' : cause.summary;
  return [
    ...(summary === '' ? [] : sentence(`${doubt}${summary}`, settings)),
    ...(first === undefined
      ? []
      : evidenceLines(first, settings, { before: summary === '' ? doubt : '', said: summary })),
    ...more.flatMap((evidence, index) => evidenceLines(evidence, settings, { said: placeOf(cause.evidence[index]) })),
    ...(cause.fix === null ? [] : fixLines(cause.fix, cause, request, settings)),
  ];
}

/** What a piece of evidence names: the next one need not name it again. */
function placeOf(evidence: Evidence | undefined): string {
  return evidence?.kind === 'statement' ? statementPlace(evidence) : '';
}

/** A near miss is its own sentence: the underlined part of the policy says it better than a repetition would. */
function isSaidByLines({ evidence }: Cause, { detail }: Settings): boolean {
  return detail !== 'verbose' && isNearMiss(evidence[0]);
}

function isNearMiss(evidence: Evidence): boolean {
  return evidence.kind === 'statement' && evidence.nearMiss !== null;
}
