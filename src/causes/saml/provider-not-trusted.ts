import { isSaml } from '../../evidence/federated-call.ts';
import { trustedPrincipals } from '../../evidence/trusted-principals.ts';
import { advise } from '../../grants/advise.ts';
import { shortName } from '../../model/short-name.ts';
import { silentCause } from '../runners/silent-cause.ts';

export const notTrusted = silentCause({
  id: 'saml.provider-not-trusted',
  when: (denialCase, blocker) =>
    isSaml(denialCase) &&
    trustedPrincipals(blocker, denialCase).every(({ value }) => !value.includes(':saml-provider/')),
  summary: (denialCase) =>
    `The trust policy of ${shortName(denialCase.facts.role?.arn ?? null)} trusts no SAML provider`,
  remedies: () => [
    advise('add a statement for the SAML provider (sts:AssumeRoleWithSAML, SAML:aud)', 'role-owner', [
      'aws',
      'iam',
      'list-saml-providers',
    ]),
  ],
});
