import { idsWithoutHolder } from '../grants/dead-principal.ts';
import type { Change } from '../model/diagnosis.ts';
import type { Facts } from '../model/facts.ts';
import type { AttachedPolicy, PolicyRef, PolicyVersions, RequestPolicies } from '../model/policy.ts';
import { cleanText } from '../model/secrets/without-secrets.ts';
import { someOf } from '../model/some-of.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { sameDocument } from '../policy/same-policy.ts';
import { sameValue } from '../policy/same-value.ts';
import { findPolicy } from './apply-changes.ts';

/** The complete new document of a policy, under the file name that the commands use. */
export interface NewDocument {
  readonly file: string;
  readonly policy: PolicyRef;
  readonly document: unknown;
  readonly isNew: boolean;
  /** The version of a managed policy that has this document already; null where none does. */
  readonly version: string | null;
  /** The version that has to be deleted first, because a policy can have no more; null where none has to. */
  readonly spare: string | null;
}

/** The complete documents after the changes, one for each policy that they touch, in the order first touched. */
export function newDocuments(
  before: RequestPolicies,
  after: RequestPolicies,
  changes: readonly Change[],
): readonly NewDocument[] {
  const documents: NewDocument[] = [];
  for (const { policy } of changes) {
    if (documents.some((other) => sameDocument(other.policy, policy))) continue;
    const changed = findPolicy(after, policy);
    if (changed?.document.status !== 'known') continue;
    const old = findPolicy(before, policy);
    const document = changed.document.value;
    const file = freeName(fileName(policy), documents);
    const version = versionWith(document, old);
    const spare = version === null ? spareVersion(old?.versions) : null;
    documents.push({ file, policy, document, isNew: old === undefined, version, spare });
  }
  return documents;
}

function freeName(file: string, documents: readonly NewDocument[]): string {
  let name = file;
  for (let number = 2; documents.some((other) => other.file === name); number += 1)
    name = file.replace(/\.json$/, `-${number}.json`);
  return name;
}

/** A file name that is safe in any shell and says what is in it: `prod-deploy-trust.json`. */
function fileName(policy: PolicyRef): string {
  const owner = policy.kind === 'inline' ? `${policy.attachedTo?.split('/').at(-1) ?? ''}-` : '';
  const plain = cleanText(`${owner}${policy.name}`)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${plain === '' ? 'policy' : plain}-${policy.kind}.json`;
}

/** The id of a version of a managed policy, not the default one, that has exactly this document; null where none is known to. */
export function versionWith(document: unknown, policy: AttachedPolicy | undefined): string | null {
  const newest = policy?.versions?.newest;
  return newest?.status === 'known' && sameValue(newest.value.document, document) ? newest.value.versionId : null;
}

/** "A customer managed policy can have up to five versions": https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html */
const MOST_VERSIONS = 5;

/**
 * The version that has to be deleted before a policy can have a new one: the oldest that is not the default. Null where there is room,
 * or where the versions are not known.
 */
function spareVersion(versions: PolicyVersions | undefined): string | null {
  const { ids = null, defaultVersionId } = versions ?? {};
  if (ids === null || ids.length < MOST_VERSIONS) return null;
  const numberOf = (id: string) => Number(id.slice(1));
  const others = ids.filter((id) => id !== defaultVersionId);
  return others.toSorted((left, right) => numberOf(left) - numberOf(right))[0] ?? null;
}

/** A note on the versions that are deleted for the new documents; empty where none is. */
export function spareWords(documents: readonly NewDocument[]): string {
  const full = documents.flatMap(({ policy, spare }) => (spare === null ? [] : [`${spare} of ${policy.name}`]));
  return full.length === 0
    ? ''
    : `a policy keeps ${MOST_VERSIONS} versions, so ${full.join(' and ')}, the oldest that is not the default, is deleted first`;
}

/**
 * Why AWS refuses a whole document whatever is added to it, in words: it names principals that were deleted, or one with a wildcard in its name. Empty where
 * nothing in it is known to be refused.
 * https://repost.aws/knowledge-center/iam-trust-policy-error
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function unsavableWords(documents: readonly NewDocument[], facts: Facts): string {
  const named = documents.filter(({ policy }) => policy.kind === 'trust' || policy.kind === 'resource');
  const dead = [...new Set(named.flatMap(({ document }) => idsWithoutHolder(document, facts)))];
  const patterns = [...new Set(named.flatMap(({ document }) => patternsOfPrincipals(document)))];
  const words = [
    ...refusedWords(dead, ['the id of a deleted principal', 'ids of deleted principals']),
    ...refusedWords(patterns, ['a principal with a wildcard', 'principals with a wildcard']),
  ];
  return words.join('; ');
}

function refusedWords(refused: readonly string[], [one, many]: readonly [string, string]): readonly string[] {
  if (refused.length === 0) return [];
  return refused.length === 1
    ? [`AWS will not save it while it names ${someOf(refused)}, ${one}: remove that too, or put an ARN there`]
    : [`AWS will not save it while it names ${someOf(refused)}, ${many}: remove those too, or put ARNs there`];
}

/** `*` alone means everyone. As part of an ARN it matches no principal, and AWS refuses the document. */
function patternsOfPrincipals(document: unknown): readonly string[] {
  return readPolicy(document)
    .statements.flatMap(({ principal }) => principal?.entries ?? [])
    .filter(({ kind, value }) => kind === 'AWS' && value !== '*' && /[*?]/.test(value))
    .map(({ value }) => value);
}
