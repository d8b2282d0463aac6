import { isFederated } from '../model/actions.ts';
import { isAccountId, parseArn } from '../model/arn.ts';
import type { JobEnvironment, TokenClaims } from '../model/denial-case.ts';
import type { Fact } from '../model/fact.ts';
import type { AuthorizationRecord } from '../model/facts.ts';
import { bareIssuer } from '../model/issuer.ts';
import type { Principal } from '../model/principal.ts';
import type { Question } from '../model/question.ts';
import { decodedMessageIn } from '../parse/decoded-message-in.ts';
import { principalCandidates } from '../reference/services/service-principals.ts';
import { servicePrincipal } from './ask-question.ts';

/**
 * The question with the service that cannot assume a role as its caller, where only the words around its name say which principal is meant:
 * ECS has two, and its errors say which of its roles is the problem.
 */
export function withServiceCaller(question: Question, text: string): Question {
  const service = question.denial?.passedToService ?? null;
  if (question.principal !== null || question.denial?.kind !== 'service-cannot-assume' || service === null)
    return question;
  const [candidate, ...others] = principalCandidates(service, `${question.denial.operation ?? ''} ${text}`);
  if (candidate === undefined || others.length > 0) return question;
  return { ...question, principal: servicePrincipal(candidate.host), principalFrom: 'text' };
}

/** The question with AWS's record of the request, where the text is the decoded message itself: then it need not be read from AWS. */
export function withDecodedMessage(question: Question, text: string): Question {
  const decodedMessage = question.denial === null ? undefined : decodedMessageIn(text);
  return decodedMessage === undefined ? question : { ...question, decodedMessage };
}

/** Identity providers that a policy names by their host, not by an ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity */
const NAMED_BY_HOST = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

/**
 * The question with a federated caller, where a role is assumed with a token or an assertion: AWS credentials play no part in such a call.
 * The name of the identity provider is empty where no token shows it. AWS's error names no role: a job that has one in AWS_ROLE_ARN (a
 * pod, most CI systems) assumes that one.
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

/**
 * The question with the action and resource of AWS's own record of the denial. A text often names only the operation, while another action
 * was denied in it: the encoded message of RunInstances may be about iam:PassRole. The same question where the record adds nothing.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function asRecorded(question: Question, record: Fact<AuthorizationRecord>): Question {
  if (record.status !== 'known' || record.value.action === null) return question;
  const { action, resource } = record.value;
  const same = action.toLowerCase() === question.action?.toLowerCase();
  if (same && question.resource !== null) return question;
  const isWhole = resource === '*' || (resource !== null && parseArn(resource) !== undefined);
  const recorded = isWhole ? resource : null;
  if (same && recorded === null) return question;
  const { pathUnknown: _, ...rest } = question;
  return { ...rest, action, resource: recorded };
}
