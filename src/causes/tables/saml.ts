import { advise } from '../../grants/advise.ts';
import { LIST_SAML_PROVIDERS } from '../../grants/provider-commands.ts';
import type { QuotedCause } from '../runners/quoted-cause.ts';

/** Why STS refused a SAML response, in its own words. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
export const SAML_REFUSALS = [
  {
    id: 'saml.signature',
    phrases: ['Response signature invalid'],
    summary: 'The SAML response is signed with a certificate that the SAML provider in IAM does not have',
    remedies: [
      advise(
        'update the SAML provider with the current metadata (update-saml-provider)',
        'account-admin',
        LIST_SAML_PROVIDERS,
      ),
    ],
  },
  {
    id: 'saml.issuer',
    phrases: ['Issuer not present in specified provider'],
    summary: 'The issuer of the SAML response is not in the metadata of the SAML provider in IAM',
    remedies: [
      advise(
        'update the SAML provider with the metadata of the application that issues the response',
        'account-admin',
        LIST_SAML_PROVIDERS,
      ),
    ],
  },
  {
    id: 'saml.provider-not-found',
    phrases: ["Specified provider doesn't exist", 'Specified provider doesn’t exist'],
    summary: 'The SAML provider that the response names does not exist in the account',
    remedies: [
      advise(
        'correct the provider ARN in the Role attribute at the identity provider',
        'account-admin',
        LIST_SAML_PROVIDERS,
      ),
    ],
  },
  {
    id: 'saml.session-name',
    phrases: ['RoleSessionName is required in AuthnResponse', 'RoleSessionName in AuthnResponse must match'],
    summary: 'The RoleSessionName attribute of the SAML response is missing or not valid',
    remedies: [advise('map RoleSessionName at the identity provider to the user’s e-mail address or name')],
  },
  {
    id: 'saml.source-identity',
    phrases: ['Source Identity must match'],
    summary: 'The SourceIdentity attribute of the SAML response is not valid',
    remedies: [advise('map SourceIdentity at the identity provider to a value that AWS accepts')],
  },
  {
    id: 'saml.audience',
    phrases: ['Response does not contain the required audience'],
    summary: 'The audience of the SAML response is not that of AWS',
    remedies: [advise('set the entity id of the application to urn:amazon:webservices at the identity provider')],
  },
  {
    id: 'saml.expired',
    phrases: ['Token must be redeemed within 5 minutes of issuance', 'SAML Assertion must be redeemed within'],
    summary: 'The SAML response was older than five minutes when STS got it',
    remedies: [advise('sign in again, and use the response at once')],
  },
] as const satisfies readonly QuotedCause[];
