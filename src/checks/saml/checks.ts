import type { Check } from '../check.ts';
import { advise } from '../text/advise.ts';
import { conditionCause, listed, sent } from '../trust/condition-cause.ts';
import { silentCause } from '../trust/silent-cause.ts';
import { trustedPrincipals } from '../trust/trusted-kinds.ts';
import { isSaml } from '../web-identity/is-web-identity.ts';
import { shortName } from '../words.ts';
import { samlSaidCauses } from './said-causes.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml */
const condition = conditionCause({
  id: 'saml.condition',
  doc: {
    what: 'The trust policy wants another value of the SAML response (SAML:aud, SAML:sub, SAML:iss …) than it has.',
    why: 'SAML:aud is the sign-in page that the response was sent to: https://signin.aws.amazon.com/saml, or that of a region (https://REGION.signin.aws.amazon.com/saml), which has to be listed too.',
    fix: 'Have the owner of the role add the value of the response, or send the response to the page that is trusted.',
  },
  keys: /^saml:/,
  summary({ condition: miss, place, wanted }) {
    const own = sent(miss);
    const { key } = miss.condition;
    return own === undefined
      ? `${place} wants ${key} ${listed(wanted)}; that of the SAML response does not show (--context ${key}=…)`
      : `${place} wants ${key} ${listed(wanted)}, and the SAML response has ${own}`;
  },
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
const notTrusted = silentCause({
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

/** Causes in SAML federation. */
export const samlChecks = [...samlSaidCauses, condition, notTrusted] as const satisfies readonly Check[];
