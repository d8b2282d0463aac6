import type { AskedCause } from '../../causes/contest.ts';
import type { Trace } from '../../diagnose/subject.ts';
import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';
import { removeSecrets } from '../../model/secrets/remove-secrets.ts';
import { escapeText } from '../escape/text.ts';

/**
 * The causes that were asked, in order: `yes`, or `no` and why, a line each. Indented under what they were asked to explain: a blocker, or
 * the request as a whole where a cause is about something beyond the policies.
 */
export function traceText(traces: readonly Trace[]): string {
  return traces
    .flatMap((trace) => [shown(headOf(trace)), ...questionsIn(trace)])
    .map((line) => `${line}\n`)
    .join('');
}

/** A line that holds words of the text or of a policy. The answers of causes are constants, some of which look like the label of a secret. */
function shown(line: string): string {
  return escapeText(removeSecrets(line));
}

const REQUESTS = {
  'as-asked': 'as requested',
  'right-names': 'under the right name',
  'right-names-without-reason': 'under the right name, without AWS’s reason',
  related: 'which the same call needs as well',
} as const satisfies Record<Trace['which'], string>;

/** `causes of sts:AssumeRole on arn:aws:iam::444455556666:role/prod-deploy, as it was asked (line 3)` */
function headOf({ subject: { denial }, which, denialCase }: Trace): string {
  const action = denialCase.request?.action ?? denial?.action ?? denial?.code ?? 'a request';
  const resource = denialCase.request?.resource ?? denial?.resource ?? null;
  const on = resource === null ? '' : ` on ${resource}`;
  return `causes of ${action}${on}, ${REQUESTS[which]}${denial === null ? '' : ` (line ${denial.lines[0]})`}`;
}

function questionsIn({ asked, denialCase }: Trace): readonly string[] {
  return asked.flatMap((one, index) => {
    const isFirst = index === 0 || asked[index - 1]?.blocker !== one.blocker;
    return isFirst
      ? [shown(`  ${explainedWords(one.blocker, denialCase)}`), escapeText(answerWords(one))]
      : [escapeText(answerWords(one))];
  });
}

/** What the causes below were asked to explain: `trust policy: no statement allows it (evaluated)`. */
function explainedWords(blocker: Blocker | null, denialCase: DenialCase): string {
  return blocker === null
    ? 'beyond the policies'
    : `${LAYER_WORDS[blocker.layer].policies}: ${blockerWords(blocker, denialCase)} (${blocker.certainty})`;
}

function blockerWords({ kind, layer, level, statement }: Blocker, denialCase: DenialCase): string {
  const { verdict } = denialCase;
  switch (kind) {
    case 'explicit-deny':
      return statement === null ? 'a statement denies it' : `${placeOfStatement(denialCase, statement)} denies it`;
    case 'missing-allow': {
      const at = verdict === null || level === null ? undefined : layerVerdict(verdict, layer).levels[level];
      return `no statement allows it${at === undefined ? '' : ` at ${at.level.name}`}`;
    }
    case 'named-by-aws':
      return 'named by AWS';
  }
}

function answerWords({ id, whyNot }: AskedCause): string {
  return whyNot === null ? `    yes  ${id}` : `    no   ${id}: ${whyNot}`;
}
