import { isWebIdentity } from '../../evidence/federated-call.ts';
import { trustedPrincipals } from '../../evidence/trusted-principals.ts';
import { orList } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { shortName } from '../../model/short-name.ts';
import { silentCause } from '../runners/silent-cause.ts';

export const providerNotTrusted = silentCause({
  id: 'web-identity.provider-not-trusted',
  when: (denialCase, blocker) => {
    if (!isWebIdentity(denialCase)) return false;
    const name = denialCase.facts.principal?.name ?? '';
    const providers = trustedPrincipals(blocker, denialCase).filter(({ kind }) => kind === 'Federated');
    return name === '' ? providers.length === 0 : providers.every(({ value }) => value !== name);
  },
  summary: (denialCase, blocker) => {
    const all = [...new Set(trustedPrincipals(blocker, denialCase).map(({ value }) => value))];
    const who = denialCase.facts.principal?.name || 'any identity provider';
    return `The trust policy of ${shortName(denialCase.facts.role?.arn ?? null)} trusts ${all.length === 0 ? 'nobody' : orList(all)}, and not ${who}`;
  },
  // Without the token nobody can say which subjects to trust.
  remedies: (denialCase) =>
    denialCase.token?.subject == null
      ? [advise('add a statement for the identity provider, with its aud and the sub of the job', 'role-owner')]
      : undefined,
});
