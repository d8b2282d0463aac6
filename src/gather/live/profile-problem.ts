import { REFUSALS } from '../../model/refusals.ts';
import { similarNames } from '../principals/similar-names.ts';
import { type ProfileSettings, type Profiles, profileNames, settingsOf, sourcesOf } from './profiles.ts';
import { type Refusal, refuse } from './refusal.ts';

const MOST_NAMES = 5;

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html */
const CREDENTIAL_SOURCES = ['Environment', 'Ec2InstanceMetadata', 'EcsContainer'];

/** Settings that say where a profile's credentials come from. https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html */
const CREDENTIAL_SETTINGS = [
  'aws_access_key_id',
  'role_arn',
  'credential_process',
  'sso_session',
  'sso_start_url',
  'sso_account_id',
  'sso_role_name',
  'web_identity_token_file',
  'login_session',
];

/** True if a profile says where its credentials come from. Then they come from nowhere else. */
export function namesCredentials(settings: ProfileSettings | undefined): boolean {
  return CREDENTIAL_SETTINGS.some((name) => settings?.[name] !== undefined);
}

/** Why a profile cannot give credentials, whatever AWS would say. Null if its settings are complete. */
export function profileProblem(name: string, profiles: Profiles): Refusal | null {
  const sources = sourcesOf(name, profiles);
  const last = sources.at(-1) ?? name;
  const settings = settingsOf(last, profiles);
  if (settings === undefined) return refuse(REFUSALS.profileNotFound, notFound(last, sources.at(-2), profiles));
  const lack = missingIn(last, settings, profiles);
  return lack === undefined ? null : refuse(REFUSALS.profileUnusable, lack);
}

function notFound(name: string, wantedBy: string | undefined, profiles: Profiles): string {
  if (wantedBy !== undefined)
    return `the profile ${wantedBy} takes its credentials from ${name}, which is not a profile`;
  const names = profileNames(profiles);
  if (names.length === 0) return `the profile ${name} was not found: the AWS config has no profiles, or cannot be read`;
  const similar = similarNames(name, names, (one) => one);
  const shown = [...new Set([...similar, ...names])].slice(0, MOST_NAMES);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return `there is no profile ${name} in the AWS config; there are ${shown.join(', ')}${more}`;
}

/** What the profile lacks from which the credentials should come in the end. Null if nothing. */
function missingIn(name: string, settings: ProfileSettings, profiles: Profiles): string | undefined {
  const has = (setting: string) => settings[setting] !== undefined;
  const lacks = (...wanted: readonly string[]) => {
    const missing = wanted.filter((setting) => !has(setting));
    return missing.length === 0 ? undefined : `the profile ${name} has no ${missing.join(' and no ')}`;
  };
  if (has('web_identity_token_file')) return lacks('role_arn');
  if (has('role_arn'))
    return has('aws_access_key_id') ? lacks('aws_secret_access_key') : missingForRole(name, settings);
  if (has('aws_access_key_id')) return lacks('aws_secret_access_key');
  if (has('credential_process') || has('login_session')) return undefined;
  if (!namesCredentials(settings)) return `the profile ${name} does not say where its credentials come from`;
  const session = settings['sso_session'];
  if (session === undefined) return lacks('sso_start_url', 'sso_region', 'sso_account_id', 'sso_role_name');
  if (settingsOf(`sso-session.${session}`, profiles) === undefined)
    return `the profile ${name} names the sso-session ${session}, which is not in the AWS config`;
  return lacks('sso_account_id', 'sso_role_name');
}

/** What a profile with a role lacks, if no other profile is its source, or one that was looked at already. Null if nothing. */
function missingForRole(name: string, settings: ProfileSettings): string | undefined {
  const source = settings['credential_source'];
  if (settings['source_profile'] !== undefined)
    return `the profile ${name} and its source_profile ${settings['source_profile']} point at each other`;
  if (source === undefined) return `the profile ${name} has a role_arn, but no source_profile and no credential_source`;
  if (CREDENTIAL_SOURCES.includes(source)) return undefined;
  return `the profile ${name} has the credential_source ${source}; there are ${CREDENTIAL_SOURCES.join(', ')}`;
}
