import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { AnswerEvidence, Evidence } from '../../model/evidence.ts';
import { type NonEmpty, nonEmpty } from '../../model/non-empty.ts';

/** The caller's ARN where the text shows it, as a quote; else as what told it. */
export function callerEvidence(denialCase: DenialCase, ...more: readonly Evidence[]): NonEmpty<Evidence> | undefined {
  const arn = denialCase.facts.principal?.arn ?? null;
  if (arn === null) return nonEmpty(more);
  const quote = denialCase.facts.principalFrom === 'text' ? findQuote(denialCase, [arn]) : undefined;
  const answer: AnswerEvidence = { kind: 'answer', call: sourceOf(denialCase), text: arn };
  return nonEmpty<Evidence>([quote ?? answer, ...more]);
}

function sourceOf({ facts }: DenialCase): string {
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
