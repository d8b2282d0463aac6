import { parseArn } from '../../model/arn.ts';
import { textOf } from '../ask/fields.ts';
import type { EntityKind } from '../calls/call-entry.ts';
import { answerKey, entityKey } from './call-key.ts';
import type { DetailEntry } from './format.ts';
import { below, itemsAt, type JsonObject, objectAt, textAt, texts, unexpectedValue } from './json-place.ts';
import { openProfilesOfRole } from './open-instance-profiles.ts';
import { readDocument } from './read-document.ts';
import type { Held } from './snapshot.ts';
import type { SnapshotBuilder } from './snapshot-builder.ts';

/** AWS's names for the fields and calls of a user, a group and a role. */
const SHAPES = {
  user: { call: 'User', list: 'UserDetailList', name: 'UserName', inline: 'UserPolicyList' },
  group: { call: 'Group', list: 'GroupDetailList', name: 'GroupName', inline: 'GroupPolicyList' },
  role: { call: 'Role', list: 'RoleDetailList', name: 'RoleName', inline: 'RolePolicyList' },
} as const satisfies Partial<Record<EntityKind, Readonly<Record<'call' | 'list' | 'name' | 'inline', string>>>>;

type Kind = keyof typeof SHAPES;
const INLINE_LISTS = Object.values(SHAPES).map((shape): string => shape.inline);

/**
 * Opens users, groups and roles as GetAccountAuthorizationDetails prints them: as the answers of the single calls that would have read
 * them.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function openEntities(details: JsonObject, account: string, pointer: string, builder: SnapshotBuilder): void {
  for (const kind of ['group', 'user', 'role'] as const) {
    const list = SHAPES[kind].list;
    for (const [item, at] of itemsAt(details[list], below(pointer, list), 'a list')) {
      openEntity(kind, objectAt(item, at), account, at, builder);
    }
  }
}

function openEntity(kind: Kind, entry: DetailEntry, account: string, at: string, builder: SnapshotBuilder): void {
  const shape = SHAPES[kind];
  const name = textAt(entry[shape.name], below(at, shape.name), 'a name');
  const hold: Hold = (call, detail, fields, print, to = at) =>
    builder.hold(account, call, name, detail, { fields, print, pointer: to });
  const arn = checkArn(entry['Arn'], account, below(at, 'Arn'));
  builder.list(account, kind, name, { arn, pointer: at });
  if (kind === 'group') hold(GROUP, '', itself(entry), (known) => known);
  else openItself(kind, entry, at, hold);
  if (kind === 'user') openMembership(entry, account, at, builder, hold);
  if (kind === 'role') openProfilesOfRole(entry, account, at, builder);
  openAttached(shape.call, entry, account, at, builder, hold);
  openInline(shape.call, shape.inline, entry, at, hold);
}

/** A row with a group as ListGroupsForUser has it. No call reads a group by itself. */
const GROUP = 'snapshot:Group';

type Hold = (call: string, detail: string, fields: JsonObject, print: Held['print'], pointer?: string) => void;

/** The fields of the entity itself, without those that other calls read. */
function itself(entry: DetailEntry): JsonObject {
  const others = ['GroupList', 'AttachedManagedPolicies', 'InstanceProfileList', ...INLINE_LISTS];
  return Object.fromEntries(Object.entries(entry).filter(([field]) => !others.includes(field)));
}

/** Opens the answer of GetUser or GetRole. An entry without a boundary or tags has none. */
function openItself(kind: 'user' | 'role', entry: DetailEntry, at: string, hold: Hold): void {
  const trust = 'AssumeRolePolicyDocument';
  const document = entry[trust] === undefined ? {} : { [trust]: readDocument(entry[trust], below(at, trust)) };
  const own = itself(entry);
  for (const [tag, to] of itemsAt(own['Tags'] ?? [], below(at, 'Tags')))
    textAt(objectAt(tag, to)['Key'], below(to, 'Key'), 'the key of a tag');
  const fields = {
    ...own,
    PermissionsBoundary: own['PermissionsBoundary'] ?? null,
    Tags: own['Tags'] ?? [],
    ...document,
  };
  hold(`iam:Get${SHAPES[kind].call}`, '', fields, (known) => {
    const { PermissionsBoundary: boundary, [trust]: policy, ...plain } = known;
    return {
      [SHAPES[kind].call]: {
        ...plain,
        ...(boundary === null ? {} : { PermissionsBoundary: boundary }),
        ...(policy === undefined ? {} : { [trust]: policy }),
      },
    };
  });
}

