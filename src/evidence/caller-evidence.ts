import type { DenialCase } from '../model/denial-case.ts';
import type { AnswerEvidence, Evidence } from '../model/evidence.ts';
import { type NonEmpty, nonEmpty } from '../model/non-empty.ts';
import { findQuote } from './aws-words/find-quote.ts';

/** The ARN of the caller as evidence, quoted if the text has it, else with its source; undefined where there is neither an ARN nor more evidence. */
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
      return 'given';
    case 'record':
      return 'AWS’s record of the denial';
    case 'current-identity':
      return 'sts:GetCallerIdentity';
    case 'text':
    case null:
      return 'the text';
  }
}
