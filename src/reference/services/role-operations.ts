import { readFactFile } from '../fact-files.ts';

/** Per service prefix: the paths of the input members that name a role, with the operations that have them. */
type RoleOperations = Readonly<Record<string, Readonly<Record<string, string>>>>;

let operations: RoleOperations | undefined;

/**
 * The members of an operation's input that name a role or an instance profile, hence make the call need iam:PassRole.
 * Found by the names of members in AWS's service models: likely, not certain, and not complete.
 * `[]` stands for any element, `{}` for any key. Undefined where no such member is known, which proves nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function rolesPassedBy(action: string): readonly string[] | undefined {
  operations ??= (readFactFile('role-operations') ?? {}) as RoleOperations; // copied by build/service-facts.js
  const colon = action.indexOf(':');
  const prefix = action.slice(0, colon).toLowerCase();
  if (colon < 1 || !Object.hasOwn(operations, prefix)) return undefined;
  const name = action.slice(colon + 1).toLowerCase();
  for (const [members, names] of Object.entries(operations[prefix] ?? {})) {
    if (names.toLowerCase().split(' ').includes(name)) return members.split(' ');
  }
  return undefined;
}

let required: Readonly<Record<string, string>> | undefined;

/**
 * True for an operation that cannot be called without a role: one of the members that name it is required, and so is all that it stands in.
 * False for one that is also called without, and where that is not known.
 */
export function alwaysPassesRole(action: string): boolean {
  required ??= (readFactFile('role-required') ?? {}) as Readonly<Record<string, string>>; // copied by build/service-facts.js
  const [prefix = '', name = ''] = action.toLowerCase().split(':', 2);
  return Object.hasOwn(required, prefix) && ` ${required[prefix]} `.toLowerCase().includes(` ${name} `) && name !== '';
}
