import { shortName } from '../../model/short-name.ts';
import { callerWords } from '../../evidence/words.ts';
import { listed } from './condition-cause.ts';
import { silentCause } from './silent-cause.ts';
import { onlyTrusted } from './trusted-kinds.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp.html */
export const onlyFederated = silentCause({
  id: 'trust.only-federated',
  doc: {
    what: 'The trust policy trusts an identity provider only, and the caller is a user or role that called sts:AssumeRole.',
    why: 'The role is made for tokens (OIDC) or assertions (SAML): a CI job, a cluster’s service account, a sign-in. The program fell back to other credentials, or is configured with role_arn and source_profile instead of web_identity_token_file.',
    fix: 'Assume the role with the token (sts:AssumeRoleWithWebIdentity), or have the owner of the role trust the caller as well.',
  },
  when: (subject, blockage) =>
    /^(user|role|session|root)$/.test(subject.facts.principal?.type ?? '') &&
    onlyTrusted('Federated', blockage, subject) !== undefined,
  summary: (subject, blockage) =>
    `${shortName(subject.facts.role?.arn ?? null)} trusts the identity provider ${listed(onlyTrusted('Federated', blockage, subject) ?? [])} only, and ${callerWords(subject.facts.principal)} called ${subject.request?.action ?? 'it'}`,
});
