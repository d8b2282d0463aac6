import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A key of the fake AWS: it tells the account, and which case of a test it is used in. */
export function accessKey(account: string, name = '0'): string {
  return `AKIA${account}X${name}`;
}

/** The account that a key belongs to; an AWS key does not show it. */
export function accountOfKey(accessKeyId: string): string {
  return accessKeyId.slice(4, 16);
}

/** Writes an AWS config file; its path. */
export function writeConfig(profiles: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const path = join(mkdtempSync(join(tmpdir(), 'denytrace-live-')), 'config');
  const sections = Object.entries(profiles).map(
    ([name, settings]) =>
      `[${name}]\n${Object.entries(settings)
        .map(([key, value]) => `${key} = ${value}\n`)
        .join('')}`,
  );
  writeFileSync(path, sections.join('\n'));
  return path;
}

/** Settings of a profile with static keys. */
export function staticKeys(accessKeyId: string): Readonly<Record<string, string>> {
  return { aws_access_key_id: accessKeyId, aws_secret_access_key: 'fake-secret' };
}

/** What the SDK reads from the environment, so that nothing of the machine's own AWS setup is seen. */
export function environment(endpoint: string, configFile: string): Readonly<Record<string, string | undefined>> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_CONFIG_FILE: configFile,
    AWS_SHARED_CREDENTIALS_FILE: `${configFile}-none`,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    AWS_ACCESS_KEY_ID: undefined,
    AWS_SECRET_ACCESS_KEY: undefined,
    AWS_SESSION_TOKEN: undefined,
    AWS_PROFILE: undefined,
    AWS_REGION: undefined,
    AWS_DEFAULT_REGION: undefined,
    AWS_ROLE_ARN: undefined,
    AWS_WEB_IDENTITY_TOKEN_FILE: undefined,
    AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: undefined,
    AWS_CONTAINER_CREDENTIALS_FULL_URI: undefined,
    AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: undefined,
  };
}
