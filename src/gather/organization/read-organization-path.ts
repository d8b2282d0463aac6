import { type Fact, known, unreadable } from '../../model/fact.ts';
import { refused } from '../../model/gap.ts';
import { REFUSALS } from '../../model/refusals.ts';
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

/**
 * The most OUs between the root and an account.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
const MOST_UNITS = 5;

/** The ids in `o-…/r-…/ou-…/<account>/`. Undefined for a path that no organization can have. */
function pathIn(path: unknown, account: string): readonly string[] | undefined {
  const ids =
    textOf(path)
      ?.split('/')
      .filter((id) => id !== '') ?? [];
  const [organization, root, ...below] = ids;
  const units = below.slice(0, -1);
  const whole = organization?.startsWith('o-') && root?.startsWith('r-') && below.at(-1) === account;
  return whole && units.every((id) => id.startsWith('ou-')) && canBePath(units) ? ids : undefined;
}

/** False for OUs that no organization can have one above the other: one of them twice, or too many. */
function canBePath(units: readonly string[]): boolean {
  return units.length <= MOST_UNITS && new Set(units).size === units.length;
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
 * Paths, so that no time is lost if AWS sends none. Calls `found` with each id as soon as it is known. Of parents that lead in a circle, or
 * to no root, nothing is taken for known.
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
  const units: string[] = [];
  let parent = await first;
  while (parent.status === 'known') {
    const { id, isRoot } = parent.value;
    if (isRoot) {
      found(id);
      return { ids: [id, ...units, account], top: known('root') };
    }
    if (!canBePath([id, ...units])) return { ids: [account], top: unreadable(endlessGap(account)) };
    found(id);
    units.unshift(id);
    parent = await readParent(ask, site, id);
  }
  return { ids: [...units, account], top: parent.status === 'unreadable' ? parent : unreadable(endlessGap(account)) };
}

function endlessGap(account: string) {
  return refused({
    what: `the organizational units above ${account}`,
    account: null,
    permission: 'organizations:ListParents',
    code: REFUSALS.malformed,
    who: 'organization-admin',
  });
}

/** What is directly above an account or an OU. */
interface ParentRead {
  readonly id: string;
  readonly isRoot: boolean;
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListParents.html */
function readParent(ask: Ask, site: Site, child: string): Promise<Fact<ParentRead>> {
  return ask(site, {
    call: 'organizations:ListParents',
    input: { ChildId: child },
    what: `the organizational unit above ${child}`,
    read: (output) => {
      const { Id, Type } = fieldsOf(listOf(output['Parents'])?.[0]) ?? {};
      const id = textOf(Id);
      if (id === undefined) return undefined;
      // The kind is said twice, by the id and by its type: a root is only what both call one.
      if (Type === 'ROOT' && id.startsWith('r-')) return { id, isRoot: true };
      return Type === 'ORGANIZATIONAL_UNIT' && id.startsWith('ou-') ? { id, isRoot: false } : undefined;
    },
  });
}
