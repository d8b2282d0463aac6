import { type Profiles, settingsOf, sourcesOf } from './profiles.ts';

/** An endpoint of credentials is on the same host: it answers at once, or never. */
const LOCAL = 1_000;

/** Assuming a role afterwards may take as long as a call. */
const REMOTE = 6_000;

/**
 * How many milliseconds credentials of a container may take, for the SDK sets no limit for that; null where they come from elsewhere.
 * `profile`: the one they are asked for; null for wherever the SDK looks by default.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 */
export function longestWait(profile: string | null, profiles: Profiles): number | null {
  if (profile !== null) {
    const sources = sourcesOf(profile, profiles).map((name) => settingsOf(name, profiles)?.['credential_source']);
    return sources.includes('EcsContainer') ? LOCAL + REMOTE : null;
  }
  const { AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: secret, AWS_WEB_IDENTITY_TOKEN_FILE: token } = process.env;
  return containerEndpoint() === undefined || (key && secret) || token ? null : LOCAL;
}

/** The endpoint of the container's credentials, as the environment has it. */
export function containerEndpoint(): string | undefined {
  const { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: relative, AWS_CONTAINER_CREDENTIALS_FULL_URI: full } = process.env;
  if (relative) return '169.254.170.2';
  return full ? (/^\w+:\/\/([^/?#@]+)/.exec(full)?.[1] ?? 'the endpoint') : undefined;
}
