import { relatedQuestions } from '../checklist/related/related-questions.ts';
import { parseArn } from '../model/arn.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Related } from '../model/diagnosis.ts';
import type { Question, UserOptions } from '../model/question.ts';
import { buildCase } from './build-case.ts';
import { verdictWord } from './conclude.ts';
import { describedRequest } from './described-request.ts';
import { judgeRequest } from './judge-request.ts';
import type { Subject, Surroundings } from './subject.ts';

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

/**
 * What the user passed for the denied request, as far as it holds for a related one: another caller has another session, other
 * guardrails and another context; another resource has another policy.
 */
export function relatedGiven(given: UserOptions, question: Question, asked: Question): UserOptions {
  const { resourcePolicy, rcp, ...others } = given;
  const rest = asked.resource === question.resource ? others : withoutResourceKeys(others);
  const ofResource = {
    ...(resourcePolicy !== undefined && asked.resource === question.resource ? { resourcePolicy } : {}),
    ...(rcp !== undefined && accountOf(asked.resource) === accountOf(question.resource) ? { rcp } : {}),
  };
  if (asked.principal?.type !== 'service') return { ...rest, ...ofResource };
  return { ...ofResource, context: {}, missing: [], assume: given.assume };
}

/** Keys that tell of the resource itself: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties */
const OF_RESOURCE = /^[^:]+:resourcetag\/|^aws:resource(?:account|orgid|orgpaths)$/i;

/** Another resource has other tags, and may be another account's. */
function withoutResourceKeys<T extends Pick<UserOptions, 'context' | 'missing'>>(given: T): T {
  const context = Object.entries(given.context).filter(([key]) => !OF_RESOURCE.test(key));
  return {
    ...given,
    context: Object.fromEntries(context),
    missing: given.missing.filter((key) => !OF_RESOURCE.test(key)),
  };
}

function accountOf(resource: string | null): string | undefined {
  return resource === null ? undefined : parseArn(resource)?.account;
}
