import { setTimeout as after } from 'node:timers/promises';
import { fromIni } from '@aws-sdk/credential-provider-ini';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { getProfileName } from '@smithy/core/config';
import { REFUSALS } from '../../model/refusals.ts';
import { fieldsOf } from '../ask/fields.ts';
import type { RequestHandler } from './clients/request-handler.ts';
import { containerEndpoint, longestWait } from './container-endpoint.ts';
import { credentialChain } from './credential-chain.ts';
import { credentialRefusal } from './credential-refusal.ts';
import { namesCredentials } from './profile-problem.ts';
import { loadProfiles, type Profiles, settingsOf } from './profiles.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Credentials, and where they were found. */
export interface Credentials {
  readonly status: 'found';
  readonly identity: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
  /** `environment variables`, `container`, `instance role`, `role … by web identity`, or the chain of profiles that leads to them. */
  readonly source: string;
}

/** Where credentials are looked for. */
export interface CredentialOptions {
  /** Null: wherever the SDK looks by default. */
  readonly profile: string | null;
  /** The region in which a role is assumed if its profile has none. */
  readonly region: string;
  /** Sends the requests to STS, SSO and the like. The metadata services are asked without it, hence never through a proxy. */
  readonly requestHandler: RequestHandler;
  readonly mfaCode?: (serialNumber: string) => Promise<string>;
}

/** The metadata services of instances and containers are on the same host: they answer at once, or do not exist. */
const METADATA = { timeout: 1_000, maxRetries: 0 };

/** Without a logger the SDK writes warnings to the console. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * Finds credentials as the SDK does: in the environment, a profile (static keys, role, SSO, web identity, process), a container, an
 * instance. If a profile is named, only there. Never rejects.
 * https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 */
export async function findCredentials({
  profile,
  region,
  requestHandler,
  mfaCode,
}: CredentialOptions): Promise<Credentials | Refusal> {
  const settings = {
    ...METADATA,
    logger: SILENT,
    clientConfig: { requestHandler },
    parentClientConfig: { requestHandler, region },
    ...(mfaCode === undefined ? {} : { mfaCodeProvider: mfaCode }),
  };
  const only = profile ?? onlyProfile(await loadProfiles());
  try {
    const finding = (only === null ? defaultProvider(settings) : fromIni({ ...settings, profile: only }))();
    const found = await unlessSilent(finding, only, await loadProfiles());
    if (found === 'silent')
      return refuse(
        REFUSALS.endpointSilent,
        `no answer from ${containerEndpoint()}, which should give the credentials of the container`,
      );
    return { status: 'found', identity: found, source: sourceOf(found, only, await loadProfiles()) };
  } catch (error) {
    const profiles = await loadProfiles();
    return credentialRefusal(error, { profile: only, settingsFrom: only ?? getProfileName({}), profiles });
  }
}

/**
 * The profile of AWS_PROFILE, or the default one, if credentials can only come from it: because it says where they come from, or
 * because it was named and does not exist. The SDK would look elsewhere, and not say why this profile gave none.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html
 */
function onlyProfile(profiles: Profiles): string | null {
  const name = getProfileName({});
  const settings = settingsOf(name, profiles);
  const isNamed = Boolean(process.env['AWS_PROFILE']);
  if (isNamed && settings === undefined && name !== 'default') return name;
  const hasKeys = Boolean(process.env['AWS_ACCESS_KEY_ID'] && process.env['AWS_SECRET_ACCESS_KEY']);
  if (hasKeys && !isNamed) return null;
  return namesCredentials(settings) ? name : null;
}

/** What was found; `silent` if the container's endpoint does not answer in time. */
async function unlessSilent<T>(finding: Promise<T>, profile: string | null, profiles: Profiles): Promise<T | 'silent'> {
  const longest = longestWait(profile, profiles);
  if (longest === null) return finding;
  const done = new AbortController();
  try {
    return await Promise.race([finding, after(longest, 'silent' as const, { signal: done.signal })]);
  } finally {
    done.abort();
  }
}

/** Where credentials came from. The SDK marks them with the features that found them. */
function sourceOf(found: object, profile: string | null, profiles: Profiles): string {
  const features = Object.keys(fieldsOf(fieldsOf(found)?.['$source']) ?? {});
  const has = (feature: string) => features.some((one) => one.startsWith(feature));
  if (profile !== null || has('CREDENTIALS_PROFILE')) return credentialChain(profile ?? getProfileName({}), profiles);
  if (has('CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN')) return `role ${process.env['AWS_ROLE_ARN']} by web identity`;
  if (has('CREDENTIALS_ENV_VARS')) return 'environment variables';
  return has('CREDENTIALS_HTTP') ? 'container' : 'instance role';
}
