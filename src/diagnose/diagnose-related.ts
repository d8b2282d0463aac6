import { relatedQuestions } from '../checklist/related/related-questions.ts';
import { parseArn } from '../model/arn.ts';
import type { Related } from '../model/diagnosis.ts';
import type { Question, UserOptions } from '../model/question.ts';
import { type BuiltCase, buildCase } from './build-case.ts';
import { verdictWord } from './conclude.ts';
import { diagnosedRequest } from './diagnosed-request.ts';
import { judgeRequest } from './judge-request.ts';
import type { Subject } from './subject.ts';

/** Related requests appear in no error text. */
const NO_TEXT: Subject = { denial: null, count: 1, text: '' };

/** What the same call needs as well, each evaluated and explained like the request itself. */
export async function diagnoseRelated({ denialCase, question, surroundings }: BuiltCase): Promise<readonly Related[]> {
  const found = relatedQuestions(denialCase, question).map(async ({ why, question: related, kind }): Promise<Found> => {
    const given = relatedGiven(surroundings.given, question, related);
    const built = await buildCase(NO_TEXT, { ...surroundings, given }, { question: related, to: denialCase });
    const { causes } = await judgeRequest(built);
    const { verdict } = built.denialCase;
    return {
      kind,
      related: { why, request: diagnosedRequest(built.denialCase, related), verdict: verdictWord(verdict), causes },
    };
  });
  return withoutRepeats(await Promise.all(found));
}

interface Found {
  /** The kind of the resource, where the call is evaluated once for each of several. */
  readonly kind: string | undefined;
  readonly related: Related;
}

/** Resources of which nothing is known are reported together. */
function withoutRepeats(all: readonly Found[]): readonly Related[] {
  const open = all.filter(
    ({ kind, related }) => kind !== undefined && related.verdict === 'undetermined' && related.causes.length === 0,
  );
  const [first, ...more] = open;
  if (first === undefined || more.length === 0) return all.map(({ related }) => related);
  const { request } = first.related;
  const kinds = open.map(({ kind }) => kind).join(', ');
  const together: Related = {
    ...first.related,
    why: `${request.action} needs the same on other resources of the call (${kinds}); which ones, and whose, is not known`,
    request: { ...request, resource: null, resourceAccount: null },
  };
  return [...all.filter((one) => !open.includes(one)).map(({ related }) => related), together];
}

/**
 * What the user passed for the denied request, as far as it holds for a related one. Another caller has another session, other guardrails and
 * another context; another resource has another policy.
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

/** Condition keys that describe the resource. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties */
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
