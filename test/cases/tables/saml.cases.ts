import type { CauseCase, Situation } from './cause-case.ts';
import { AWAY, federated, type Json, TARGET, trusting, world } from './world.ts';

const PROVIDER = `arn:aws:iam::${AWAY}:saml-provider/Corporate`;
const MS =
  'Not authorized to perform sts:AssumeRoleWithSAML (service: AWSSecurityTokenService; status code: 403; error code: AccessDenied)';

function signIn(trust: Json, given: Situation['given'] = {}, saml: readonly string[] = [PROVIDER]): Situation {
  return { text: MS, world: world({ trust, saml }), given: { resource: TARGET, ...given } };
}

const TRUST = federated(
  PROVIDER,
  { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
  'sts:AssumeRoleWithSAML',
);
const OPEN = federated(PROVIDER, {}, 'sts:AssumeRoleWithSAML');
const UNREAD: Situation = { text: MS, world: world({ unread: [AWAY] }), given: { resource: TARGET } };

/** STS says it in words; no other text does. */
function said(cause: CauseCase['cause'], sentence: string): CauseCase {
  return {
    cause,
    is: { text: `An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithSAML operation: ${sentence}` },
    rung: 'aws',
    check: 'open',
    isNot: {
      text: 'An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithSAML operation: Invalid token',
    },
  };
}

/** Causes in SAML federation. */
export const samlCases: readonly CauseCase[] = [
  said('saml.signature', 'Response signature invalid'),
  said('saml.issuer', 'Issuer not present in specified provider'),
  said('saml.provider-not-found', "Specified provider doesn't exist."),
  said('saml.session-name', 'RoleSessionName is required in AuthnResponse'),
  said('saml.source-identity', 'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"'),
  said('saml.audience', 'Response does not contain the required audience.'),
  said('saml.expired', 'Token must be redeemed within 5 minutes of issuance'),
  {
    cause: 'saml.condition',
    is: signIn(TRUST, { context: { 'SAML:aud': 'https://eu-west-1.signin.aws.amazon.com/saml' } }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/SAML:aud',
    check: 'open',
    isNot: signIn(OPEN),
    unknown: signIn(TRUST),
  },
  {
    cause: 'saml.provider-not-trusted',
    is: signIn(trusting(`arn:aws:iam::${AWAY}:root`)),
    rung: 'evaluated',
    check: 'open',
    isNot: signIn(OPEN),
    unknown: UNREAD,
  },
  {
    cause: 'trust.saml-provider-missing',
    is: signIn(OPEN, {}, []),
    rung: 'evaluated',
    pointer: '/Statement/Principal/Federated',
    check: 'open',
    isNot: signIn(OPEN),
    unknown: UNREAD,
  },
];
