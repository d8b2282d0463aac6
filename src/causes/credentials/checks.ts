import type { AnyCause } from '../cause.ts';
import { ciSecrets } from './ci-secrets.ts';
import { clockSkew } from './clock-skew.ts';
import { expired } from './expired.ts';
import { invalidToken } from './invalid-token.ts';
import { mfaRequired } from './mfa-required.ts';
import { missingSessionToken } from './missing-session-token.ts';
import { noneFound } from './none-found.ts';
import { optInRegion } from './opt-in-region.ts';
import { otherPartition } from './other-partition.ts';
import { preciseCauses } from './precise-causes.ts';
import { regionDisabled } from './region-disabled.ts';
import { signature } from './signature.ts';
import { ssoExpired } from './sso-expired.ts';
import { ssoNoAccess } from './sso-no-access.ts';
import { staleSessionToken } from './stale-session-token.ts';
import { webIdentity } from './web-identity.ts';

/** What is wrong with the credentials themselves: no policy is to blame. */
export const credentialChecks = [
  missingSessionToken,
  staleSessionToken,
  optInRegion,
  otherPartition,
  ciSecrets,
  ...preciseCauses,
  expired,
  invalidToken,
  signature,
  clockSkew,
  regionDisabled,
  noneFound,
  ssoExpired,
  ssoNoAccess,
  mfaRequired,
  webIdentity,
] as const satisfies readonly AnyCause[];
