import type { CauseText } from './cause-text.ts';

/** Causes in SAML federation, by id. */
export const SAML_TEXTS = {
  'saml.audience': {
    what: 'The SAML response is not meant for AWS: it lacks the audience that AWS requires.',
    why: 'The entity id of the application at the identity provider is not urn:amazon:webservices (or the sign-in page of the region).',
    fix: 'Set the audience (entity id) of the application to urn:amazon:webservices.',
  },
  'saml.condition': {
    what: 'The trust policy wants another value of the SAML response (SAML:aud, SAML:sub, SAML:iss …) than it has.',
    why: 'SAML:aud is the sign-in page that the response was sent to: https://signin.aws.amazon.com/saml, or that of a region (https://REGION.signin.aws.amazon.com/saml), which has to be listed too.',
    fix: 'Have the owner of the role add the value of the response, or send the response to the page that is trusted.',
  },
  'saml.expired': {
    what: 'The SAML response was too old when STS got it.',
    why: 'A response is valid for five minutes only; it was saved and used later, or one of the clocks is wrong.',
    fix: 'Sign in again and use the response at once.',
  },
  'saml.issuer': {
    what: 'The issuer in the SAML response is not the one in the metadata of the IAM SAML provider.',
    why: 'The metadata is of another application or tenant of the identity provider, or its entity id was changed.',
    fix: 'Update the SAML provider in IAM with the metadata of the application that issues the response.',
  },
  'saml.provider-not-trusted': {
    what: 'The trust policy trusts no SAML provider.',
    why: 'The role was made for users, roles, a service or an OIDC provider, and the identity provider lists it all the same.',
    fix: 'Have the owner of the role add a statement for the SAML provider with sts:AssumeRoleWithSAML, or take the role out of the response.',
  },
  'saml.provider-not-found': {
    what: 'The SAML provider that the response names does not exist in the account.',
    why: 'The Role attribute of the response holds a misspelt provider ARN, one of another account, or that of a provider that was deleted.',
    fix: 'Correct the pair of role ARN and provider ARN at the identity provider.',
  },
  'saml.session-name': {
    what: 'The SAML response has no RoleSessionName attribute, or one with characters that AWS does not take.',
    why: 'The attribute is not mapped at the identity provider, is empty for this user, or holds spaces or umlauts.',
    fix: 'Map RoleSessionName to a value of 2 to 64 characters of a-z, A-Z, 0-9 and _+=,.@- (an e-mail address fits).',
  },
  'saml.signature': {
    what: 'The signature of the SAML response does not fit the certificate in the IAM SAML provider.',
    why: 'The identity provider changed its signing certificate, and the metadata in IAM is the old one.',
    fix: 'Download the identity provider’s metadata again, and update the SAML provider in IAM with it.',
  },
  'saml.source-identity': {
    what: 'The SourceIdentity attribute of the SAML response is not valid.',
    why: 'It holds characters that AWS does not take, or begins with aws:.',
    fix: 'Map SourceIdentity to a value of 2 to 64 characters of a-z, A-Z, 0-9 and _+=,.@-.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
