import { nameWithoutPath } from '../../model/arn.ts';
import { type Fact, known, unreadable } from '../../model/fact.ts';
import type { InstanceProfileFacts, ProviderFacts } from '../../model/facts.ts';
import { refused } from '../../model/gap.ts';
import { issuerOfProvider } from '../../model/issuer.ts';
import { REFUSALS } from '../../model/refusals.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { fieldsOf, listOf, readAll, textOf } from '../ask/fields.ts';

/** Reads the identity providers of an account. */
export async function readProviders(ask: Ask, site: Site): Promise<ProviderFacts> {
  const [oidc, saml] = await Promise.all([readOidc(ask, site), readSaml(ask, site)]);
  return { oidc, saml };
}

function arnsIn(list: unknown): string[] | undefined {
  return readAll(listOf(list), (entry) => textOf(fieldsOf(entry)?.['Arn']));
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviders.html */
function readSaml(ask: Ask, site: Site): Promise<ProviderFacts['saml']> {
  return ask(site, {
    call: 'iam:ListSAMLProviders',
    input: {},
    what: `the SAML providers of ${site.account}`,
    read: (output) => arnsIn(output['SAMLProviderList'])?.map((arn) => ({ arn })),
  });
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOpenIDConnectProvider.html */
async function readOidc(ask: Ask, site: Site): Promise<ProviderFacts['oidc']> {
  const arns = await ask(site, {
    call: 'iam:ListOpenIDConnectProviders',
    input: {},
    what: `the OIDC providers of ${site.account}`,
    read: (output) => arnsIn(output['OpenIDConnectProviderList']),
  });
  if (arns.status !== 'known') return arns;
  const providers = await Promise.all(arns.value.map((arn) => readOidcProvider(ask, site, arn)));
  const unread = providers.find((provider) => provider.status !== 'known');
  if (unread === undefined) return known(providers.flatMap((one) => (one.status === 'known' ? [one.value] : [])));
  if (unread.status === 'unreadable') return unread;
  const { account, who } = site;
  const what = `the OIDC providers of ${account}`;
  return unreadable(refused({ what, account, who, permission: unread.call, code: REFUSALS.changed }));
}

function readOidcProvider(
  ask: Ask,
  site: Site,
  arn: string,
): Promise<Fact<{ arn: string; url: string; audiences: readonly string[] }>> {
  return ask(site, {
    call: 'iam:GetOpenIDConnectProvider',
    input: { OpenIDConnectProviderArn: arn },
    what: `the OIDC provider ${arn}`,
    read: (output) => {
      const url = textOf(output['Url']) ?? issuerOfProvider(arn);
      const audiences = readAll(listOf(output['ClientIDList'] ?? []), textOf);
      return url === undefined || audiences === undefined ? undefined : { arn, url, audiences };
    },
  });
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetInstanceProfile.html */
export async function readInstanceProfile(ask: Ask, site: Site, arn: string): Promise<InstanceProfileFacts> {
  const name = nameWithoutPath(arn);
  const roles = await ask(site, {
    call: 'iam:GetInstanceProfile',
    input: { InstanceProfileName: name },
    what: `the instance profile ${name}`,
    on: arn,
    read: (output) => {
      const profile = fieldsOf(output['InstanceProfile']);
      return profile === undefined ? undefined : arnsIn(profile['Roles'] ?? []);
    },
  });
  return { arn, roles };
}
