import type { Ask, Site } from '../ask/ask.ts';
import { type Fields, fieldsOf, listOf, readAll, textOf, timeOf } from '../ask/fields.ts';

/** The version of a managed policy that is in effect. */
export interface CurrentVersion {
  readonly versionId: string;
  readonly updated: string | null;
  /** True if the policy has never had a second version: IAM sets UpdateDate when it makes one. */
  readonly onlyVersion: boolean;
}

/** The versions in effect of an account's attached policies, by ARN. */
export interface ListedPolicies {
  /** What the list says, once it is there. */
  found: ReadonlyMap<string, CurrentVersion>;
  /** Resolves with it. Nothing waits for this: it may never be answered. */
  readonly done: Promise<ReadonlyMap<string, CurrentVersion>>;
}

const NONE: ReadonlyMap<string, CurrentVersion> = new Map();

/** One list for each account and each way to ask, which is one for each gathering. */
const lists = new WeakMap<Ask, Map<string | null, ListedPolicies>>();

/**
 * Starts to list the attached policies of an account. The list names the version of each that is in effect, so that the document of a group's
 * policy can be read as soon as its ARN is known, one round trip earlier. Where the list is refused, late or of another account, policies are read
 * without it, and nothing is said about it. Policies that are only boundaries need not be in it: their ARN is known a round trip earlier.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html
 */
export function startPolicyList(ask: Ask, site: Site): void {
  const ofAccounts = lists.get(ask) ?? new Map<string | null, ListedPolicies>();
  lists.set(ask, ofAccounts);
  if (ofAccounts.has(site.account)) return;
  const done = readList(ask, site);
  const listed: ListedPolicies = { found: NONE, done };
  ofAccounts.set(site.account, listed);
  void done.then((found) => {
    listed.found = found;
  });
}

/** The list of an account; undefined where none was started. */
export function policyList(ask: Ask, site: Site): ListedPolicies | undefined {
  return lists.get(ask)?.get(site.account);
}

async function readList(ask: Ask, site: Site): Promise<ReadonlyMap<string, CurrentVersion>> {
  const list = await ask(site, {
    call: 'iam:ListPolicies',
    input: { OnlyAttached: true },
    what: 'the attached policies of the account',
    read: (output) =>
      readAll(listOf(output['Policies']), (policy) => {
        const arn = textOf(fieldsOf(policy)?.['Arn']);
        const version = currentVersionIn(fieldsOf(policy));
        return arn === undefined || version === undefined ? undefined : ([arn, version] as const);
      }),
  });
  return list.status === 'known' ? new Map(list.value) : NONE;
}

/** The version in effect, as ListPolicies and GetPolicy show a policy. */
export function currentVersionIn(policy: Fields | undefined): CurrentVersion | undefined {
  const versionId = textOf(policy?.['DefaultVersionId']);
  const created = timeOf(policy?.['CreateDate']);
  const updated = timeOf(policy?.['UpdateDate']);
  return versionId === undefined
    ? undefined
    : { versionId, updated, onlyVersion: created !== null && created === updated };
}
