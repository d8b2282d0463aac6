import { loadSharedConfigFiles } from '@smithy/core/config';
import { parseArn } from '../../model/arn.ts';

/** The settings of every profile in the AWS config, by its name. */
export type Profiles = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;

/** Empty where there is no AWS config, or none that can be read. */
export async function loadProfiles(): Promise<Profiles> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
  return Object.fromEntries([...names].map((name) => [name, { ...configFile[name], ...credentialsFile[name] }]));
}

/** A profile whose settings say that it belongs to an account. */
export interface FoundProfile {
  readonly name: string;
  /** False where using it asks for an MFA code or runs a program: only who named the profile may want that. */
  readonly unattended: boolean;
}

/** The profiles that belong to an account by `sso_account_id` or `role_arn`. https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html */
export function profilesOf(account: string, profiles: Profiles): readonly FoundProfile[] {
  return Object.entries(profiles)
    .filter(([, settings]) => accountOf(settings) === account)
    .map(([name]) => ({ name, unattended: isUnattended(name, profiles) }));
}

function accountOf({ role_arn, sso_account_id }: Profiles[string]): string | undefined {
  return role_arn === undefined ? sso_account_id : parseArn(role_arn)?.account;
}

/** A profile may take its credentials from another one, and that from yet another. */
function isUnattended(name: string, profiles: Profiles): boolean {
  const visited = new Set<string>();
  let next: string | undefined = name;
  while (next !== undefined && !visited.has(next)) {
    visited.add(next);
    const settings: Profiles[string] | undefined = Object.hasOwn(profiles, next) ? profiles[next] : undefined;
    if (settings?.['mfa_serial'] !== undefined || settings?.['credential_process'] !== undefined) return false;
    next = settings?.['source_profile'];
  }
  return true;
}
