import { shortName } from '../../model/short-name.ts';
import { advise } from '../../grants/advise.ts';
import { listed } from '../trust/condition-cause.ts';
import { silentCause } from '../trust/silent-cause.ts';
import { trustedPrincipals } from '../trust/trusted-kinds.ts';
import { isWebIdentity } from './is-web-identity.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html */
export const providerNotTrusted = silentCause({
  id: 'web-identity.provider-not-trusted',
  doc: {
    what: 'The trust policy has no statement for the identity provider that issued the token.',
    why: 'The role was made for users, roles or a service, or for another provider.',
    fix: 'Have the owner of the role add a statement for the provider, with its audience and the subjects that are to have the role; or use a role that is made for it.',
  },
  when: (subject, blockage) => {
    if (!isWebIdentity(subject)) return false;
    const name = subject.facts.principal?.name ?? '';
    const providers = trustedPrincipals(blockage, subject).filter(({ kind }) => kind === 'Federated');
    return name === '' ? providers.length === 0 : providers.every(({ value }) => value !== name);
  },
  summary: (subject, blockage) => {
    const all = [...new Set(trustedPrincipals(blockage, subject).map(({ value }) => value))];
    const who = subject.facts.principal?.name || 'any identity provider';
    return `The trust policy of ${shortName(subject.facts.role?.arn ?? null)} trusts ${all.length === 0 ? 'nobody' : listed(all)}, and not ${who}`;
  },
  // Without the token nobody can say which subjects to trust.
  remedies: (subject) =>
    subject.token?.subject == null
      ? [advise('add a statement for the identity provider, with its aud and the sub of the job', 'role-owner')]
      : undefined,
});
