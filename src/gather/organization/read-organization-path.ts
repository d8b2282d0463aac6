import { type Fact, known } from '../../model/fact.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { fieldsOf, listOf, textOf } from '../ask/fields.ts';

/** An account, as its organization describes it. */
export interface MemberRead {
  readonly organizationId: string | null;
  readonly managementAccountId: string | null;
  readonly name: string | null;
  /** The ids from the root to the account. Null if AWS does not send them. */
  readonly path: readonly string[] | null;
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeAccount.html */
export function readMember(ask: Ask, site: Site, account: string): Promise<Fact<MemberRead>> {
  return ask(site, {
    call: 'organizations:DescribeAccount',
    input: { AccountId: account },
    what: `the place of ${account} in its organization`,
    read: (output) => {
      const member = fieldsOf(output['Account']);
      if (member === undefined || textOf(member['Id']) !== account) return undefined;
      const arn = /^arn:[^:]*:organizations::(\d{12}):account\/(o-[a-z0-9]+)\//.exec(textOf(member['Arn']) ?? '');
      const path = pathIn(listOf(member['Paths'])?.[0], account);
      return {
        organizationId: arn?.[2] ?? path?.[0] ?? null,
        managementAccountId: arn?.[1] ?? null,
        name: textOf(member['Name']) ?? null,
        path: path?.slice(1) ?? null,
      };
    },
  });
}

/** The ids in `o-…/r-…/ou-…/<account>/`. Undefined unless the path begins and ends as it should. */
function pathIn(path: unknown, account: string): readonly string[] | undefined {
  const ids =
    textOf(path)
      ?.split('/')
      .filter((id) => id !== '') ?? [];
  const [organization, root] = ids;
  const whole = organization?.startsWith('o-') && root?.startsWith('r-') && ids.at(-1) === account;
  return whole ? ids : undefined;
}

/** The part of an account's path that could be read. */
export interface PathRead {
  /** From the highest level that could be read down to the account. */
  readonly ids: readonly string[];
  /** Known if the first id is the root. Otherwise, why the levels above it are unknown. */
  readonly top: Fact<'root'>;
}

/**
 * Reads where an account is in its organization: from its Paths, or parent by parent. The first parent is read at the same time as the
 * Paths, so that no time is lost if AWS sends none. Calls `found` with each id as soon as it is known.
 */
export async function readPath(
  ask: Ask,
  site: Site,
  account: string,
  member: Promise<Fact<MemberRead>>,
  found: (id: string) => void,
): Promise<PathRead> {
  const first = readParent(ask, site, account);
  const described = await member;
  if (described.status === 'known' && described.value.path !== null) {
    described.value.path.forEach(found);
    return { ids: described.value.path, top: known('root') };
  }
  const ids = [account];
  let parent = await first;
  while (parent.status === 'known') {
    const id = parent.value;
    found(id);
    ids.unshift(id);
    if (id.startsWith('r-')) return { ids, top: known('root') };
    // An organization has the root, five levels of OUs and the account. More than that is a circle.
    if (ids.length > 8) break;
    parent = await readParent(ask, site, id);
  }
  return { ids, top: parent.status === 'known' ? known('root') : parent };
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListParents.html */
function readParent(ask: Ask, site: Site, child: string): Promise<Fact<string>> {
  return ask(site, {
    call: 'organizations:ListParents',
    input: { ChildId: child },
    what: `the organizational unit above ${child}`,
    read: (output) => textOf(fieldsOf(listOf(output['Parents'])?.[0])?.['Id']),
  });
}
