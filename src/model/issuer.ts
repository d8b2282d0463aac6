/** An issuer as IAM names it: without scheme and final slash. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
export function bareIssuer(issuer: string): string {
  return issuer.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

const OIDC_PROVIDER = ':oidc-provider/';

/** The issuer in the ARN of an OIDC provider, as IAM names it; undefined for the name of any other principal. */
export function issuerOfProvider(arn: string): string | undefined {
  const at = arn.indexOf(OIDC_PROVIDER);
  return at < 0 ? undefined : arn.slice(at + OIDC_PROVIDER.length);
}
