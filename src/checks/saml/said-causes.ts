import type { CaseCheck } from '../check.ts';
import { advise } from '../text/advise.ts';
import { saidCheck } from '../text/said-check.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
const signature = saidCheck({
  id: 'saml.signature',
  doc: {
    what: 'The signature of the SAML response does not fit the certificate in the IAM SAML provider.',
    why: 'The identity provider changed its signing certificate, and the metadata in IAM is the old one.',
    fix: 'Download the identity provider’s metadata again, and update the SAML provider in IAM with it.',
  },
  phrases: ['Response signature invalid'],
  summary: 'The SAML response is signed with a certificate that the SAML provider in IAM does not have',
  remedies: [
    advise('update the SAML provider with the current metadata (update-saml-provider)', 'account-admin', [
      'aws',
      'iam',
      'list-saml-providers',
    ]),
  ],
});

const issuer = saidCheck({
  id: 'saml.issuer',
  doc: {
    what: 'The issuer in the SAML response is not the one in the metadata of the IAM SAML provider.',
    why: 'The metadata is of another application or tenant of the identity provider, or its entity id was changed.',
    fix: 'Update the SAML provider in IAM with the metadata of the application that issues the response.',
  },
  phrases: ['Issuer not present in specified provider'],
  summary: 'The issuer of the SAML response is not in the metadata of the SAML provider in IAM',
  remedies: [
    advise('update the SAML provider with the metadata of the application that issues the response', 'account-admin', [
      'aws',
      'iam',
      'list-saml-providers',
    ]),
  ],
});

const provider = saidCheck({
  id: 'saml.provider-not-found',
  doc: {
    what: 'The SAML provider that the response names does not exist in the account.',
    why: 'The Role attribute of the response holds a misspelt provider ARN, one of another account, or that of a provider that was deleted.',
    fix: 'Correct the pair of role ARN and provider ARN at the identity provider.',
  },
  phrases: ["Specified provider doesn't exist", 'Specified provider doesn’t exist'],
  summary: 'The SAML provider that the response names does not exist in the account',
  remedies: [
    advise('correct the provider ARN in the Role attribute at the identity provider', 'account-admin', [
      'aws',
      'iam',
      'list-saml-providers',
    ]),
  ],
});

const sessionName = saidCheck({
  id: 'saml.session-name',
  doc: {
    what: 'The SAML response has no RoleSessionName attribute, or one with characters that AWS does not take.',
    why: 'The attribute is not mapped at the identity provider, is empty for this user, or holds spaces or umlauts.',
    fix: 'Map RoleSessionName to a value of 2 to 64 characters of a-z, A-Z, 0-9 and _+=,.@- (an e-mail address fits).',
  },
  phrases: ['RoleSessionName is required in AuthnResponse', 'RoleSessionName in AuthnResponse must match'],
  summary: 'The RoleSessionName attribute of the SAML response is missing or not valid',
  remedies: [advise('map RoleSessionName at the identity provider to the user’s e-mail address or name')],
});

const sourceIdentity = saidCheck({
  id: 'saml.source-identity',
  doc: {
    what: 'The SourceIdentity attribute of the SAML response is not valid.',
    why: 'It holds characters that AWS does not take, or begins with aws:.',
    fix: 'Map SourceIdentity to a value of 2 to 64 characters of a-z, A-Z, 0-9 and _+=,.@-.',
  },
  phrases: ['Source Identity must match'],
  summary: 'The SourceIdentity attribute of the SAML response is not valid',
  remedies: [advise('map SourceIdentity at the identity provider to a value that AWS takes')],
});

const audience = saidCheck({
  id: 'saml.audience',
  doc: {
    what: 'The SAML response is not meant for AWS: it lacks the audience that AWS requires.',
    why: 'The entity id of the application at the identity provider is not urn:amazon:webservices (or the sign-in page of the region).',
    fix: 'Set the audience (entity id) of the application to urn:amazon:webservices.',
  },
  phrases: ['Response does not contain the required audience'],
  summary: 'The audience of the SAML response is not that of AWS',
  remedies: [advise('set the entity id of the application to urn:amazon:webservices at the identity provider')],
});

const expired = saidCheck({
  id: 'saml.expired',
  doc: {
    what: 'The SAML response was too old when STS got it.',
    why: 'A response is valid for five minutes only; it was saved and used later, or one of the clocks is wrong.',
    fix: 'Sign in again and use the response at once.',
  },
  phrases: ['Token must be redeemed within 5 minutes of issuance', 'SAML Assertion must be redeemed within'],
  summary: 'The SAML response was older than five minutes when STS got it',
  remedies: [advise('sign in again, and use the response at once')],
});

/** STS refused the SAML response itself. */
export const samlSaidCauses = [
  signature,
  issuer,
  provider,
  sessionName,
  sourceIdentity,
  audience,
  expired,
] as const satisfies readonly CaseCheck[];
