import type { StatementNearMiss } from '../evidence/near-miss/near-miss.ts';
import { elementTexts } from '../evidence/policy-lookup.ts';
import { isAwsManaged } from '../model/aws-names.ts';
import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Remedy } from '../model/remedy.ts';
import { oneOrMore } from '../policy/one-or-more.ts';
import { getPointer } from '../policy/pointer.ts';
import { isOfNoRequest } from '../reference/keys/condition-keys.ts';
import { allowRemedies } from './allow-remedies.ts';
import { alsoAllowed } from './also-allowed.ts';
import { leaveMissToOwner } from './leave-to-owner.ts';
import { inPlace, type Mend, mendCondition } from './mend-condition.ts';
import { ownerOf } from './owners.ts';

/**
 * What mends the conditions of an Allow that do not hold. Each is mended where it stands, beside the values that are there. Where that
 * would let in many others or open a region for other actions, or the policy is AWS's, a statement for this caller has the same conditions, mended. An Allow without the
 * condition would take a guard away: where no value can be named, the owner decides.
 */
export function conditionRemedies(
  miss: StatementNearMiss,
  blocker: Blocker,
  denialCase: DenialCase,
): readonly Remedy[] {
  const { policy } = miss.statement;
  if (miss.conditions.some((each) => mendCondition(each) === undefined && isNeverSent(each.finding.key, denialCase)))
    return withoutKeys(miss, blocker, denialCase);
  const mends: Mend[] = [];
  for (const condition of miss.conditions) {
    const mend = mendCondition(condition);
    if (mend === undefined) return [leaveMissToOwner(miss, condition, blocker.layer, denialCase)];
    mends.push(mend);
  }
  if (isAwsManaged(policy.arn) || letsInMany(miss, mends) || opensRegion(miss, mends, denialCase)) {
    const own = allowRemedies(blocker, denialCase).map((remedy) => guarded(remedy, miss, mends));
    if (own.length > 0) return own;
  }
  const who = ownerOf(blocker.layer, denialCase, policy);
  const also = alsoAllowed(miss, denialCase);
  return mends.flatMap((mend, index) =>
    inPlace(mend, policy, miss.document, who, noteOf(mend, miss) ?? (index === 0 ? also : undefined)),
  );
}

/**
 * For a statement with conditions on keys that no request of the action has: a statement of its own with the other conditions, mended where
 * they do not hold. Such a key guards nothing of this action.
 */
function withoutKeys(miss: StatementNearMiss, blocker: Blocker, denialCase: DenialCase): readonly Remedy[] {
  const isNever = (key: string) => isNeverSent(key, denialCase);
  const kept = miss.conditions.filter(({ finding }) => !isNever(finding.key));
  const mends: Mend[] = [];
  for (const condition of kept) {
    const mend = mendCondition(condition);
    if (mend === undefined) return [leaveMissToOwner(miss, condition, blocker.layer, denialCase)];
    mends.push(mend);
  }
  const conditions = miss.statement.conditions.filter(({ key }) => !isNever(key));
  const rest = { ...miss, statement: { ...miss.statement, conditions } };
  return allowRemedies(blocker, denialCase).map((remedy) => guarded(remedy, rest, mends));
}

/** True for a key that no request of the action for this resource has. */
function isNeverSent(key: string, { request }: DenialCase): boolean {
  return request !== null && isOfNoRequest(key, request.action, request.resource);
}

/** Can each condition of the near miss that does not hold be mended where it stands? */
export function isMendable({ conditions }: StatementNearMiss): boolean {
  return conditions.every((condition) => mendCondition(condition) !== undefined);
}

/** Keys of which one more value lets in a whole account. */
const MANY_PRINCIPALS = /^aws:(principalorgpaths|principalaccount|principaltag\/.*|principaltype)$/i;

/** True where only the condition says which principals a statement lets in, and one more value would let in others than the caller. */
function letsInMany(miss: StatementNearMiss, mends: readonly Mend[]): boolean {
  return isForEverybody(miss) && mends.some(({ key, added }) => added.length > 0 && MANY_PRINCIPALS.test(key));
}

/** One more region in a statement about other actions too opens the region for all of them. */
function opensRegion(
  { statement, document }: StatementNearMiss,
  mends: readonly Mend[],
  { request }: DenialCase,
): boolean {
  const isRegion = mends.some(({ key, added }) => added.length > 0 && key.toLowerCase() === 'aws:requestedregion');
  const actions = elementTexts(document, statement, 'Action');
  const action = request?.action.toLowerCase();
  return isRegion && (actions.length === 0 || actions.some(({ value }) => value.toLowerCase() !== action));
}

function isForEverybody({ statement, document }: StatementNearMiss): boolean {
  const principal = getPointer(document, `${statement.pointer}/Principal`);
  const named = getPointer(principal, '/AWS') ?? principal;
  return [named].flat().includes('*');
}

/** An organization is what such a statement is for; that it lets in all of it is said. */
function noteOf({ key, added }: Mend, miss: StatementNearMiss): string | undefined {
  return /^aws:principalorgid$/i.test(key) && isForEverybody(miss)
    ? `that lets in everyone in ${added.join(', ')}`
    : undefined;
}

/** A statement with the conditions of the near miss, those mended that do not hold. */
function guarded(remedy: Remedy, miss: StatementNearMiss, mends: readonly Mend[]): Remedy {
  switch (remedy.kind) {
    case 'add-statement':
      return { ...remedy, statement: withConditions(remedy.statement, miss, mends) };
    case 'add-policy': {
      const statements = [remedy.document['Statement']].flat();
      const Statement = statements.map((one) => withConditions(Object(one), miss, mends));
      return { ...remedy, document: { ...remedy.document, Statement } };
    }
    default:
      return remedy;
  }
}

type Conditions = Record<string, Record<string, unknown>>;

function withConditions(
  statement: Readonly<Record<string, unknown>>,
  { statement: { conditions }, document }: StatementNearMiss,
  mends: readonly Mend[],
): Readonly<Record<string, unknown>> {
  const all: Conditions = {};
  const put = (operator: string, key: string, value: unknown) => {
    all[operator] = { ...all[operator], [key]: value };
  };
  for (const { operator, key, pointer } of conditions) {
    const mend = mends.find(({ condition }) => condition.finding.pointer === pointer);
    if (mend === undefined) put(operator, key, getPointer(document, pointer));
    else put(mend.operator, mend.key, mend.added.length > 0 ? oneOrMore(mend.added) : oneOrMore(mend.values));
  }
  for (const [operator, keys] of Object.entries(Object(statement['Condition'])))
    for (const [key, value] of Object.entries(Object(keys))) put(operator, key, value);
  return Object.keys(all).length === 0 ? statement : { ...statement, Condition: all };
}
