import { REFUSALS } from '../../model/refusals.ts';
import { shellQuote } from '../../model/shell-quote.ts';
import { fieldsOf, textOf } from '../ask/fields.ts';
import { profileProblem } from './profile-problem.ts';
import { type Profiles, settingsOf, sourcesOf } from './profiles.ts';
import { type Refusal, refusalOf, refuse } from './refusal.ts';

/** Where credentials were looked for, and not found. */
export interface CredentialsAsked {
  /** The profile that was named. Null: wherever the SDK looks by default. */
  readonly profile: string | null;
  /** The profile from which the SDK takes its settings. */
  readonly settingsFrom: string;
  readonly profiles: Profiles;
}

/**
 * Why there are no credentials, in our own words. Words of the SDK or of AWS are not used: they are about the credentials, not about
 * the call, and what a program printed may be a secret. The code is always one of ours.
 */
export function credentialRefusal(error: unknown, { profile, settingsFrom, profiles }: CredentialsAsked): Refusal {
  const refusal = refusalOf(error);
  const { code, message } = refusal;
  const problem = profile === null ? null : profileProblem(profile, profiles);
  if (problem !== null) return problem;
  if (/multi-factor authentication|MultiFactorAuthentication/.test(message))
    return refuse(
      REFUSALS.mfaRequired,
      message,
      `eval "$(aws configure export-credentials --profile ${shellQuote(settingsFrom)} --format env)"`,
    );
  if (/\bSSO session|sso login|UnauthorizedException|SSOTokenProviderFailure/i.test(`${code} ${message}`))
    return refuse(REFUSALS.ssoSessionExpired, message, `aws sso login --profile ${shellQuote(settingsFrom)}`);
  if (/aws login|reauthenticate|failed to load token/i.test(message))
    return refuse(REFUSALS.loginExpired, message, `aws login --profile ${shellQuote(settingsFrom)}`);
  const file = unreadFile(error, settingsFrom, profiles);
  if (file !== undefined) return refuse(REFUSALS.tokenFileUnreadable, file);
  if (code === REFUSALS.network || code === REFUSALS.timeout || code === REFUSALS.notFromAws) return refusal;
  const failed = failedProcess(error, settingsFrom, profiles);
  if (failed !== undefined) return refuse(REFUSALS.credentialProcessFailed, failed);
  const whose = profile === null ? 'the web identity token' : `the profile ${profile}`;
  if (isSaidByAws(error)) return refuse(REFUSALS.roleRefused, `AWS gives no credentials for ${whose} (${code})`);
  return refuse(REFUSALS.noCredentials, message);
}

function isSaidByAws(error: unknown): boolean {
  return error instanceof Error && '$fault' in error;
}

const TOKEN_FILES = ['AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE'];

/** Node names the file that could not be read. */
function unreadFile(error: unknown, name: string, profiles: Profiles): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path } = fieldsOf({ ...error }) ?? {};
  if (typeof code !== 'string' || typeof path !== 'string') return undefined;
  const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
  const variable = TOKEN_FILES.find((one) => process.env[one] === path);
  const holder = sourcesOf(name, profiles).find(
    (source) => settingsOf(source, profiles)?.['web_identity_token_file'] === path,
  );
  const from = holder === undefined ? variable : `web_identity_token_file of the profile ${holder}`;
  return `the token file ${path}${from === undefined ? '' : ` (${from})`} ${why}`;
}

/** What the SDK says of a program that gave no credentials, and our words for it. What the program itself printed is left out. */
const PROCESS_FAILURES: readonly (readonly [message: RegExp, words: string])[] = [
  [/^Command failed: /, 'failed'],
  [/credential_process returned invalid JSON/, 'did not print JSON'],
  [/credential_process returned expired credentials/, 'printed credentials that have expired'],
  [/credential_process did not return Version 1/, 'printed a Version other than 1'],
  [/credential_process returned invalid credentials/, 'printed no credentials'],
];

function failedProcess(error: unknown, name: string, profiles: Profiles): string | undefined {
  const message = error instanceof Error ? error.message : '';
  const words = PROCESS_FAILURES.find(([pattern]) => pattern.test(message))?.[1];
  const holder = sourcesOf(name, profiles).find(
    (source) => settingsOf(source, profiles)?.['credential_process'] !== undefined,
  );
  if (words === undefined || holder === undefined) return undefined;
  const program = programIn(textOf(settingsOf(holder, profiles)?.['credential_process']) ?? '');
  return `the credential_process of the profile ${holder}${program} ${words}`;
}

/** ` (aws-vault)`: the name of a program. Its arguments are left out, and variables before it: they may hold secrets. */
function programIn(command: string): string {
  const [, quoted, bare] = /^\s*(?:"([^"]*)"|(\S+))/.exec(command) ?? [];
  const word = quoted ?? bare ?? '';
  const name = word.includes('=') ? '' : (word.split(/[/\\]/).at(-1) ?? '');
  return /^[\w.+-]{1,64}$/.test(name) ? ` (${name})` : '';
}
