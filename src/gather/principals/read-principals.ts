import type { Fact } from '../../model/fact.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { fieldsOf, listOf, readAll, textOf } from '../ask/fields.ts';

/** A role or user in a list. */
export interface ListedPrincipal {
  readonly arn: string;
  readonly name: string;
  readonly uniqueId: string;
}

/** Reads all roles of an account. A large account has many pages of them, so this is for where nothing else helps. */
export function readRoles(ask: Ask, site: Site, what: string): Promise<Fact<readonly ListedPrincipal[]>> {
  return ask(site, {
    call: 'iam:ListRoles',
    input: {},
    what,
    read: (output) => readAll(listOf(output['Roles']), (role) => principalIn(role, 'RoleName', 'RoleId')),
  });
}

/** Reads all users of an account. Unreadable if one of them cannot be read. */
export function readUsers(ask: Ask, site: Site, what: string): Promise<Fact<readonly ListedPrincipal[]>> {
  return ask(site, {
    call: 'iam:ListUsers',
    input: {},
    what,
    read: (output) => readAll(listOf(output['Users']), (user) => principalIn(user, 'UserName', 'UserId')),
  });
}

function principalIn(value: unknown, nameKey: string, idKey: string): ListedPrincipal | undefined {
  const fields = fieldsOf(value);
  const [arn, name, uniqueId] = [textOf(fields?.['Arn']), textOf(fields?.[nameKey]), textOf(fields?.[idKey])];
  return arn === undefined || name === undefined || uniqueId === undefined ? undefined : { arn, name, uniqueId };
}
