/** A claim of a web identity token as a condition key: `<issuer>:<claim>`, the issuer as IAM names it. */
export interface ClaimKey {
  readonly issuer: string;
  readonly claim: string;
}

const CLAIM_KEY = /^([A-Za-z0-9.-]+\.[A-Za-z]{2,}(?:\/[^:]*)?):([A-Za-z_]+)$/;

/**
 * Reads a condition key as the claim of an issuer; undefined for any other key.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function claimKey(key: string): ClaimKey | undefined {
  if (!key.includes('.')) return undefined;
  const [, issuer, claim] = CLAIM_KEY.exec(key) ?? [];
  return issuer === undefined || claim === undefined ? undefined : { issuer, claim };
}

/** True for two names of one issuer: condition keys have no letter case. */
export function sameIssuer(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
