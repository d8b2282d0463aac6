import type { CaseCheck } from '../check.ts';
import { audienceNotRegistered } from './audience-not-registered.ts';
import { keysUnreachable } from './keys-unreachable.ts';
import { noIdToken } from './no-id-token.ts';
import { notAnIdToken } from './not-an-id-token.ts';
import { outboundDisabled } from './outbound-disabled.ts';
import { payloadTooLarge } from './payload-too-large.ts';
import { providerMissing } from './provider-missing.ts';
import { rejectedClaim } from './rejected-claim.ts';
import { signingKey } from './signing-key.ts';
import { thumbprint } from './thumbprint.ts';
import { tokenExpired } from './token-expired.ts';
import { tokenNotYetValid } from './token-not-yet-valid.ts';

/** STS refused the token itself: causes that its words tell. */
export const saidCauses = [
  audienceNotRegistered,
  providerMissing,
  thumbprint,
  keysUnreachable,
  tokenExpired,
  tokenNotYetValid,
  rejectedClaim,
  notAnIdToken,
  signingKey,
  outboundDisabled,
  payloadTooLarge,
  noIdToken,
] as const satisfies readonly CaseCheck[];
