import { openGaps } from '../evidence/unseen-gaps.ts';
import { readWholeNames } from '../gather/readers/read-whole-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Cause, Diagnosis, Step } from '../model/diagnosis.ts';
import { distinctGaps, type Gap } from '../model/gap.ts';
import { requirements } from '../requirements/requirements.ts';
import { buildCase } from './build-case.ts';
import { conclusionOf, verdictOf } from './conclude.ts';
import { onDeniedAction, onDeniedResource } from './denied-part.ts';
import { diagnoseRelated } from './diagnose-related.ts';
import { diagnosedRequest } from './diagnosed-request.ts';
import { judgeRequest } from './judge-request.ts';
import { noteElsewhere } from './note-elsewhere.ts';
import type { Subject, Surroundings } from './subject.ts';
import { cleanDiagnosis, cleanOptions, cleanSubject } from './without-secrets.ts';

/**
 * So many denials are diagnosed side by side, so that what AWS is asked for them is asked at the same time. What is known of one meanwhile
 * takes several times the memory of its diagnosis.
 */
const SIDE_BY_SIDE = 64;

/**
 * Diagnoses each denial. Never rejects for what AWS answers or refuses, only for bugs. Errors about state, quota or configuration are not
 * denials and get no diagnosis. Secrets are taken out of the text's values and the options before, and of what was read after. Denials are diagnosed concurrently, some at a time; a memoizing `read` reads each thing once.
 */
export async function diagnoseSubjects(
  subjects: readonly Subject[],
  surroundings: Surroundings,
): Promise<readonly Diagnosis[]> {
  const denials = subjects.filter((subject) => subject.denial?.kind !== 'other-aws-auth');
  const clean = { ...surroundings, given: cleanOptions(surroundings.given), read: readWholeNames(surroundings.read) };
  const diagnoseOne = async (subject: Subject) =>
    cleanDiagnosis(await diagnoseSubject(cleanSubject(subject), tracedAs(subject, clean)));
  const diagnoses: Diagnosis[] = [];
  for (let at = 0; at < denials.length; at += SIDE_BY_SIDE)
    diagnoses.push(...(await Promise.all(denials.slice(at, at + SIDE_BY_SIDE).map(diagnoseOne))));
  return diagnoses;
}

/** One denial, from its text to its diagnosis. */
async function diagnoseSubject(subject: Subject, surroundings: Surroundings): Promise<Diagnosis> {
  const noted = noteElsewhere(surroundings.read);
  const asked = await buildCase(subject, { ...surroundings, read: noted.read });
  const built = await onDeniedAction(await onDeniedResource(asked));
  const { denialCase, question } = built;
  const { about, steps, causes, fixesTogether, assumptions } = await judgeRequest(built);
  const related = await diagnoseRelated(about, causes);
  return {
    denial: subject.denial,
    count: subject.count,
    request: diagnosedRequest(denialCase, question),
    verdict: verdictOf(denialCase, causes, about.denialCase),
    conclusion: conclusionOf(denialCase, causes, about.denialCase),
    assumptions: [...assumptions, ...noted.assumptions()],
    steps,
    causes,
    fixesTogether,
    related,
    // What must be in place names no resource that only the call's kind shows.
    requirements: requirements(built === asked ? about.question : asked.question, about.denialCase),
    open: everythingOpen(steps, about.denialCase, causes),
  };
}

/** Requests under other names, and related ones, are traced as requests of the same denial. */
function tracedAs(subject: Subject, surroundings: Surroundings): Surroundings {
  const { onTrace } = surroundings;
  return onTrace === undefined ? surroundings : { ...surroundings, onTrace: (trace) => onTrace({ ...trace, subject }) };
}

/** Every gap once: those of the steps, then what else could change the verdict, and AWS's own record where it would say more. */
function everythingOpen(steps: readonly Step[], denialCase: DenialCase, causes: readonly Cause[]): readonly Gap[] {
  const { record } = denialCase.facts;
  const isToldByPolicies = causes.some(({ rung }) => rung === 'evaluated');
  const unrecorded = record.status === 'unreadable' && !isToldByPolicies ? [record.gap] : [];
  return distinctGaps([...steps.flatMap((step) => step.gaps), ...openGaps(denialCase.verdict), ...unrecorded]);
}
