import type { StatementNearMiss } from '../evidence/near-miss/near-miss.ts';
import { operatorOf } from '../evidence/near-miss/operator.ts';
import { claimKey, sameIssuer } from '../model/claim-key.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { issuerOfProvider } from '../model/issuer.ts';
import type { Remedy } from '../model/remedy.ts';
import { getPointer } from '../policy/pointer.ts';
import { ownerOf } from './owners.ts';

/** Operator → condition key → value, as a statement has them. */
type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What becomes of a condition key: its new name; undefined where the condition is left out. */
type Renamed = (key: string, value: unknown, operator: string) => string | undefined;

/**
 * For each of the providers, the statement with the conditions on claims of that provider's tokens alone. A statement that has none for it
 * means those that it has for another one: they are named after this one.
 */
export function statementPerProvider(
  miss: StatementNearMiss,
  providers: readonly string[],
  denialCase: DenialCase,
): readonly Remedy[] {
  const conditions = conditionsOf(miss);
  const issuers = Object.values(conditions).flatMap((keys) =>
    Object.keys(keys).flatMap((key) => claimKey(key)?.issuer ?? []),
  );
  return providers.flatMap((provider) => {
    const issuer = issuerOfProvider(provider);
    if (issuer === undefined) return [];
    const hasOwn = issuers.some((one) => sameIssuer(one, issuer));
    const ofProvider: Renamed = (key) => {
      const found = claimKey(key);
      if (found === undefined || sameIssuer(found.issuer, issuer)) return key;
      return hasOwn ? undefined : `${issuer}:${found.claim}`;
    };
    const added = withConditions(miss, { Federated: provider }, renamed(conditions, ofProvider), denialCase);
    return [providers.length === 1 ? added : { ...added, note: `for tokens of ${issuer}` }];
  });
}

/**
 * The statement with audience and subject under their own keys. `isSubject` distinguishes the two kinds of values; `audience` is the one that
 * the provider takes, for a statement that then has none.
 */
export function exchangedClaims(
  miss: StatementNearMiss,
  isSubject: (value: string) => boolean,
  audience: string | undefined,
  denialCase: DenialCase,
): readonly Remedy[] {
  const exchanged = renamed(conditionsOf(miss), (key, value, operator) => {
    const found = claimKey(key);
    if (found === undefined || !/^(aud|sub)$/.test(found.claim) || operatorOf(operator).negated) return key;
    return `${found.issuer}:${textsOf(value).some(isSubject) ? 'sub' : 'aud'}`;
  });
  const keys = Object.values(exchanged).flatMap((each) => Object.keys(each));
  const issuer = keys.flatMap((key) => claimKey(key)?.issuer ?? [])[0];
  const hasSubject = keys.some((key) => key.endsWith(':sub'));
  if (issuer === undefined || !hasSubject) return [];
  const needsAudience = audience !== undefined && !keys.some((key) => key.endsWith(':aud'));
  const whole = needsAudience
    ? { ...exchanged, StringEquals: { ...exchanged['StringEquals'], [`${issuer}:aud`]: audience } }
    : exchanged;
  return [withConditions(miss, getPointer(miss.document, `${miss.statement.pointer}/Principal`), whole, denialCase)];
}

function conditionsOf({ document, statement }: StatementNearMiss): Conditions {
  const operators = entriesOf(getPointer(document, `${statement.pointer}/Condition`));
  return Object.fromEntries(operators.map(([operator, keys]) => [operator, Object.fromEntries(entriesOf(keys))]));
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function renamed(conditions: Conditions, rename: Renamed): Conditions {
  return Object.fromEntries(
    Object.entries(conditions).flatMap(([operator, keys]) => {
      const kept = Object.entries(keys).flatMap(([key, value]) => {
        const name = rename(key, value, operator);
        return name === undefined ? [] : [[name, value] as const];
      });
      return kept.length === 0 ? [] : [[operator, Object.fromEntries(kept)] as const];
    }),
  );
}

function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === 'string');
}

/** A statement of its own beside the one that no token meets, which takes nothing from anybody. */
function withConditions(
  { document, statement }: StatementNearMiss,
  principal: unknown,
  conditions: Conditions,
  denialCase: DenialCase,
): Extract<Remedy, { kind: 'add-statement' }> {
  return {
    kind: 'add-statement',
    policy: statement.policy,
    statement: {
      Effect: 'Allow',
      Principal: principal,
      Action: getPointer(document, `${statement.pointer}/Action`),
      Condition: conditions,
    },
    who: ownerOf('trust', denialCase, statement.policy),
  };
}