function openMembership(entry: DetailEntry, account: string, at: string, builder: SnapshotBuilder, hold: Hold): void {
  const names = itemsAt(entry['GroupList'] ?? [], below(at, 'GroupList')).map(([item, to]) => textAt(item, to));
  for (const name of names) builder.referenced.add(entityKey(account, 'group', name));
  const partition = parseArn(textOf(entry['Arn']) ?? '')?.partition ?? 'aws';
  hold('iam:ListGroupsForUser', '', { GroupList: names }, (known, held) => ({
    // The path of a group that is not in the file is unknown. Its ARN is made without one.
    Groups: texts(known['GroupList']).map((name) => ({
      GroupName: name,
      Arn: `arn:${partition}:iam::${account}:group/${name}`,
      ...held.get(answerKey(account, GROUP, name))?.fields,
    })),
  }));
}

function openAttached(
  call: string,
  entry: DetailEntry,
  account: string,
  at: string,
  builder: SnapshotBuilder,
  hold: Hold,
): void {
  const pointer = below(at, 'AttachedManagedPolicies');
  const attached = itemsAt(entry['AttachedManagedPolicies'] ?? [], pointer).map(([item, to]) => {
    const policy = objectAt(item, to);
    return { ...policy, PolicyArn: textAt(policy['PolicyArn'], below(to, 'PolicyArn'), 'the ARN of a policy') };
  });
  for (const arn of [...attached.map((policy) => policy.PolicyArn), ...boundaryOf(entry, at)])
    builder.referenced.add(entityKey(account, 'policy', arn));
  hold(`iam:ListAttached${call}Policies`, '', { AttachedPolicies: attached }, (known) => known);
}

/** The ARN of the boundary, if there is one. */
function boundaryOf(entry: DetailEntry, at: string): readonly string[] {
  const pointer = below(at, 'PermissionsBoundary');
  const boundary = entry['PermissionsBoundary'];
  if (boundary === undefined || boundary === null) return [];
  const arn = objectAt(boundary, pointer)['PermissionsBoundaryArn'];
  return [textAt(arn, below(pointer, 'PermissionsBoundaryArn'), 'the ARN of a policy')];
}

/** Opens inline policies. One without a document is on the list, and its document is unknown. */
function openInline(call: string, list: string, entry: DetailEntry, at: string, hold: Hold): void {
  const names: string[] = [];
  for (const [item, to] of itemsAt(entry[list] ?? [], below(at, list))) {
    const policy = objectAt(item, to);
    const name = textAt(policy['PolicyName'], below(to, 'PolicyName'), 'the name of a policy');
    names.push(name);
    if (policy['PolicyDocument'] === undefined || policy['PolicyDocument'] === null) continue;
    const pointer = below(to, 'PolicyDocument');
    const document = readDocument(policy['PolicyDocument'], pointer);
    const owner = { [`${call}Name`]: entry[`${call}Name`], PolicyName: name };
    const print = (known: JsonObject) => ({ ...owner, PolicyDocument: known['PolicyDocument'] });
    hold(`iam:Get${call}Policy`, name, { PolicyDocument: document }, print, pointer);
  }
  hold(`iam:List${call}Policies`, '', { PolicyNames: names }, (known) => known);
}

/**
 * The value if it is an ARN of this account. Throws a SnapshotError otherwise: an entity of another account must not answer for this
 * one.
 */
export function checkArn(value: unknown, account: string, pointer: string): string {
  const arn = textAt(value, pointer, `an ARN of account ${account}`);
  if (parseArn(arn)?.account !== account) throw unexpectedValue(value, pointer, `an ARN of account ${account}`);
  return arn;
}
