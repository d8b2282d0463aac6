import { nameWithoutPath, parseArn } from '../../model/arn.ts';
import { absent, type Fact } from '../../model/fact.ts';
import type { Entity } from '../../model/facts.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { decodeDocument } from '../ask/decode-document.ts';
import { type Fields, fieldsOf, listOf, readAll, textOf, timeOf } from '../ask/fields.ts';

/** A user or role, and the ARN of its permissions boundary. */
export interface EntityRead {
  readonly entity: Entity;
  /** Null: it has none. */
  readonly boundaryArn: string | null;
}

/** A user or role, by name: IAM's reads take names. */
export interface EntityName {
  readonly kind: 'user' | 'role';
  readonly name: string;
  /** The ARN, if its path is known. A name is unique in an account, so another path means another entity. */
  readonly arn: string | null;
}

/**
 * Reads a user or role. Absent if IAM has none of that name, or one with another path than asked for.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
 */
export async function readEntity(ask: Ask, site: Site, named: EntityName): Promise<Fact<EntityRead>> {
  const fact = await readByName(ask, site, named);
  if (fact.status !== 'known' || named.arn === null || fact.value.entity.arn === named.arn) return fact;
  return absent(named.kind === 'user' ? 'iam:GetUser' : 'iam:GetRole', named.arn, fact.value.entity.arn);
}

/** Reads the user or role with this name, whatever its path is. */
export async function readByName(ask: Ask, site: Site, { kind, name, arn }: EntityName): Promise<Fact<EntityRead>> {
  const on = arn ?? `arn:${site.partition}:iam::${site.account ?? ''}:${kind}/${name}`;
  if (kind === 'user')
    return ask(site, {
      call: 'iam:GetUser',
      input: { UserName: name },
      what: `the user ${name}`,
      on,
      read: (output) => entityIn(fieldsOf(output['User']), 'user', name),
    });
  return ask(site, {
    call: 'iam:GetRole',
    input: { RoleName: name },
    what: `the role ${name}`,
    on,
    read: (output) => entityIn(fieldsOf(output['Role']), 'role', name),
  });
}

/** The user or role in an answer. Undefined if anything is missing that a decision needs. */
function entityIn(fields: Fields | undefined, kind: 'user' | 'role', asked: string): EntityRead | undefined {
  const arn = textOf(fields?.['Arn']);
  const uniqueId = textOf(fields?.[kind === 'user' ? 'UserId' : 'RoleId']) ?? null;
  const resource = arn === undefined ? undefined : parseArn(arn)?.resource;
  const boundary = boundaryIn(fields);
  const tags = tagsIn(fields);
  if (fields === undefined || arn === undefined || tags === undefined) return undefined;
  if (resource === undefined || !resource.startsWith(`${kind}/`) || boundary === undefined) return undefined;
  const name = nameWithoutPath(resource);
  if (name.toLowerCase() !== asked.toLowerCase()) return undefined;
  const trustPolicy = decodeDocument(fields['AssumeRolePolicyDocument']);
  return {
    entity: {
      kind,
      arn,
      name,
      path: resource.slice(kind.length, resource.lastIndexOf('/') + 1),
      uniqueId,
      created: timeOf(fields['CreateDate']),
      tags,
      maxSessionDuration: typeof fields['MaxSessionDuration'] === 'number' ? fields['MaxSessionDuration'] : null,
      ...(trustPolicy === undefined ? {} : { trustPolicy }),
    },
    boundaryArn: boundary,
  };
}

/** The ARN of the boundary. Null if there is none; undefined if it cannot be read. */
function boundaryIn(fields: Fields | undefined): string | null | undefined {
  const boundary = fields?.['PermissionsBoundary'];
  if (boundary === undefined || boundary === null) return null;
  return textOf(fieldsOf(boundary)?.['PermissionsBoundaryArn']);
}

function tagsIn(fields: Fields | undefined): Record<string, string> | undefined {
  const list = fields?.['Tags'] ?? [];
  const tags = readAll(listOf(list), (tag) => {
    const key = textOf(fieldsOf(tag)?.['Key']);
    return key === undefined ? undefined : ([key, textOf(fieldsOf(tag)?.['Value']) ?? ''] as const);
  });
  return tags === undefined ? undefined : Object.fromEntries(tags);
}
