import { relatedQuestions } from '../checklist/related/related-questions.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Related } from '../model/diagnosis.ts';
import type { Question } from '../model/question.ts';
import { buildCase } from './build-case.ts';
import { describedRequest } from './described-request.ts';
import { judgeRequest } from './judge-request.ts';
import { relatedGiven } from './related-given.ts';
import type { Subject, Surroundings } from './subject.ts';
import { verdictWord } from './verdict-word.ts';

/** Nobody was told of a denial of these. */
const NO_TEXT: Subject = { denial: null, count: 1, text: '' };

/** What the same call needs besides, each decided and explained like the request itself. */
export async function diagnoseRelated(
  denialCase: DenialCase,
  question: Question,
  surroundings: Surroundings,
): Promise<readonly Related[]> {
  const wanted = relatedQuestions(denialCase, question);
  const asking = wanted.map(async ({ why, question: asked, kind }) => {
    const around = { ...surroundings, given: relatedGiven(surroundings.given, question, asked) };
    const related = await buildCase(NO_TEXT, around, asked);
    const about: DenialCase = { ...related.denialCase, relatedTo: denialCase };
    const { causes } = await judgeRequest({
      denialCase: about,
      question: related.question,
      subject: NO_TEXT,
      surroundings: around,
    });
    return {
      kind,
      found: { why, request: describedRequest(about, asked), verdict: verdictWord(about.verdict), causes },
    };
  });
  return withoutRepeats(await Promise.all(asking));
}

interface Asked {
  readonly kind: string | undefined;
  readonly found: Related;
}

/** Resources of the call about which there is nothing to tell but that nobody knows: once for all of them. */
function withoutRepeats(all: readonly Asked[]): readonly Related[] {
  const open = all.filter(
    ({ kind, found }) => kind !== undefined && found.verdict === 'undetermined' && found.causes.length === 0,
  );
  const [first, ...more] = open;
  if (first === undefined || more.length === 0) return all.map(({ found }) => found);
  const { action } = first.found.request;
  const listed = open.map(({ kind }) => kind).join(', ');
  const together: Related = {
    ...first.found,
    why: `${action} needs the same on other resources of the call (${listed}); which ones, and whose, is not known`,
    request: { ...first.found.request, resource: null, resourceAccount: null },
  };
  return [...all.filter((one) => !open.includes(one)).map(({ found }) => found), together];
}
