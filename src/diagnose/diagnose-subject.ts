import { openGaps } from '../fix/open-gaps.ts';
import type { Case } from '../model/case.ts';
import type { Cause, Diagnosis, Step } from '../model/diagnosis.ts';
import { distinctGaps, type Gap } from '../model/gap.ts';
import { buildCase } from './build-case.ts';
import { concludes } from './conclude.ts';
import { describedRequest } from './described-request.ts';
import { diagnoseRelated } from './diagnose-related.ts';
import { judgeRequest } from './judge-request.ts';
import type { Subject, Surroundings } from './subject.ts';
import { verdictWord } from './verdict-word.ts';

/** One denial from text to diagnosis: gathers, decides, finds the causes, proves the fixes. */
export async function diagnoseSubject(subject: Subject, surroundings: Surroundings): Promise<Diagnosis> {
  const { built, question } = await buildCase(subject, surroundings);
  const { about, steps, causes, fixesTogether, assumptions } = await judgeRequest({
    built,
    question,
    subject,
    surroundings,
  });
  return {
    denial: subject.denial,
    count: subject.count,
    request: describedRequest(built, question),
    verdict: verdictWord(built.verdict),
    conclusion: concludes(built, causes),
    assumptions,
    steps,
    causes,
    fixesTogether,
    related: await diagnoseRelated(about.built, about.question, about.surroundings),
    open: everythingOpen(steps, about.built, causes),
  };
}

/** Every gap once: those of the steps, then what else could turn the verdict, and AWS's own record where it would tell more. */
function everythingOpen(steps: readonly Step[], built: Case, causes: readonly Cause[]): readonly Gap[] {
  const { record } = built.facts;
  const isToldByPolicies = causes.some(({ rung }) => rung === 'evaluated');
  const unrecorded = record.status === 'unreadable' && !isToldByPolicies ? [record.gap] : [];
  return distinctGaps([...steps.flatMap((step) => step.gaps), ...openGaps(built.verdict), ...unrecorded]);
}
