import { advise } from '../../grants/advise.ts';
import { LIST_OIDC_PROVIDERS } from '../../grants/provider-commands.ts';
import type { QuotedCause } from '../runners/quoted-cause.ts';

/**
 * Why STS refused a web identity token, or did not issue one, in its own words.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html
 */
export const TOKEN_REFUSALS = [
  {
    id: 'web-identity.thumbprint',
    phrases: [
      "HTTPS certificate doesn't match configured thumbprint",
      'certificate doesn’t match configured thumbprint',
    ],
    summary: 'The certificate of the token’s issuer does not match the thumbprint in the IAM identity provider',
    remedies: [
      advise(
        'update the thumbprints of the identity provider (update-open-id-connect-provider-thumbprint takes the complete list)',
        'account-admin',
        LIST_OIDC_PROVIDERS,
      ),
    ],
  },
  {
    id: 'web-identity.keys-unreachable',
    codes: ['IDPCommunicationError'],
    phrases: [
      "Couldn't retrieve verification key from your identity provider",
      'Couldn’t retrieve verification key from your identity provider',
      'Unable to reach the identity provider',
    ],
    summary: 'STS could not fetch the keys of the token’s issuer',
    remedies: [
      advise('open the issuer’s /.well-known/openid-configuration and its jwks_uri from outside; retry if both answer'),
    ],
  },
  {
    id: 'web-identity.rejected-claim',
    codes: ['IDPRejectedClaim'],
    phrases: ['IDPRejectedClaim'],
    summary: 'The identity provider rejected the token',
    remedies: [advise('sign in again at the identity provider, and send its fresh id token')],
  },
  {
    id: 'web-identity.not-an-id-token',
    phrases: [
      'The ID Token provided is not a valid JWT',
      'Provided Token is not a Login With Amazon token',
      'The token provided is not a valid JWT',
      'not a well-formed JWT',
    ],
    summary: 'What was sent to STS is not an id token',
    remedies: [advise('send the id token of the issuer, not an access token')],
  },
  {
    id: 'web-identity.signing-key',
    phrases: [
      'unable to verify signature',
      'Invalid token signature',
      'No matching key found for the token',
      'Token signature invalid',
    ],
    onlyIn: { credentialError: 'web-identity' },
    summary: 'The token is signed by a key that its issuer does not publish',
    remedies: [advise('publish the current keys of the issuer, then use a new token', 'account-admin')],
  },
  {
    id: 'web-identity.outbound-disabled',
    codes: ['OutboundWebIdentityFederationDisabled'],
    phrases: ['OutboundWebIdentityFederationDisabled'],
    summary: 'Outbound web identity federation is off in the account',
    remedies: [
      advise('enable outbound web identity federation', 'account-admin', [
        'aws',
        'iam',
        'enable-outbound-web-identity-federation',
      ]),
    ],
  },
  {
    id: 'web-identity.payload-too-large',
    codes: ['JWTPayloadSizeExceeded'],
    phrases: ['JWTPayloadSizeExceeded'],
    summary: 'The token that STS should issue would be too large',
    remedies: [advise('pass fewer or shorter tags with GetWebIdentityToken')],
  },
] as const satisfies readonly QuotedCause[];
