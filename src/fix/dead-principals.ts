import { isUniqueId } from '../evidence/near-miss/compare-principals.ts';
import type { Facts } from '../model/facts.ts';
import { readPolicy } from '../policy/read-policy.ts';
import type { NewDocument } from './commands/fix-commands.ts';

/**
 * What has to be said of a new document that AWS would not save: it refuses a policy of a role or a resource that names the unique id
 * of a deleted principal ("Invalid principal in policy"). Empty where nothing of the kind stands in it.
 * https://repost.aws/knowledge-center/iam-trust-policy-error
 */
export function unsavableWords(documents: readonly NewDocument[], facts: Facts): string {
  const dead = documents
    .filter(({ policy }) => policy.kind === 'trust' || policy.kind === 'resource')
    .flatMap(({ document }) => deadIds(document, facts));
  const [first, ...others] = new Set(dead);
  if (first === undefined) return '';
  return others.length === 0
    ? `AWS will not save it while it names ${first}, the id of a deleted principal: remove that too, or put an ARN there`
    : `AWS will not save it while it names ${ids([first, ...others])}, ids of deleted principals: remove those too, or put ARNs there`;
}

const MOST = 3;

function ids(all: readonly string[]): string {
  const more = all.length - MOST;
  return more > 0 ? `${all.slice(0, MOST).join(', ')} and ${more} more` : all.join(', ');
}

/** AWS shows an id only where it has no ARN to show any more, unless somebody was found who has it. */
function deadIds(document: unknown, { uniqueIds, callerEntity }: Facts): readonly string[] {
  const own = callerEntity.status === 'known' ? callerEntity.value.uniqueId : null;
  return readPolicy(document)
    .statements.flatMap(({ principal }) => principal?.entries ?? [])
    .filter(({ kind, value }) => kind === 'AWS' && isUniqueId(value))
    .map(({ value }) => value)
    .filter((id) => id !== own && uniqueIds[id]?.status !== 'known');
}
