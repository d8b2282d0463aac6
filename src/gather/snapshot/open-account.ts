import { isAccountId } from '../../model/arn.ts';
import type { SnapshotScope } from './format.ts';
import { below, entriesAt, type JsonObject, misfit, objectAt, textAt } from './json-place.ts';
import { holdMembership } from './membership.ts';
import { checkArn, openEntities } from './open-entities.ts';
import { openInstanceProfiles } from './open-instance-profiles.ts';
import { openPolicies } from './open-policies.ts';
import { readDocument } from './read-document.ts';
import { SnapshotError } from './snapshot-error.ts';
import type { Table } from './table.ts';

/** The `accounts` of a file. A key that is missing was not read; in scope `account` a list that is there is whole. */
export function openAccounts(value: unknown, pointer: string, scope: SnapshotScope, table: Table): void {
  for (const [account, item, at] of entriesAt(value, pointer, 'an object by account id')) {
    if (!isAccountId(account)) throw misfit(account, at, 'an account id of 12 digits');
    const part = objectAt(item, at);
    table.accounts.add(account);
    openDetails(part, account, at, scope, table);
    openMembership(part['organizationId'], account, below(at, 'organizationId'), table);
    openResourcePolicies(part, account, at, scope, table);
    openProviders(part, account, at, scope, table);
    openInstanceProfiles(part, account, at, scope, table);
  }
}

function openDetails(part: JsonObject, account: string, at: string, scope: SnapshotScope, table: Table): void {
  if (part['authorizationDetails'] === undefined || part['authorizationDetails'] === null) return;
  const pointer = below(at, 'authorizationDetails');
  const details = objectAt(part['authorizationDetails'], pointer);
  if (scope === 'account') {
    refuseIncomplete(details, pointer);
    for (const kind of ['role', 'user', 'group', 'policy'] as const) table.wholeList(account, kind, pointer);
  }
  openEntities(details, account, pointer, table);
  openPolicies(details, account, pointer, table);
}

/** A dump that stopped half way lists an account that is not whole. */
export function refuseIncomplete(details: JsonObject, pointer: string): void {
  const field = ['NextToken', 'IsTruncated'].find((name) => details[name] !== undefined && details[name] !== false);
  if (field !== undefined && details[field] !== null)
    throw new SnapshotError(
      `The account details are incomplete (${field} is set): run aws iam get-account-authorization-details again ` +
        'without --max-items and --no-paginate, so that it fetches every page.',
      below(pointer, field),
    );
}

function openMembership(value: unknown, account: string, pointer: string, table: Table): void {
  if (value === undefined) return;
  const id = value === null ? null : textAt(value, pointer, 'an organization id (o-…), or null for in none');
  holdMembership(account, id, pointer, table);
}

function openResourcePolicies(part: JsonObject, account: string, at: string, scope: SnapshotScope, table: Table): void {
  const pointer = below(at, 'resourcePolicies');
  if (part['resourcePolicies'] === undefined) return;
  if (scope === 'account') table.wholeList(account, 'resource', pointer);
  for (const [arn, value, to] of entriesAt(part['resourcePolicies'], pointer, 'an object by resource ARN')) {
    table.list(account, 'resource', arn, { arn, pointer: to });
    const fields = { Policy: value === null ? null : readDocument(value, to) };
    const print = (known: JsonObject) => ({ ...known, Account: account });
    table.hold(account, 'snapshot:ResourcePolicy', arn, '', { fields, print, pointer: to });
  }
}

const PROVIDERS = [
  ['oidcProviders', 'oidc-provider', 'iam:GetOpenIDConnectProvider'],
  ['samlProviders', 'saml-provider', 'iam:GetSAMLProvider'],
] as const;

function openProviders(part: JsonObject, account: string, at: string, scope: SnapshotScope, table: Table): void {
  for (const [key, kind, call] of PROVIDERS) {
    const pointer = below(at, key);
    if (part[key] === undefined) continue;
    if (scope === 'account') table.wholeList(account, kind, pointer);
    for (const [arn, value, to] of entriesAt(part[key], pointer, 'an object by provider ARN')) {
      checkArn(arn, account, to);
      table.list(account, kind, arn, { arn, pointer: to });
      if (value !== null)
        table.hold(account, call, arn, '', { fields: objectAt(value, to), print: (known) => known, pointer: to });
    }
  }
}
