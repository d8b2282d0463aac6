import { shortName } from '../../model/short-name.ts';
import { advise } from '../../grants/advise.ts';
import { silentCause } from '../trust/silent-cause.ts';
import { trustedPrincipals } from '../trust/trusted-kinds.ts';
import { isSaml } from '../web-identity/is-web-identity.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
export const notTrusted = silentCause({
  id: 'saml.provider-not-trusted',
  doc: {
    what: 'The trust policy of the role trusts no SAML provider.',
    why: 'The role was made for users, roles, a service or an OIDC provider, and the identity provider lists it all the same.',
    fix: 'Have the owner of the role add a statement for the SAML provider with sts:AssumeRoleWithSAML, or take the role out of the response.',
  },
  when: (subject, blockage) =>
    isSaml(subject) && trustedPrincipals(blockage, subject).every(({ value }) => !value.includes(':saml-provider/')),
  summary: (subject) => `The trust policy of ${shortName(subject.facts.role?.arn ?? null)} trusts no SAML provider`,
  remedies: () => [
    advise('add a statement for the SAML provider (sts:AssumeRoleWithSAML, SAML:aud)', 'role-owner', [
      'aws',
      'iam',
      'list-saml-providers',
    ]),
  ],
});
