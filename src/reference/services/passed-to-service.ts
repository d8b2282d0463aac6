import { servicePrefix } from '../../model/actions.ts';
import { isKnownServicePrincipal } from './known-service-principals.ts';
import { type PassedToServiceRow, passedToServiceTable } from './passed-to-service-table.ts';
import { rolesPassedBy } from './role-operations.ts';
import { servicePrincipalForms } from './service-principals.ts';

/**
 * The value of iam:PassedToService. `known`: AWS documents this one. `not-sent`: the service does not send the key.
 * `candidates`: one of these, or perhaps none (`maybeNotSent`); we cannot tell which.
 */
export type PassedToService =
  | { readonly status: 'known'; readonly host: string; readonly page: string }
  | { readonly status: 'not-sent'; readonly page: string }
  | { readonly status: 'candidates'; readonly hosts: readonly string[]; readonly maybeNotSent: boolean }
  | { readonly status: 'unknown' };

/**
 * Which service principal AWS puts into iam:PassedToService when this operation passes a role.
 * @param operation `lambda:CreateFunction`, in any case
 * @param member the member of the input that names the role (as `rolesPassedBy` gives it), where that is known
 * @param partitionId of the role's ARN: a few principals have another form elsewhere
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export function passedToService(operation: string, member?: string, partitionId = 'aws'): PassedToService {
  const rows = passRoleRows(operation, member);
  const [first] = rows;
  if (first === undefined) return byConvention(operation);
  const hosts = [
    ...new Set(rows.flatMap(({ host }) => (host === null ? [] : servicePrincipalForms(host, partitionId)))),
  ];
  const maybeNotSent = rows.some(({ host }) => host === null);
  const [host] = hosts;
  if (host === undefined) {
    return first.likely ? { status: 'candidates', hosts, maybeNotSent } : { status: 'not-sent', page: first.page };
  }
  const certain =
    hosts.length === 1 && !maybeNotSent && rows.every((row) => !row.likely) && cover(rows, operation, member);
  return certain ? { status: 'known', host, page: first.page } : { status: 'candidates', hosts, maybeNotSent };
}

/** Do the rows speak for whichever member names the role? Rows about one member say nothing about another. */
function cover(rows: readonly PassedToServiceRow[], operation: string, member: string | undefined): boolean {
  if (member !== undefined || rows.some(({ members }) => members === null)) return true;
  const passing = rolesPassedBy(operation) ?? [];
  return passing.length > 0 && passing.every((each) => rows.some(({ members }) => members?.includes(each)));
}

/**
 * The services that some operation of this name passes a role to, for texts that name no service: `CreateJob` is one of Glue, S3,
 * MediaConvert and others. Complete for the reviewed operations only.
 */
export function servicesByOperationName(name: string, partitionId = 'aws'): readonly string[] {
  const suffix = `:${name.toLowerCase()}`;
  const rows = passedToServiceTable().filter(({ operations }) => [...operations].some((each) => each.endsWith(suffix)));
  return [...new Set(rows.flatMap(({ host }) => (host === null ? [] : servicePrincipalForms(host, partitionId))))];
}

/** The reviewed rows about an operation, with their pages; those about other members are left out where the member is known. */
export function passRoleRows(operation: string, member?: string): readonly PassedToServiceRow[] {
  const name = operation.toLowerCase();
  const rows = passedToServiceTable().filter(({ operations }) => operations.has(name));
  if (member === undefined) return rows;
  const exact = rows.filter(({ members }) => members?.includes(member));
  return exact.length > 0 ? exact : rows.filter(({ members }) => members === null);
}

/** Most services send the principal that is named like their prefix. */
function byConvention(operation: string): PassedToService {
  const host = `${servicePrefix(operation)}.amazonaws.com`;
  if (!isKnownServicePrincipal(host)) return { status: 'unknown' };
  return { status: 'candidates', hosts: [host], maybeNotSent: true };
}
