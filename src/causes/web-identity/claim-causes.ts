import type { AnyCause } from '../cause.ts';
import { audience } from './audience.ts';
import { claim } from './claim.ts';
import { claimNotSent } from './claim-not-sent.ts';
import { cognitoAmr } from './cognito-amr.ts';
import { cognitoPool } from './cognito-pool.ts';
import { conditionKey } from './condition-key.ts';
import { swappedClaims } from './swapped-claims.ts';

/** Claims other than the subject, and keys that are no claims at all. */
export const claimCauses = [
  conditionKey,
  swappedClaims,
  cognitoPool,
  cognitoAmr,
  audience,
  claimNotSent,
  claim,
] as const satisfies readonly AnyCause[];
