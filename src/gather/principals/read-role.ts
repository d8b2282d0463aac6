import { nameWithoutPath, parseArn } from '../../model/arn.ts';
import { cdkRoleName, cdkRoleOf } from '../../model/cdk-role.ts';
import { absent, type Fact, known, mapFact, unreadable } from '../../model/fact.ts';
import type { RoleFacts } from '../../model/facts.ts';
import { refused } from '../../model/gap.ts';
import { REFUSALS } from '../../model/refusals.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { absentByRule } from '../ask/by-rule.ts';
import { type EntityRead, readByName } from './read-entity.ts';
import { readRoles } from './read-principals.ts';
import { similarNames } from './similar-names.ts';

/** Reads a role by its ARN, with its trust policy. If it does not exist, also the ARNs of roles with similar names. */
export async function readRole(ask: Ask, site: Site, arn: string): Promise<RoleFacts> {
  const resource = parseArn(arn)?.resource ?? '';
  const name = nameWithoutPath(resource);
  const named = await readByName(ask, site, { kind: 'role', name, arn });
  // A name is unique in an account: if the role has another path, there is none with this path.
  const moved = named.status === 'known' && named.value.entity.arn !== arn ? named.value.entity.arn : undefined;
  const read: Fact<EntityRead> = moved === undefined ? named : absent('iam:GetRole', arn);
  return {
    arn,
    entity: mapFact(read, ({ entity }) => entity),
    trustPolicy: trustOf(read, site, name),
    similar: await similarTo(ask, site, read, name, moved),
  };
}

function trustOf(read: Fact<EntityRead>, site: Site, name: string): RoleFacts['trustPolicy'] {
  const what = `the trust policy of ${name}`;
  if (read.status === 'unreadable') return unreadable({ ...read.gap, what, layer: 'trust' });
  if (read.status === 'absent') return read;
  const { trustPolicy } = read.value.entity;
  if (trustPolicy !== undefined) return known(trustPolicy);
  const { account, who } = site;
  return unreadable(
    refused({ what, layer: 'trust', account, who, permission: 'iam:GetRole', code: REFUSALS.malformed }),
  );
}

async function similarTo(
  ask: Ask,
  site: Site,
  read: Fact<EntityRead>,
  name: string,
  moved: string | undefined,
): Promise<RoleFacts['similar']> {
  if (moved !== undefined) return known([moved]);
  if (read.status === 'known') return absentByRule('the role exists');
  if (read.status === 'unreadable') return read;
  const roles = await readRoles(ask, site, `roles with a name like ${name}`);
  return mapFact(roles, (list) => [
    ...new Set(
      [...ofOtherQualifiers(name, list), ...similarNames(name, list, (role) => role.name)].map(({ arn }) => arn),
    ),
  ]);
}

/** The roles that the CDK bootstraps for the same purpose in the same region, under another qualifier. */
function ofOtherQualifiers<R extends { readonly name: string }>(name: string, roles: readonly R[]): readonly R[] {
  const asked = cdkRoleOf(name);
  if (asked === undefined) return [];
  return roles.filter((role) => {
    const other = cdkRoleOf(role.name);
    return other !== undefined && cdkRoleName({ ...other, qualifier: asked.qualifier }, other.kind) === name;
  });
}
