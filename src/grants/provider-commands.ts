import type { DenialCase } from '../model/denial-case.ts';
import { bareIssuer } from '../model/issuer.ts';

type Command = readonly string[];

/** Lists the OIDC identity providers of an account. */
export const LIST_OIDC_PROVIDERS: Command = ['aws', 'iam', 'list-open-id-connect-providers'];

/** Lists the SAML identity providers of an account. */
export const LIST_SAML_PROVIDERS: Command = ['aws', 'iam', 'list-saml-providers'];

/** The command that adds the token's audience to its provider; the one that lists the providers where token or account are not known. */
export function addClientId(denialCase: DenialCase): Command {
  const arn = providerArn(denialCase);
  const [audience] = denialCase.token?.audiences ?? [];
  if (arn === undefined || audience === undefined || !isPrintable(audience)) return LIST_OIDC_PROVIDERS;
  const add = ['aws', 'iam', 'add-client-id-to-open-id-connect-provider'];
  return [...add, '--open-id-connect-provider-arn', arn, '--client-id', audience];
}

/** The command that creates the provider of the token's issuer; none where the issuer is not known. */
export function createProviderOfToken({ token }: DenialCase): readonly Command[] {
  const issuer = token?.issuer;
  const [audience = 'sts.amazonaws.com'] = token?.audiences ?? [];
  if (issuer == null || !/^https:\/\/[\w./:-]{1,255}$/.test(issuer) || !isPrintable(audience)) return [];
  return [createProvider(issuer, audience)];
}

/** The command that creates the provider of an issuer, whose URL begins with `https://`. */
export function createProvider(url: string, audience: string): Command {
  return ['aws', 'iam', 'create-open-id-connect-provider', '--url', url, '--client-id-list', audience];
}

/** True for an audience that can be printed in a command as it is. */
function isPrintable(audience: string): boolean {
  return /^[\w:/.@+=-]{1,255}$/.test(audience);
}

/** ARN that the provider of the token's issuer has in the account of the role. */
function providerArn({ token, facts }: DenialCase): string | undefined {
  const issuer = bareIssuer(token?.issuer ?? '');
  const account = facts.resourceAccount;
  if (account === null || !/^[\w./:-]{1,255}$/.test(issuer)) return undefined;
  const partition = facts.role?.arn.split(':')[1] ?? 'aws';
  return `arn:${partition}:iam::${account}:oidc-provider/${issuer}`;
}
