import { type ProfileSettings, type Profiles, settingsOf, sourcesOf } from './profiles.ts';

/**
 * Where the credentials of a profile come from, as the AWS config has it: `profile ci: role arn:aws:iam::111122223333:role/ci, assumed from
 * profile base: IAM Identity Center session corp, permission set Admin in 111122223333`.
 * https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 */
export function credentialChain(name: string, profiles: Profiles): string {
  const links = sourcesOf(name, profiles).map((profile) => linkOf(profile, settingsOf(profile, profiles)));
  return links.join(', assumed from ');
}

function linkOf(name: string, settings: ProfileSettings | undefined): string {
  const way = settings === undefined ? undefined : wayOf(settings);
  return way === undefined ? `profile ${name}` : `profile ${name}: ${way}`;
}

/** How a profile gets its credentials, in the order in which the SDK looks; undefined where the profile does not say. */
function wayOf(settings: ProfileSettings): string | undefined {
  const { role_arn, credential_source, web_identity_token_file, source_profile } = settings;
  if (role_arn !== undefined) {
    if (web_identity_token_file !== undefined) return `role ${role_arn} by web identity`;
    if (source_profile === undefined && credential_source !== undefined)
      return `role ${role_arn}, assumed with the credentials of ${credential_source}`;
    return `role ${role_arn}`;
  }
  const { sso_session, sso_start_url, sso_role_name, sso_account_id } = settings;
  if (sso_session !== undefined || sso_start_url !== undefined) {
    const session = sso_session === undefined ? '' : ` session ${sso_session}`;
    const set = sso_role_name === undefined ? '' : `, permission set ${sso_role_name}`;
    return `IAM Identity Center${session}${set}${sso_account_id === undefined ? '' : ` in ${sso_account_id}`}`;
  }
  if (settings['credential_process'] !== undefined) return 'credential_process';
  const { aws_access_key_id } = settings;
  if (aws_access_key_id === undefined) return undefined;
  return aws_access_key_id.startsWith('ASIA') ? 'session credentials in the file' : 'an access key in the file';
}
