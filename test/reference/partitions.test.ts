import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { IAMClient } from '@aws-sdk/client-iam';
import { partition as sdkPartition } from '@aws-sdk/core/client';
import { describe, expect, it } from 'vitest';
import { globalRegion, isHostOfAws, isRegion, PARTITIONS, partitionOf } from '../../src/reference/partitions.ts';

interface SdkPartition {
  readonly id: string;
  readonly regions: Readonly<Record<string, unknown>>;
}

/** The SDK's own table, which it does not export. */
async function sdkPartitions(): Promise<readonly SdkPartition[]> {
  const core = dirname(createRequire(import.meta.url).resolve('@aws-sdk/core/package.json'));
  const file = join(core, 'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js');
  const module: { partitionsInfo: { partitions: SdkPartition[] } } = await import(pathToFileURL(file).href);
  return module.partitionsInfo.partitions;
}

describe('the table of partitions', () => {
  it('is complete', async () => {
    const ofSdk = (await sdkPartitions()).map(({ id, regions }) => [
      id,
      Object.keys(regions).filter((region) => !region.startsWith('aws-')),
    ]);
    expect(new Map(PARTITIONS.map(({ id, regions }) => [id, [...regions].sort()]))).toEqual(
      new Map(ofSdk.map(([id, regions]) => [id, [...(regions ?? [])].sort()])),
    );
  });

  it.each(PARTITIONS.flatMap((each) => each.regions.map((region) => [each.id, region] as const)))(
    'has %s %s as the SDK has it',
    (id, region) => {
      const sdk = sdkPartition(region);
      const ours = partitionOf(region);
      expect(ours?.id).toBe(id);
      expect(sdk.name).toBe(id);
      expect(ours?.dnsSuffix).toBe(sdk.dnsSuffix);
      expect(ours?.regionPattern.test(region)).toBe(true);
    },
  );

  it.each(PARTITIONS.map((each) => [each.id, each] as const))('signs for IAM in %s where the SDK does', (_, each) => {
    const [first = ''] = each.regions;
    const iam = new IAMClient({ region: first });
    const endpoint = iam.config.endpointProvider({ Region: first, UseFIPS: false, UseDualStack: false });
    const schemes = endpoint.properties?.['authSchemes'];
    expect(schemes).toMatchObject([{ signingRegion: each.globalRegion }]);
    expect(endpoint.url.hostname.endsWith(`.${each.dnsSuffix}`)).toBe(true);
  });
});

describe('the partition of something', () => {
  it.each([
    ['arn:aws:iam::111122223333:role/x', 'aws'],
    ['arn:aws-cn:iam::111122223333:role/x', 'aws-cn'],
    ['arn:aws-us-gov:sts::111122223333:assumed-role/x/y', 'aws-us-gov'],
    ['arn:aws-eusc:s3:::bucket', 'aws-eusc'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eu-central-9', 'aws'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('%s is in %s', (text, id) => {
    expect(partitionOf(text)?.id).toBe(id);
  });

  it.each([
    'arn:azure:iam::1:x',
    'arn:',
    'moon-west-1',
    '',
    'us-east-1.evil.example',
    'aws',
    `us-${'e'.repeat(100)}-1`,
  ])('%s is in none', (text) => {
    expect(partitionOf(text)).toBeUndefined();
  });
});

describe('a region', () => {
  it('belongs to one partition', () => {
    expect(isRegion('aws', 'eu-west-1')).toBe(true);
    expect(isRegion('aws-cn', 'eu-west-1')).toBe(false);
    expect(isRegion('aws', 'eu-west-77')).toBe(false);
    expect(isRegion('moon', 'eu-west-1')).toBe(false);
  });

  it('signs for the global services', () => {
    expect(globalRegion('aws')).toBe('us-east-1');
    expect(globalRegion('aws-cn')).toBe('cn-north-1');
    expect(globalRegion('moon')).toBeUndefined();
  });
});

describe('a host', () => {
  it.each([
    ['sts.us-east-1.amazonaws.com', true],
    ['iam.cn-north-1.amazonaws.com.cn', true],
    ['s3.dualstack.eu-west-1.amazonaws.com', true],
    ['vpce-0abc-x.sts.eu-west-1.vpce.amazonaws.com', true],
    ['kms.eu-west-1.api.aws', true],
    ['127.0.0.1', false],
    ['localhost', false],
    ['sts.example.com', false],
    ['amazonaws.com.example.com', false],
    ['myamazonaws.com', false],
  ])('%s is one of AWS: %j', (host, is) => {
    expect(isHostOfAws(host)).toBe(is);
  });
});
