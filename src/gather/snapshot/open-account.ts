import { isAccountId } from '../../model/arn.ts';
import type { SnapshotScope } from './format.ts';
import { below, entriesAt, type JsonObject, objectAt, textAt, unexpectedValue } from './json-place.ts';
import { holdMembership } from './membership.ts';
import { checkArn, openEntities } from './open-entities.ts';
import { openInstanceProfiles } from './open-instance-profiles.ts';
import { openPolicies } from './open-policies.ts';
import { readDocument } from './read-document.ts';
import type { SnapshotBuilder } from './snapshot-builder.ts';
import { SnapshotError } from './snapshot-error.ts';

/** Opens the `accounts` of a file. A key that is missing was not read. In scope `account`, a list that is there is complete. */
export function openAccounts(value: unknown, pointer: string, scope: SnapshotScope, builder: SnapshotBuilder): void {
  for (const [account, item, at] of entriesAt(value, pointer, 'an object by account id')) {
    if (!isAccountId(account)) throw unexpectedValue(account, at, 'an account id of 12 digits');
    const part = objectAt(item, at);
    builder.accounts.add(account);
    openDetails(part, account, at, scope, builder);
    openMembership(part['organizationId'], account, below(at, 'organizationId'), builder);
    openResourcePolicies(part, account, at, scope, builder);
    openProviders(part, account, at, scope, builder);
    openInstanceProfiles(part, account, at, scope, builder);
  }
}

function openDetails(
  part: JsonObject,
  account: string,
  at: string,
  scope: SnapshotScope,
  builder: SnapshotBuilder,
): void {
  if (part['authorizationDetails'] === undefined || part['authorizationDetails'] === null) return;
  const pointer = below(at, 'authorizationDetails');
  const details = objectAt(part['authorizationDetails'], pointer);
  if (scope === 'account') {
    refuseIncomplete(details, pointer);
    for (const kind of ['role', 'user', 'group', 'policy'] as const) builder.markComplete(account, kind, pointer);
  }
  openEntities(details, account, pointer, builder);
  openPolicies(details, account, pointer, builder);
}

/** Throws a SnapshotError for account details that are not complete, because a page of them is missing. */
export function refuseIncomplete(details: JsonObject, pointer: string): void {
  const field = ['NextToken', 'IsTruncated'].find((name) => details[name] !== undefined && details[name] !== false);
  if (field !== undefined && details[field] !== null)
    throw new SnapshotError(
      `The account details are incomplete (${field} is set): run aws iam get-account-authorization-details again ` +
        'without --max-items and --no-paginate, so that it fetches every page.',
      below(pointer, field),
    );
}

function openMembership(value: unknown, account: string, pointer: string, builder: SnapshotBuilder): void {
  if (value === undefined) return;
  const id = value === null ? null : textAt(value, pointer, 'an organization id (o-…), or null for in none');
  holdMembership(account, id, pointer, builder);
}

function openResourcePolicies(
  part: JsonObject,
  account: string,
  at: string,
  scope: SnapshotScope,
  builder: SnapshotBuilder,
): void {
  const pointer = below(at, 'resourcePolicies');
  if (part['resourcePolicies'] === undefined) return;
  if (scope === 'account') builder.markComplete(account, 'resource', pointer);
  for (const [arn, value, to] of entriesAt(part['resourcePolicies'], pointer, 'an object by resource ARN')) {
    builder.list(account, 'resource', arn, { arn, pointer: to });
    const fields = { Policy: value === null ? null : readDocument(value, to) };
    const print = (known: JsonObject) => ({ ...known, Account: account });
    builder.hold(account, 'snapshot:ResourcePolicy', arn, '', { fields, print, pointer: to });
  }
}

const PROVIDERS = [
  ['oidcProviders', 'oidc-provider', 'iam:GetOpenIDConnectProvider'],
  ['samlProviders', 'saml-provider', 'iam:GetSAMLProvider'],
] as const;

function openProviders(
  part: JsonObject,
  account: string,
  at: string,
  scope: SnapshotScope,
  builder: SnapshotBuilder,
): void {
  for (const [key, kind, call] of PROVIDERS) {
    const pointer = below(at, key);
    if (part[key] === undefined) continue;
    if (scope === 'account') builder.markComplete(account, kind, pointer);
    for (const [arn, value, to] of entriesAt(part[key], pointer, 'an object by provider ARN')) {
      checkArn(arn, account, to);
      builder.list(account, kind, arn, { arn, pointer: to });
      if (value !== null)
        builder.hold(account, call, arn, '', { fields: objectAt(value, to), print: (known) => known, pointer: to });
    }
  }
}
