import { findCauses } from '../checks/find-causes.ts';
import { relatedQuestions } from '../checks/related-questions.ts';
import { proveFixes } from '../fix/prove-fixes.ts';
import type { Case } from '../model/case.ts';
import type { Related } from '../model/diagnosis.ts';
import type { Question } from '../model/question.ts';
import { buildCase } from './build-case.ts';
import { describedRequest } from './described-request.ts';
import { relatedGiven } from './related-given.ts';
import type { Surroundings } from './subject.ts';
import { verdictWord } from './verdict-word.ts';

/** What the same call needs besides, each decided and explained like the request itself. */
export async function diagnoseRelated(
  built: Case,
  question: Question,
  surroundings: Surroundings,
): Promise<readonly Related[]> {
  const wanted = relatedQuestions(built, question);
  return Promise.all(
    wanted.map(async ({ why, question: asked }) => {
      const around = { ...surroundings, given: relatedGiven(surroundings.given, question, asked) };
      const related = await buildCase({ denial: null, count: 1, text: '' }, around, asked);
      const subject: Case = { ...related.built, relatedTo: built };
      const { causes } = proveFixes(subject, findCauses(subject));
      return { why, request: describedRequest(subject, asked), verdict: verdictWord(subject.verdict), causes };
    }),
  );
}
