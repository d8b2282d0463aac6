import type { Cause, DiagnosedRequest } from '../../model/diagnosis.ts';
import type { Evidence } from '../../model/evidence.ts';
import { samePolicy } from '../../policy/same-policy.ts';
import type { Settings } from '../options.ts';
import { DOUBTS } from '../words/doubt.ts';
import { isSaidByLines } from '../words/said-by-lines.ts';
import { evidenceLines } from './evidence.ts';
import { fixLines } from './fix.ts';
import { sentence } from './page.ts';

const MOST_EVIDENCE = 4;

/** Why it was denied: in a sentence, in the policy's own lines, and what mends it. */
export function causeLines(cause: Cause, request: DiagnosedRequest, settings: Settings): readonly string[] {
  const most = settings.detail === 'verbose' ? cause.evidence.length : MOST_EVIDENCE;
  const [first, ...more] = cause.evidence.slice(0, most);
  const doubt = DOUBTS[cause.rung];
  const summary = settings.detail !== 'verbose' && isSaidByLines(cause) ? '' : cause.summary;
  return [
    ...(summary === '' ? [] : sentence(`${doubt}${summary}`, settings)),
    ...(first === undefined
      ? []
      : evidenceLines(first, settings, {
          before: summary === '' ? doubt : '',
          isNamed: summary !== '',
          isSaidByAws: summary === '' && cause.blocker === 'named-by-aws',
        })),
    ...more.flatMap((evidence, index) =>
      evidenceLines(evidence, settings, { isNamed: samePlace(cause.evidence[index], evidence) }),
    ),
    ...(cause.fix === null ? [] : fixLines(cause.fix, cause, request, settings)),
  ];
}

/** True where two pieces of evidence are of one statement: the second need not name it again. */
function samePlace(one: Evidence | undefined, other: Evidence): boolean {
  return (
    one?.kind === 'statement' &&
    other.kind === 'statement' &&
    samePolicy(one.policy, other.policy) &&
    one.statement.index === other.statement.index
  );
}
