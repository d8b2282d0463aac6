import { afterEach, describe, expect, test, vi } from 'vitest';
import { RequestHandler } from '../../src/gather/live/clients/request-handler.ts';
import { loadSdk } from '../../src/gather/live/clients/sdk-client.ts';
import { sharedSettings } from '../../src/gather/live/clients/shared-settings.ts';
import { regionCandidates, regionFor } from '../../src/gather/live/region.ts';
import { PARTITIONS } from '../../src/reference/partitions.ts';
import { environment, writeConfig } from './fake-aws/keys.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const rows: readonly [string, Parameters<typeof regionFor>, string][] = [
  ['the region of the read', [{ partition: 'aws', region: 'eu-west-1' }, 'sts', ['us-west-2']], 'eu-west-1'],
  ['not one that the partition does not have', [{ partition: 'aws', region: 'evil-east-1' }, 'sts', []], 'us-east-1'],
  ['not one of another partition', [{ partition: 'aws-cn', region: 'eu-west-1' }, 'sts', []], 'cn-north-1'],
  ['the first candidate', [{ partition: 'aws' }, 'sts', ['eu-west-3', 'us-west-2']], 'eu-west-3'],
  [
    'the first candidate of the partition',
    [{ partition: 'aws-us-gov' }, 'sts', ['us-west-2', 'us-gov-east-1']],
    'us-gov-east-1',
  ],
  ['the main one of the partition', [{ partition: 'aws-eusc' }, 'sts', []], 'eusc-de-east-1'],
  ['a global service has one region', [{ partition: 'aws', region: 'eu-west-1' }, 'iam', ['us-west-2']], 'us-east-1'],
  ['likewise elsewhere', [{ partition: 'aws-us-gov', region: 'us-gov-east-1' }, 'organizations', []], 'us-gov-west-1'],
  ['no partition is the usual one', [{}, 'sts', []], 'us-east-1'],
  ['an unknown partition leaves the candidate', [{ partition: 'aws-new' }, 'sts', ['new-east-1']], 'new-east-1'],
];

test.each(rows)('region: %s', (_, asked, region) => {
  expect(regionFor(...asked)).toBe(region);
});

describe('candidates come from', () => {
  const config = { default: { region: 'eu-north-1' }, 'profile ci': { region: 'eu-central-1' } };
  const env = (more: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries({ ...environment('', writeConfig(config)), ...more }))
      vi.stubEnv(name, value);
  };

  test('the option, then the environment', async () => {
    env({ AWS_REGION: 'us-west-1' });
    expect(await regionCandidates('eu-west-2', 'ci')).toEqual(['eu-west-2', 'us-west-1']);
  });

  test('the older variable', async () => {
    env({ AWS_DEFAULT_REGION: 'us-west-2' });
    expect(await regionCandidates(undefined, null)).toEqual(['us-west-2']);
  });

  test('the profile', async () => {
    env({});
    expect(await regionCandidates(undefined, 'ci')).toEqual(['eu-central-1']);
    expect(await regionCandidates(undefined, null)).toEqual(['eu-north-1']);
  });

  test('nowhere, without failing', async () => {
    env({ AWS_CONFIG_FILE: '/nowhere/config' });
    expect(await regionCandidates(undefined, 'typo')).toEqual([]);
  });
});

/** A client of the SDK, as far as the test looks at it. */
interface WithEndpoint {
  readonly config: {
    endpointProvider(parameters: { Region: string; UseDualStack: boolean; UseFIPS: boolean }): { readonly url: URL };
  };
}

test('every host is in its own partition', async () => {
  const sdks = await Promise.all((['sts', 'iam', 'organizations'] as const).map(loadSdk));
  const hosts = PARTITIONS.flatMap(({ id, dnsSuffix }) => {
    const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'x' };
    const region = regionFor({ partition: id }, 'iam', []);
    return sdks.map((sdk) => {
      const client = sdk.readOnlyClient({
        credentials,
        region,
        shared: sharedSettings(),
        requestHandler: new RequestHandler(null),
      }) as unknown as WithEndpoint; // every client of the SDK has it
      const { url } = client.config.endpointProvider({ Region: region, UseDualStack: false, UseFIPS: false });
      return [id, url.hostname.endsWith(`.${dnsSuffix}`) ? dnsSuffix : url.hostname] as const;
    });
  });
  expect(hosts.filter(([id, host]) => host !== PARTITIONS.find((one) => one.id === id)?.dnsSuffix)).toEqual([]);
});
