import { fromIni } from '@aws-sdk/credential-provider-ini';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { getProfileName } from '@smithy/core/config';
import { REFUSALS } from '../codes.ts';
import { fieldsOf } from '../fields.ts';
import { type Refusal, refusalOf, refuse } from './refusal.ts';
import { shellQuote } from './shell-quote.ts';

/** Credentials that sign, and where they come from. */
export interface Credentials {
  readonly status: 'found';
  readonly identity: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
  /** "environment", "profile ci", "container", "instance role", "web identity". */
  readonly source: string;
}

/** Where credentials are looked for. */
export interface CredentialOptions {
  /** Null: whatever the SDK finds by default. */
  readonly profile: string | null;
  /** Where a role is assumed if its profile names no region. */
  readonly region: string;
  readonly mfaCode?: (serialNumber: string) => Promise<string>;
}

/** The metadata services of instances and containers are on the same host: they answer at once, or are not there. */
const METADATA = { timeout: 1_000, maxRetries: 0 };

/** Roles are assumed, and SSO is asked, with the patience that reads have. */
const REQUESTS = { requestHandler: { connectionTimeout: 3_000, requestTimeout: 6_000, throwOnRequestTimeout: true } };

/** The SDK warns on the console unless a logger takes it. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * Credentials as the SDK finds them: environment, profile (static, role, SSO, web identity, process), container, instance.
 * A profile that is named is the only place where they are looked for. Never rejects.
 * https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 */
export async function findCredentials({ profile, region, mfaCode }: CredentialOptions): Promise<Credentials | Refusal> {
  const settings = {
    ...METADATA,
    logger: SILENT,
    clientConfig: REQUESTS,
    parentClientConfig: { ...REQUESTS, region },
    ...(mfaCode === undefined ? {} : { mfaCodeProvider: mfaCode }),
  };
  try {
    const found = await (profile === null ? defaultProvider(settings) : fromIni({ ...settings, profile }))();
    return { status: 'found', identity: found, source: sourceOf(found, profile) };
  } catch (error) {
    return refusalOfCredentials(error, profile ?? getProfileName({}));
  }
}

/** The SDK marks credentials with the features that made them. */
function sourceOf(found: object, profile: string | null): string {
  const features = Object.keys(fieldsOf(fieldsOf(found)?.['$source']) ?? {});
  const has = (feature: string) => features.some((one) => one.startsWith(feature));
  if (profile !== null || has('CREDENTIALS_PROFILE')) return `profile ${profile ?? getProfileName({})}`;
  if (has('CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN')) return 'web identity';
  if (has('CREDENTIALS_ENV_VARS')) return 'environment';
  return has('CREDENTIALS_HTTP') ? 'container' : 'instance role';
}

/** Whatever the SDK or AWS says about the credentials is no answer to the read: never AWS's code for something else. */
function refusalOfCredentials(error: unknown, profile: string): Refusal {
  const refusal = refusalOf(error);
  const { message } = refusal;
  if (/multi-factor authentication|MultiFactorAuthentication/.test(message))
    return refuse(REFUSALS.mfaRequired, message);
  if (/\bSSO session|sso login|UnauthorizedException|SSOTokenProviderFailure/i.test(`${refusal.code} ${message}`))
    return refuse(REFUSALS.ssoSessionExpired, message, `aws sso login --profile ${shellQuote(profile)}`);
  if (/aws login|reauthenticate|failed to load token/i.test(message))
    return refuse(REFUSALS.noCredentials, message, `aws login --profile ${shellQuote(profile)}`);
  if (refusal.code === REFUSALS.network || refusal.code === REFUSALS.timeout) return refusal;
  return refuse(REFUSALS.noCredentials, message);
}
