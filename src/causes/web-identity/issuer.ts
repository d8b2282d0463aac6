/** An issuer as IAM names it: without scheme and final slash. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
export function hostOfIssuer(issuer: string | null): string | undefined {
  const host = issuer?.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return host === '' ? undefined : host;
}

/** The part of an OIDC provider's ARN that names its issuer; undefined for any other principal. */
export function hostOfProvider(arn: string): string | undefined {
  const at = arn.indexOf(':oidc-provider/');
  return at < 0 ? undefined : arn.slice(at + ':oidc-provider/'.length);
}
