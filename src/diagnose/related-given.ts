import { parseArn } from '../model/arn.ts';
import type { Question, UserOptions } from '../model/question.ts';

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
