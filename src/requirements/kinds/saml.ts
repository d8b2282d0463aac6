import { grantStatement } from '../../grants/grant-statement.ts';
import { LIST_SAML_PROVIDERS } from '../../grants/provider-commands.ts';
import type { Requirement } from '../../model/requirement.ts';
import type { Asked } from '../asked.ts';
import { trustCommand } from '../commands.ts';
import { isPlainArn } from '../grammar.ts';
import { allow, exists, shown, value, way } from '../make.ts';
import { join, known, type Named, token } from '../named.ts';
import { roleOf } from '../role.ts';
import { roleExists, trustParts } from './assume-role.ts';
import { guardrailsOfResource } from './guardrails.ts';

/** The audience of a SAML assertion, by partition. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml */
const AUDIENCES: Readonly<Record<string, string>> = {
  aws: 'https://signin.aws.amazon.com/saml',
  'aws-cn': 'https://signin.amazonaws.cn/saml',
  'aws-us-gov': 'https://signin.amazonaws-us-gov.com/saml',
};

/**
 * To assume a role with a SAML assertion: the provider must exist in the role's account, the trust policy must name it, and the assertion
 * must name both. Identity policies take no part.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html
 */
export function assumeRoleWithSaml(asked: Asked): readonly Requirement[] {
  const { action, place } = asked;
  const role = roleOf(asked);
  const request = { action, resource: role.knownArn };
  const provider = providerOf(asked, role.account);
  const audience = AUDIENCES[place.partition] ?? AUDIENCES['aws'];
  const statement = grantStatement('trust', {
    principal: { Federated: provider.text },
    action,
    condition: { StringEquals: { 'SAML:aud': audience } },
  });
  return [
    allow(
      {
        ...trustParts(role, request),
        names: [provider],
        show: [trustCommand(role.name, role.account)],
        usual: ['saml.provider-not-trusted', 'trust.action', 'saml.condition'],
      },
      [way(statement)],
    ),
    value(
      {
        id: 'token.role',
        step: 'trust',
        request,
        target: { kind: 'token', name: null },
        who: 'you',
        names: [role.arn, provider],
        usual: ['saml.provider-not-found', 'trust.role-not-found'],
      },
      {
        key: 'https://aws.amazon.com/SAML/Attributes/Role',
        owner: 'caller',
        expected: [`${role.arn.text},${provider.text}`],
      },
    ),
    exists({
      id: 'provider',
      step: 'trust',
      request,
      target: { kind: 'entity', name: provider.text, account: role.account },
      who: 'account-admin',
      names: [provider],
      show: [shown(role.account, ...LIST_SAML_PROVIDERS)],
      usual: ['trust.saml-provider-missing'],
    }),
    roleExists(role, request),
    ...guardrailsOfResource(asked, [role.arn]),
  ];
}

function providerOf({ caller, place }: Asked, account: string | null): Named {
  if (isPlainArn(caller.arn.text) && caller.arn.text.includes(':saml-provider/')) return caller.arn;
  return join`arn:${place.partition}:iam::${account === null ? token('ACCOUNT', 'account of the role') : known(account)}:saml-provider/${token('SAML_PROVIDER')}`;
}
