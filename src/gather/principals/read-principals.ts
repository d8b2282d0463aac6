import type { Fact } from '../../model/fact.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { fieldsOf, listOf, readAll, textOf } from '../ask/fields.ts';

/** A role or user in a list. */
export interface ListedPrincipal {
  readonly arn: string;
  readonly name: string;
  readonly uniqueId: string;
}

/** All roles of an account: many pages in a large one, so only where nothing else helps. */
export function readRoles(ask: Ask, site: Site, what: string): Promise<Fact<readonly ListedPrincipal[]>> {
  return ask(site, {
    call: 'iam:ListRoles',
    input: {},
    what,
    read: (output) => readAll(listOf(output['Roles']), (role) => principalIn(role, 'RoleName', 'RoleId')),
  });
}

/** All users of an account with their unique ids; none where one of them cannot be read. */
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
