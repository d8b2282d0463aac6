import { LIST_OIDC_PROVIDERS } from '../../grants/commands-to-read.ts';
import type { DenialCase } from '../../model/denial-case.ts';

/** An issuer as IAM names it: without scheme and final slash. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
export function hostOfIssuer(issuer: string | null): string | undefined {
  const host = issuer?.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return host === '' ? undefined : host;
}

/** The part of an OIDC provider's ARN that names its issuer; undefined for any other principal. */
export function hostOfProvider(arn: string): string | undefined {
  const at = arn.indexOf(':oidc-provider/');
  return at < 0 ? undefined : arn.slice(at + ':oidc-provider/'.length);
}

type Command = readonly string[];

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
  const host = hostOfIssuer(token?.issuer ?? null);
  const account = facts.resourceAccount;
  if (host === undefined || account === null || !/^[\w./:-]{1,255}$/.test(host)) return undefined;
  const partition = facts.role?.arn.split(':')[1] ?? 'aws';
  return `arn:${partition}:iam::${account}:oidc-provider/${host}`;
}
