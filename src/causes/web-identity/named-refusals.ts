import { isWebIdentity } from '../../evidence/federated-call.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { CaseCause } from '../cause.ts';
import { findingOf } from '../contest.ts';
import { audienceNotRegistered } from './audience-not-registered.ts';
import { keysUnreachable } from './keys-unreachable.ts';
import { notAnIdToken } from './not-an-id-token.ts';
import { providerMissing } from './provider-missing.ts';
import { rejectedClaim } from './rejected-claim.ts';
import { signingKey } from './signing-key.ts';
import { thumbprint } from './thumbprint.ts';

/** Why STS refused a token, apart from its times: AWS's words name it. */
export const namedRefusals = [
  audienceNotRegistered,
  providerMissing,
  thumbprint,
  keysUnreachable,
  rejectedClaim,
  notAnIdToken,
  signingKey,
] as const satisfies readonly CaseCause[];

/**
 * May the times of the token at hand be why? STS answers a plain AccessDenied only once it has taken the token for valid, and
 * a token that was saved is nearly always past its time: nothing follows from that where AWS says something else.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors
 */
export function mayBeItsTimes(denialCase: DenialCase): boolean {
  if (!isWebIdentity(denialCase)) return false;
  const { denial } = denialCase;
  if (denial === null) return true;
  const isAboutToken = denial.credentialError === 'expired' || denial.credentialError === 'web-identity';
  return isAboutToken && !namedRefusals.some((cause) => findingOf(cause.find(denialCase))?.certainty === 'aws');
}
