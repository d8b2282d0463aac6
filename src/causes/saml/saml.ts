import { isSaml } from '../../evidence/federated-call.ts';
import { targetRoleName } from '../../evidence/target-role.ts';
import { trustedPrincipals } from '../../evidence/trusted-principals.ts';
import { orList, requestValue } from '../../evidence/value-words.ts';
import { advise } from '../../grants/advise.ts';
import { LIST_SAML_PROVIDERS } from '../../grants/provider-commands.ts';
import type { BlockerCause } from '../cause.ts';
import { conditionCause } from '../runners/condition-cause.ts';
import { silentCause } from '../runners/silent-cause.ts';

/** The trust policy does not trust a SAML response. What STS says of one that it refused is a table: `../tables/saml.ts`. */
export const samlTrust = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml
  conditionCause({
    id: 'saml.condition',
    keys: /^saml:/,
    whyNot: 'some condition that fails is on a key other than those of SAML',
    summary({ condition, place, wanted }) {
      const own = requestValue(condition);
      const { key } = condition.finding;
      return own === undefined
        ? `${place} requires ${key} ${orList(wanted)}; that of the SAML response is unknown`
        : `${place} requires ${key} ${orList(wanted)}, but the SAML response has ${own}`;
    },
  }),
  silentCause({
    id: 'saml.provider-not-trusted',
    when: (denialCase, blocker) =>
      isSaml(denialCase) &&
      trustedPrincipals(blocker, denialCase).every(({ value }) => !value.includes(':saml-provider/')),
    whyNot: 'the call is not AssumeRoleWithSAML, or the policy names a SAML provider',
    summary: (denialCase) => `The trust policy of ${targetRoleName(denialCase)} trusts no SAML provider`,
    remedies: () => [
      advise(
        'add a statement for the SAML provider (sts:AssumeRoleWithSAML, SAML:aud)',
        'role-owner',
        LIST_SAML_PROVIDERS,
      ),
    ],
  }),
] as const satisfies readonly BlockerCause[];
