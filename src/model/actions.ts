import { parseArn } from './arn.ts';

/** `s3` of `s3:GetObject`, in lower case; empty where the text names no service. */
export function servicePrefix(action: string): string {
  return action.slice(0, Math.max(0, action.indexOf(':'))).toLowerCase();
}

/** True for what a role's trust policy decides. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html */
export function actsOnTrust(action: string | null): boolean {
  return ON_TRUST.has(action?.toLowerCase() ?? '');
}

/** True for what a call that assumes a role needs in addition, when it gives the session tags, a source identity or a context. */
export function actsOnSession(action: string): boolean {
  return ON_SESSION.has(action.toLowerCase());
}

const ON_SESSION: ReadonlySet<string> = new Set(['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext']);

const ON_TRUST: ReadonlySet<string> = new Set([
  ...['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'],
  ...ON_SESSION,
]);

/**
 * Is the resource's own policy a role's trust policy? sts:TagSession also tags sessions that are no role's. True too where nobody told
 * the resource.
 */
export function isDecidedByTrust(action: string | null, resource: string | null): boolean {
  if (!actsOnTrust(action)) return false;
  const arn = resource === null ? undefined : parseArn(resource);
  return arn === undefined || arn.resource.startsWith('role/');
}

/** True for the action by which a role is given to a service. */
export function isPassRole(action: string | null): boolean {
  return action?.toLowerCase() === 'iam:passrole';
}

/**
 * True for calls that must be signed: all of IAM and STS except for those that are made with a token.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export function takesSignedOnly(action: string): boolean {
  return /^(iam|sts):/i.test(action) && !isFederated(action) && !isPassRole(action);
}

const UNSIGNED: ReadonlySet<string> = new Set([
  ...['getid', 'getcredentialsforidentity', 'getopenidtoken'].map((name) => `cognito-identity:${name}`),
  ...[
    'initiateauth',
    'respondtoauthchallenge',
    'signup',
    'confirmsignup',
    'forgotpassword',
    'confirmforgotpassword',
  ].map((name) => `cognito-idp:${name}`),
  'cognito-idp:resendconfirmationcode',
]);

/**
 * True for public operations of Amazon Cognito, which an application calls without AWS credentials before somebody has signed in.
 * https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
 */
export function takesUnsigned(action: string): boolean {
  return UNSIGNED.has(action.toLowerCase());
}

/** True for what takes the long-term key of a user only. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html */
export function takesLongTermKeyOnly(action: string | null): boolean {
  const id = action?.toLowerCase();
  return id === 'sts:getsessiontoken' || id === 'sts:getfederationtoken';
}

/** True for requests by which an identity provider's token becomes a role session. */
export function isFederated(action: string | null): boolean {
  const id = action?.toLowerCase();
  return id === 'sts:assumerolewithsaml' || id === 'sts:assumerolewithwebidentity';
}
