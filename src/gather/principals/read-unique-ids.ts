import { absent, type Fact, known, unreadable } from '../../model/fact.ts';
import type { Entity, UniqueIdFacts } from '../../model/facts.ts';
import { notGiven } from '../../model/gap.ts';
import { uniqueIdOf } from '../../model/unique-id.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { readRoles, readUsers } from './read-principals.ts';

/**
 * Finds who has the unique ids that policies name as principals. AWS shows an id in place of an ARN if the principal was deleted. We
 * look for it in the caller's account, where the policy most likely meant somebody.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export async function readUniqueIds(
  ask: Ask,
  site: Site,
  documents: readonly Fact<unknown>[],
  caller: Fact<Entity>,
): Promise<UniqueIdFacts> {
  const ids = new Set(
    documents.flatMap((document) => (document.status === 'known' ? uniqueIdsIn(document.value) : [])),
  );
  return Object.fromEntries(
    await Promise.all([...ids].map(async (id) => [id, await holderOf(ask, site, id, caller)] as const)),
  );
}

async function holderOf(ask: Ask, site: Site, id: string, caller: Fact<Entity>): Promise<Fact<string>> {
  if (caller.status === 'known' && caller.value.uniqueId === id) return known(caller.value.arn);
  const what = `who has the unique id ${id}`;
  if (site.account === null) return unreadable(notGiven({ what, toPass: 'caller' }));
  const isRole = uniqueIdOf(id) === 'role';
  const list = await (isRole ? readRoles(ask, site, what) : readUsers(ask, site, what));
  if (list.status !== 'known') return list;
  const holder = list.value.find((one) => one.uniqueId === id);
  return holder ? known(holder.arn) : absent(isRole ? 'iam:ListRoles' : 'iam:ListUsers', `${id} in ${site.account}`);
}

/** The AROA… and AIDA… ids in the Principal elements of a document. */
function uniqueIdsIn(document: unknown): readonly string[] {
  const named = readPolicy(document).statements.flatMap(({ principal }) => principal?.entries ?? []);
  const ids = named.filter(({ kind, value }) => kind === 'AWS' && uniqueIdOf(value) !== undefined);
  return ids.map(({ value }) => value);
}
