import { actsOnTrust, isFederated } from '../model/actions.ts';
import { nameWithoutPath, parseArn } from '../model/arn.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { parsePrincipal } from '../model/principal.ts';
import { layerVerdict } from './blockers/verdict-layers.ts';
import { documentOf, principalsOf } from './policy-lookup.ts';

/**
 * True where a role is asked to assume itself. A role's name is unique in its account, so the path, which a session's ARN does not show,
 * makes no difference. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names
 */
export function assumesItself(denialCase: DenialCase): boolean {
  const { facts, request } = denialCase;
  const { principal } = facts;
  if (principal === null) return maskedSelf(denialCase) !== undefined;
  if (request === null || !actsOnTrust(request.action) || isFederated(request.action)) return false;
  if (principal?.type !== 'session' && principal?.type !== 'role') return false;
  const role = request.resource === null ? undefined : parseArn(request.resource);
  return (
    role?.service === 'iam' &&
    role.resource.startsWith('role/') &&
    role.partition === principal.partition &&
    role.account === principal.account &&
    nameWithoutPath(role.resource) === principal.name
  );
}

/** The name of the role that is asked to assume itself, where the text masks the account of both in the same way; undefined anywhere else. */
export function maskedSelf({ denial, facts }: DenialCase): string | undefined {
  if (denial === null || facts.principal !== null || facts.role !== null) return undefined;
  const { action, caller, resource } = denial;
  if (action === null || !actsOnTrust(action) || isFederated(action)) return undefined;
  const [session, role] = [parseArn(caller ?? ''), parseArn(resource ?? '')];
  if (session === undefined || role?.service !== 'iam' || !role.resource.startsWith('role/')) return undefined;
  const [kind, name] = session.resource.split('/');
  const isSame = session.account !== '' && session.account === role.account && session.partition === role.partition;
  return kind === 'assumed-role' && isSame && name === nameWithoutPath(role.resource) ? name : undefined;
}

/** True where an Allow in the trust policy names the role itself (or a session of it): then the role is meant to assume itself. */
export function trustsItself(denialCase: DenialCase): boolean {
  const { verdict, facts } = denialCase;
  if (verdict === null || verdict.resourceLayer !== 'trust') return false;
  return layerVerdict(verdict, 'trust').statements.some(
    (statement) =>
      statement.effect === 'Allow' &&
      principalsOf(documentOf(denialCase, statement), statement).some(({ value }) => {
        const named = parsePrincipal(value);
        const isRole = named?.type === 'role' || named?.type === 'session';
        return isRole && named.name === facts.principal?.name && named.account === facts.principal.account;
      }),
  );
}
