import { isFederated } from '../model/actions.ts';
import { isAccountId, parseArn } from '../model/arn.ts';
import type { JobEnvironment, TokenClaims } from '../model/denial-case.ts';
import { bareIssuer } from '../model/issuer.ts';
import type { Principal } from '../model/principal.ts';
import type { Question } from '../model/question.ts';

/** Providers that a policy names by their host, not by an ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity */
const NAMED_BY_HOST = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

/**
 * Who asks for a role with a token or an assertion: the identity provider's user, whoever is signed in to AWS besides. The provider is
 * known where the token is; its name is empty where it is not. AWS names no role in its answer; a job that has one in AWS_ROLE_ARN (a pod,
 * most CI systems) asks for that one.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export function withFederatedCaller(
  question: Question,
  token: TokenClaims | null,
  { variables }: JobEnvironment,
): Question {
  const { principal } = question;
  if ((principal !== null && principal.type !== 'federated') || !isFederated(question.action)) return question;
  const resource = question.resource ?? roleOf(variables['AWS_ROLE_ARN']);
  if (principal !== null) return { ...question, resource };
  return { ...question, resource, principal: federatedCaller(resource, token), principalFrom: 'text' };
}

function roleOf(variable: string | undefined): string | null {
  const arn = variable === undefined ? undefined : parseArn(variable);
  return arn !== undefined && /^role\/[\w+=,.@/-]+$/.test(arn.resource) && isAccountId(arn.account)
    ? (variable ?? null)
    : null;
}

function federatedCaller(role: string | null, token: TokenClaims | null): Principal {
  const arn = role === null ? undefined : parseArn(role);
  const partition = arn?.partition ?? 'aws';
  const caller = { type: 'federated', arn: null, account: null, partition, path: null, sessionName: null } as const;
  const issuer = bareIssuer(token?.issuer ?? '');
  if (issuer === '') return { ...caller, name: '' };
  if (NAMED_BY_HOST.has(issuer)) return { ...caller, name: issuer };
  const name = arn === undefined ? '' : `arn:${partition}:iam::${arn.account}:oidc-provider/${issuer}`;
  return { ...caller, name };
}
