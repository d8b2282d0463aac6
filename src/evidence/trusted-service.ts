import { isPassRole } from '../model/actions.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { readPolicy } from '../policy/read-policy.ts';

/**
 * The only service that the role which is passed trusts: no other one can use it, so it is likely the one that gets it. Undefined where the
 * role was not read, trusts several or somebody else as well, or is not passed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function onlyServiceTrusted({ request, facts }: DenialCase): string | undefined {
  const trust = facts.role?.trustPolicy;
  if (!isPassRole(request?.action ?? null) || trust?.status !== 'known') return undefined;
  const allows = readPolicy(trust.value).statements.filter(({ effect }) => effect === 'Allow');
  const named = allows.flatMap(({ principal }) => principal?.entries ?? []);
  const isPlain = allows.every(({ principal }) => principal?.negated === false && principal.complete);
  const [host, ...others] = new Set(named.map(({ value }) => value));
  return isPlain && others.length === 0 && named.every(({ kind }) => kind === 'Service') ? host : undefined;
}
