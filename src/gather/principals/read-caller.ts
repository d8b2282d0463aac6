import { nameWithoutPath } from '../../model/arn.ts';
import { type Fact, known, mapFact, unreadable } from '../../model/fact.ts';
import type { Entity } from '../../model/facts.ts';
import { type Gap, notGiven } from '../../model/gap.ts';
import type { LayerFact, Level } from '../../model/policy.ts';
import type { Principal } from '../../model/principal.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { absentByRule } from '../ask/by-rule.ts';
import { fieldsOf, listOf, readAll, textOf } from '../ask/fields.ts';
import { startPolicyList } from './listed-policies.ts';
import { type EntityName, type EntityRead, readEntity } from './read-entity.ts';
import { type CarriedPolicies, levelOf, readCarriedPolicies } from './read-identity-policies.ts';
import { readManagedPolicy } from './read-managed-policy.ts';

/** What the caller's own account has about the caller. */
export interface CallerFacts {
  readonly entity: Fact<Entity>;
  /** ARNs. */
  readonly groups: Fact<readonly string[]>;
  readonly identity: LayerFact;
  readonly boundary: LayerFact;
}

/** Reads everything about the caller as an IAM entity. `principal` is null if it is not known who called. */
export async function readCaller(ask: Ask, site: Site, principal: Principal | null): Promise<CallerFacts> {
  switch (principal?.type) {
    case 'user':
      return readUser(ask, site, principal);
    case 'role':
    case 'session':
      return readRoleOfCaller(ask, site, principal);
    case 'federated-user':
      return sameForAll(unreadable(userOfFederation(principal.name)));
    case 'root':
      return sameForAll(absentByRule('the root user has none'));
    case 'service':
    case 'federated':
    case 'anonymous':
      return sameForAll(absentByRule('not applicable: for IAM users and roles only'));
    case undefined:
      return sameForAll(unreadable(notGiven({ what: 'who the caller is', toPass: 'caller' })));
  }
}

/** Reads only the caller's user, or the role of its session. This is known long before the policies are. */
export async function readCallerEntity(ask: Ask, site: Site, principal: Principal | null): Promise<Fact<Entity>> {
  const named = principal === null ? undefined : entityNameOf(principal);
  if (named === undefined) return (await readCaller(ask, site, principal)).entity;
  return mapFact(await readEntity(ask, site, named), (read) => read.entity);
}

function entityNameOf({ type, name, arn }: Principal): EntityName | undefined {
  if (type === 'user') return { kind: 'user', name, arn };
  if (type === 'role') return { kind: 'role', name, arn };
  return type === 'session' ? { kind: 'role', name, arn: null } : undefined;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html */
function userOfFederation(name: string): Gap {
  return notGiven({ what: `the IAM user whose keys made the federated session ${name}`, toPass: null });
}

function sameForAll(fact: Fact<never>): CallerFacts {
  return { entity: fact, groups: fact, identity: fact, boundary: fact };
}

async function readUser(ask: Ask, site: Site, { name, arn }: Principal): Promise<CallerFacts> {
  startPolicyList(ask, site);
  const [user, own, groups] = await Promise.all([
    readEntityWithBoundary(ask, site, { kind: 'user', name, arn }),
    readCarriedPolicies(ask, site, 'user', name),
    readGroups(ask, site, name),
  ]);
  const levels =
    groups.status === 'known' ? groups.value.map((group) => levelOf(group.carried, group.arn, group.name)) : [];
  const gaps = groups.status === 'unreadable' ? [groups.gap] : [];
  const id = user.read.status === 'known' ? user.read.value.entity.arn : (arn ?? name);
  const carried = { ...own, gaps: [...own.gaps, ...gaps] };
  return {
    entity: mapFact(user.read, (read) => read.entity),
    groups: mapFact(groups, (list) => list.map((group) => group.arn)),
    identity: identityOf(user.read, [levelOf(carried, id, name), ...levels]),
    boundary: user.boundary,
  };
}

async function readRoleOfCaller(ask: Ask, site: Site, principal: Principal): Promise<CallerFacts> {
  const { name } = principal;
  const arn = principal.type === 'role' ? principal.arn : null;
  const [role, own] = await Promise.all([
    readEntityWithBoundary(ask, site, { kind: 'role', name, arn }),
    readCarriedPolicies(ask, site, 'role', name),
  ]);
  const unread = arn ?? `arn:${site.partition}:iam::${site.account ?? ''}:role/${name}`;
  const id = role.read.status === 'known' ? role.read.value.entity.arn : unread;
  return {
    entity: mapFact(role.read, (read) => read.entity),
    groups: absentByRule('roles cannot be in a group'),
    identity: identityOf(role.read, [levelOf(own, id, name)]),
    boundary: role.boundary,
  };
}

/** The identity policies. A caller that no longer exists has none: that is known. If nothing could be read, one gap says so. */
function identityOf(entity: Fact<EntityRead>, levels: readonly Level[]): LayerFact {
  if (entity.status === 'absent') return known([]);
  const [gap] = levels.flatMap((level) => level.gaps);
  const nothing = levels.every((level) => level.policies.length === 0 && level.gaps.length > 0);
  return nothing && gap !== undefined ? unreadable({ ...gap, layer: 'identity' }) : known(levels);
}

interface EntityWithBoundary {
  readonly read: Fact<EntityRead>;
  readonly boundary: LayerFact;
}

async function readEntityWithBoundary(ask: Ask, site: Site, named: EntityName): Promise<EntityWithBoundary> {
  const read = await readEntity(ask, site, named);
  return { read, boundary: await readBoundary(ask, site, read, named.name) };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
async function readBoundary(ask: Ask, site: Site, read: Fact<EntityRead>, name: string): Promise<LayerFact> {
  const what = `the permissions boundary of ${name}`;
  if (read.status === 'unreadable') return unreadable({ ...read.gap, what, layer: 'boundary' });
  if (read.status === 'absent') return read;
  const { entity, boundaryArn } = read.value;
  if (boundaryArn === null)
    return { status: 'absent', call: entity.kind === 'user' ? 'iam:GetUser' : 'iam:GetRole', on: entity.arn };
  const policyName = nameWithoutPath(boundaryArn);
  const policy = await readManagedPolicy(ask, site, boundaryArn, 'boundary', what);
  const ref = { name: policyName, arn: boundaryArn, kind: 'boundary' as const, attachedTo: entity.arn };
  return known([{ id: entity.arn, name: entity.name, policies: [{ ref, ...policy }], gaps: [] }]);
}

interface GroupRead {
  readonly arn: string;
  readonly name: string;
  readonly carried: CarriedPolicies;
}

async function readGroups(ask: Ask, site: Site, userName: string): Promise<Fact<readonly GroupRead[]>> {
  const groups = await ask(site, {
    call: 'iam:ListGroupsForUser',
    input: { UserName: userName },
    what: `the groups of the user ${userName}`,
    layer: 'identity',
    read: (output) =>
      readAll(listOf(output['Groups']), (group) => {
        const arn = textOf(fieldsOf(group)?.['Arn']);
        const name = textOf(fieldsOf(group)?.['GroupName']);
        return arn === undefined || name === undefined ? undefined : { arn, name };
      }),
  });
  if (groups.status !== 'known') return groups;
  const read = async (group: { arn: string; name: string }) => ({
    ...group,
    carried: await readCarriedPolicies(ask, site, 'group', group.name),
  });
  return known(await Promise.all(groups.value.map(read)));
}
