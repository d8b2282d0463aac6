import type { DenialCase } from '../../model/denial-case.ts';
import { hostOfIssuer } from './issuer.ts';

type Command = readonly string[];

/** Commands that list what is there before something is changed. */
export const LIST_PROVIDERS: Command = ['aws', 'iam', 'list-open-id-connect-providers'];

/** The command that adds the token's audience to its provider; only where token and account are known. */
export function addClientId(denialCase: DenialCase): readonly Command[] {
  const arn = providerArn(denialCase);
  const [audience] = denialCase.token?.audiences ?? [];
  if (arn === undefined || audience === undefined || !/^[\w:/.@+=-]{1,255}$/.test(audience)) return [LIST_PROVIDERS];
  return [
    [
      'aws',
      'iam',
      'add-client-id-to-open-id-connect-provider',
      '--open-id-connect-provider-arn',
      arn,
      '--client-id',
      audience,
    ],
  ];
}

/** The command that creates the provider of the token's issuer. */
export function createProvider(denialCase: DenialCase): readonly Command[] {
  const issuer = denialCase.token?.issuer;
  const [audience = 'sts.amazonaws.com'] = denialCase.token?.audiences ?? [];
  if (issuer == null || !/^https:\/\/[\w./:-]{1,255}$/.test(issuer) || !/^[\w:/.@+=-]{1,255}$/.test(audience))
    return [];
  return [['aws', 'iam', 'create-open-id-connect-provider', '--url', issuer, '--client-id-list', audience]];
}

/** ARN that the provider of the token's issuer has in the account of the role. */
function providerArn({ token, facts }: DenialCase): string | undefined {
  const host = hostOfIssuer(token?.issuer ?? null);
  const account = facts.resourceAccount;
  if (host === undefined || account === null || !/^[\w./:-]{1,255}$/.test(host)) return undefined;
  const partition = facts.role?.arn.split(':')[1] ?? 'aws';
  return `arn:${partition}:iam::${account}:oidc-provider/${host}`;
}
