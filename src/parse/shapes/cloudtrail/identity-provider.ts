import { type ObjectFields, textAt } from '../../text/read-object.ts';

/** An OpenID Connect provider in IAM, or one that AWS knows by its host, before the audience and the subject. */
const PROVIDER =
  /^(arn:aws[\w-]{0,20}:iam::\d{12}:oidc-provider\/[^:]{1,255}|[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}):/;

/**
 * The identity provider that a token or an assertion came from. Tables in Athena have no column for it (AWS's statement that creates them
 * names none); of a web identity the id begins with it: `PROVIDER:AUDIENCE:SUBJECT`.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html#STS-API-SAML-WIF
 */
export function identityProvider(record: ObjectFields): string | undefined {
  const stated = textAt(record, 'userIdentity.identityProvider');
  if (stated !== undefined || textAt(record, 'userIdentity.type') !== 'WebIdentityUser') return stated;
  return PROVIDER.exec(textAt(record, 'userIdentity.principalId') ?? '')?.[1];
}
