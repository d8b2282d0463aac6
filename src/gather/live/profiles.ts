import { loadSharedConfigFiles } from '@smithy/core/config';
import { nameWithoutPath, parseArn } from '../../model/arn.ts';
import type { RoleProfile } from '../../model/facts.ts';

/**
 * The settings of every profile in the AWS config, by its name. Other sections are in it too: `[sso-session corp]` as
 * `sso-session.corp`.
 */
export type Profiles = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;

/** The settings of one profile. */
export type ProfileSettings = Profiles[string];

/** Reads the AWS config. Empty if there is none, or if it cannot be read. */
export async function loadProfiles(): Promise<Profiles> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
  return Object.fromEntries([...names].map((name) => [name, { ...configFile[name], ...credentialsFile[name] }]));
}

/** The settings of a section. Undefined if there is no such section. */
export function settingsOf(name: string, profiles: Profiles): ProfileSettings | undefined {
  return Object.hasOwn(profiles, name) ? profiles[name] : undefined;
}

/** The names of the profiles, without those of other sections. */
export function profileNames(profiles: Profiles): readonly string[] {
  return Object.keys(profiles).filter((name) => !/^(sso-session|services)\./.test(name));
}

/**
 * The names of the profile, of its source profile, of that one's source, and so on. No name is in it twice, and the last profile may
 * not exist.
 */
export function sourcesOf(name: string, profiles: Profiles): readonly string[] {
  const visited = new Set<string>();
  let next: string | undefined = name;
  while (next !== undefined && !visited.has(next)) {
    visited.add(next);
    next = settingsOf(next, profiles)?.['source_profile'];
  }
  return [...visited];
}

/** A profile whose settings say that it belongs to an account. */
export interface FoundProfile {
  readonly name: string;
  /** What using it would do that only a user may want who named the profile: ask for an MFA code, or run a program. Null for neither. */
  readonly needs: string | null;
  /** True if its `denytrace_account` says so: then the user named it. */
  readonly isMarked: boolean;
}

/** Our settings in a profile, which the AWS CLI and the SDKs ignore. */
const MARKS = { account: 'denytrace_account', organization: 'denytrace_organization' } as const;

/** The profiles that belong to an account by `denytrace_account`, `sso_account_id` or `role_arn`. https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html */
export function profilesOf(account: string, profiles: Profiles): readonly FoundProfile[] {
  return profileNames(profiles).flatMap((name): FoundProfile[] => {
    const settings = settingsOf(name, profiles) ?? {};
    const marked = settings[MARKS.account];
    if ((marked ?? accountOf(settings)) !== account) return [];
    return [{ name, needs: needsOf(name, profiles), isMarked: marked !== undefined }];
  });
}

/** The profiles that are marked for what only an organization's management account, or a delegated administrator, may read. */
export function organizationProfiles(profiles: Profiles): readonly string[] {
  return profileNames(profiles).filter((name) => settingsOf(name, profiles)?.[MARKS.organization] === 'true');
}

function accountOf({ role_arn, sso_account_id }: ProfileSettings): string | undefined {
  return role_arn === undefined ? sso_account_id : parseArn(role_arn)?.account;
}

function needsOf(name: string, profiles: Profiles): string | null {
  const chain = sourcesOf(name, profiles).map((source) => settingsOf(source, profiles));
  if (chain.some((settings) => settings?.['mfa_serial'] !== undefined)) return 'it asks for an MFA code';
  return chain.some((settings) => settings?.['credential_process'] !== undefined)
    ? 'it runs a program (credential_process)'
    : null;
}

/** The profiles that say which role they give, by `role_arn` or by `sso_role_name`. */
export function roleProfiles(profiles: Profiles): readonly RoleProfile[] {
  return profileNames(profiles).flatMap((profile) => {
    const settings = settingsOf(profile, profiles) ?? {};
    const { role_arn, sso_role_name: set } = settings;
    const account = accountOf(settings);
    const name = role_arn === undefined ? set : nameWithoutPath(role_arn);
    if (account === undefined || name === undefined) return [];
    return [{ profile, account, name, isPermissionSet: role_arn === undefined }];
  });
}
