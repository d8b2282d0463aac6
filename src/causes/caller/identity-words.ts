import type { Case } from '../../model/case.ts';
import type { AnswerEvidence, Evidence } from '../../model/evidence.ts';
import { type NonEmpty, nonEmpty } from '../../model/non-empty.ts';
import { said } from '../../evidence/aws-words/find-quote.ts';

/** The caller's ARN where the text shows it, as a quote; else as what told it. */
export function callerEvidence(subject: Case, ...more: readonly Evidence[]): NonEmpty<Evidence> | undefined {
  const arn = subject.facts.principal?.arn ?? null;
  if (arn === null) return nonEmpty(more);
  const quote = subject.facts.principalFrom === 'text' ? said(subject, [arn]) : undefined;
  const answer: AnswerEvidence = { kind: 'answer', call: sourceOf(subject), text: arn };
  return nonEmpty<Evidence>([quote ?? answer, ...more]);
}

function sourceOf({ facts }: Case): string {
  switch (facts.principalFrom) {
    case 'option':
      return '--caller';
    case 'record':
      return 'AWS’s record of the denial';
    case 'current-identity':
      return 'sts:GetCallerIdentity';
    case 'text':
    case null:
      return 'the text';
  }
}

/** Does the variable's ARN name the role of a session? Undefined where it names none. */
export function roleNameOf(arn: string | undefined): string | undefined {
  return arn === undefined
    ? undefined
    : /^arn:aws[a-z-]*:iam::\d{12}:role\/(?:.*\/)?([\w+=,.@-]{1,64})$/.exec(arn)?.[1];
}
