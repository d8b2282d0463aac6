import type { AwsOptions } from '../../gather/aws-options.ts';
import { isAccountId } from '../../model/arn.ts';
import type { Flags } from '../command-line/flags.ts';
import type { Host } from '../host.ts';
import { UsageError } from '../usage-error.ts';

/** How to ask AWS, as the options say. */
export function awsOptions(flags: Flags, { env }: Host): AwsOptions {
  const { profile, orgProfile, findProfiles, region, timeout } = flags;
  const accountProfiles = readAccountProfiles(flags.accountProfile);
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(Object.keys(accountProfiles).length === 0 ? {} : { accountProfiles }),
    ...(orgProfile === undefined ? {} : { organizationProfile: orgProfile }),
    ...(findProfiles === undefined ? {} : { findProfiles }),
    ...(region === undefined ? {} : { region }),
    ...(timeout === undefined ? {} : { timeout }),
    ci: (env['CI'] ?? '') !== '' && env['CI'] !== 'false',
  };
}

/** `ID=P` pairs by account. */
export function readAccountProfiles(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [account = '', ...profile] = pair.split('=');
      if (!isAccountId(account) || profile.join('=') === '')
        throw new UsageError(
          `--account-profile wants an account id and a profile, such as 444455556666=prod, not ${pair}`,
        );
      return [account, profile.join('=')] as const;
    }),
  );
}
