import type { CauseText } from './cause-text.ts';

/** Causes in SAML federation, by id. */
export const SAML_TEXTS = {
  'saml.audience': {
    what: 'The SAML response is not meant for AWS: it lacks the audience that AWS requires.',
    why: 'The entity ID of the application at the identity provider is not urn:amazon:webservices (or the sign-in page of the region).',
    fix: 'Set the audience (entity ID) of the application to urn:amazon:webservices.',
  },
  'saml.condition': {
    what: 'The trust policy requires a different value of the SAML response (SAML:aud, SAML:sub, SAML:iss …).',
    why: 'SAML:aud is the sign-in URL that the response was sent to: https://signin.aws.amazon.com/saml or a regional one (https://REGION.signin.aws.amazon.com/saml), which has to be listed as well.',
    fix: 'Have the owner of the role add the value of the response, or send the response to the trusted URL.',
  },
  'saml.expired': {
    what: 'The SAML response had expired when STS received it.',
    why: 'A response is valid for five minutes; it was saved and used later, or a clock is wrong.',
    fix: 'Sign in again and use the response at once.',
  },
  'saml.issuer': {
    what: 'The issuer in the SAML response does not match the metadata of the IAM SAML provider.',
    why: 'The metadata belongs to a different application or tenant of the identity provider, or the entity ID has changed.',
    fix: 'Update the SAML provider in IAM with the metadata of the application that issues the response.',
  },
  'saml.provider-not-trusted': {
    what: 'The trust policy does not trust any SAML provider.',
    why: 'The role was created for users, roles, a service or an OIDC provider, but the identity provider offers it anyway.',
    fix: 'Have the owner of the role add a statement for the SAML provider with sts:AssumeRoleWithSAML, or remove the role from the response.',
  },
  'saml.provider-not-found': {
    what: 'The SAML provider that the response names does not exist in the account.',
    why: 'The Role attribute of the response has a misspelled provider ARN, one in a different account, or that of a deleted provider.',
    fix: 'Correct the pair of role ARN and provider ARN in the identity provider.',
  },
  'saml.session-name': {
    what: 'The SAML response has no valid RoleSessionName attribute.',
    why: 'The attribute is not mapped in the identity provider, is empty for this user, or contains spaces or accented letters.',
    fix: 'Map RoleSessionName to a value of 2 to 64 characters of a-z, A-Z, 0-9 and _+=,.@- (an e-mail address fits).',
  },
  'saml.signature': {
    what: 'The signature of the SAML response does not match the certificate in the IAM SAML provider.',
    why: 'The identity provider changed its signing certificate, and the metadata in IAM is outdated.',
    fix: 'Download the identity provider’s metadata again, and update the SAML provider in IAM with it.',
  },
  'saml.source-identity': {
    what: 'The SourceIdentity attribute of the SAML response is not valid.',
    why: 'It contains characters that AWS does not accept, or begins with aws:.',
    fix: 'Map SourceIdentity to a value of 2 to 64 characters of a-z, A-Z, 0-9 and _+=,.@-.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
