import type { CaseCause } from '../cause.ts';
import { namedRefusals } from './named-refusals.ts';
import { noIdToken } from './no-id-token.ts';
import { outboundDisabled } from './outbound-disabled.ts';
import { payloadTooLarge } from './payload-too-large.ts';
import { tokenExpired } from './token-expired.ts';
import { tokenNotYetValid } from './token-not-yet-valid.ts';

/** STS refused the token itself: causes that its words tell. */
export const saidCauses = [
  ...namedRefusals,
  tokenExpired,
  tokenNotYetValid,
  outboundDisabled,
  payloadTooLarge,
  noIdToken,
] as const satisfies readonly CaseCause[];
