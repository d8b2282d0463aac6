import type { CredentialError } from '../../model/denial.ts';

/** Codes that mean "you lack a permission". https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html and each service's own list */
const DENIED = new Set([
  '403',
  '403 forbidden',
  'allaccessdisabled',
  'authorization_failure',
  'authorizationerror',
  'authorizationerrorexception',
  'forbidden',
  'forbiddenexception',
  'insufficient_permissions',
  'insufficientpermissionsexception',
  'insufficientprivilegesexception',
  'notauthorized',
  'unauthorizedaccess',
  'unauthorizedaccessexception',
  'unauthorizedoperation',
  'unauthorizedtaggingoperation',
]);
const ACCESS_DENIED = /^[a-z0-9.]{0,30}accessdenied(?:exception|fault|error|fordependencyexception)?$/;

const CREDENTIALS: Readonly<Record<string, CredentialError>> = {
  expiredtoken: 'expired',
  expiredtokenexception: 'expired',
  requestexpired: 'expired',
  tokenrefreshrequired: 'expired',
  invalidclienttokenid: 'invalid-token',
  unrecognizedclientexception: 'invalid-token',
  invalidaccesskeyid: 'invalid-token',
  invalidtoken: 'invalid-token',
  authfailure: 'invalid-token',
  missingauthenticationtoken: 'none-found',
  missingauthenticationtokenexception: 'none-found',
  nocredentialproviders: 'none-found',
  nocredentialserror: 'none-found',
  processproviderexecutionerror: 'none-found',
  sharedconfigassumeroleerror: 'none-found',
  sharedconfigprofilenotexisterror: 'none-found',
  credentialsprovidererror: 'none-found',
  signaturedoesnotmatch: 'signature',
  invalidsignatureexception: 'signature',
  incompletesignature: 'signature',
  incompletesignatureexception: 'signature',
  requesttimetooskewed: 'clock-skew',
  regiondisabledexception: 'region-disabled',
  idprejectedclaim: 'web-identity',
  idpcommunicationerror: 'web-identity',
  invalididentitytoken: 'web-identity',
  invalididentitytokenexception: 'web-identity',
  outboundwebidentityfederationdisabled: 'web-identity',
  outboundwebidentityfederationdisabledexception: 'web-identity',
  jwtpayloadsizeexceeded: 'web-identity',
  jwtpayloadsizeexceededexception: 'web-identity',
  ssotokenprovidererror: 'sso-expired',
  unauthorizedssotokenerror: 'sso-expired',
};

/** Codes about authorization that no policy change helps against: subscriptions, settings, documents, sign-up. */
const OTHER = new Set([
  'optinrequired',
  'malformedpolicy',
  'malformedpolicydocument',
  'malformedpolicydocumentexception',
  'packedpolicytoolarge',
  'packedpolicytoolargeexception',
  'organizationaccessdeniedexception',
  'accesscontrollistnotsupported',
  'notauthorizedexception',
]);

/** True for the codes of a refusal for lack of permission. */
export function isDenialCode(code: string): boolean {
  const lower = code.toLowerCase();
  const plain = lower.startsWith('client.') ? lower.slice('client.'.length) : lower;
  return (DENIED.has(plain) || ACCESS_DENIED.test(plain)) && !OTHER.has(lower);
}

/** What a code says is wrong with the credentials themselves. */
export function credentialErrorOf(code: string): CredentialError | undefined {
  return Object.hasOwn(CREDENTIALS, code.toLowerCase()) ? CREDENTIALS[code.toLowerCase()] : undefined;
}

/** True for codes of state, quota and configuration around authorization. */
export function isOtherAuthCode(code: string): boolean {
  return OTHER.has(code.toLowerCase());
}

/** True for any code that we have an opinion on. */
export function isKnownCode(code: string): boolean {
  return isDenialCode(code) || credentialErrorOf(code) !== undefined || isOtherAuthCode(code);
}

/** True for a code that only AWS's services have the style of: `Forbidden` and numbers are everybody's words. */
export function isDistinctCode(code: string): boolean {
  return /^[A-Z]\w*[a-z]\w*[A-Z]/.test(code);
}
