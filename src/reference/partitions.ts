/** One of AWS's separate worlds: its ARNs, accounts and IAM have nothing to do with those of the others. */
export interface Partition {
  readonly id: string;
  /** Host names end in it. */
  readonly dnsSuffix: string;
  /** What regions look like here, those too that are newer than the list. */
  readonly regionPattern: RegExp;
  readonly regions: readonly string[];
  /** The region that signs for global services, IAM among them. */
  readonly globalRegion: string;
}

/**
 * All partitions, as the AWS SDK's endpoint rules have them (a test compares).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 * https://docs.aws.amazon.com/general/latest/gr/rande.html
 */
export const PARTITIONS: readonly Partition[] = [
  {
    id: 'aws',
    dnsSuffix: 'amazonaws.com',
    regionPattern: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
    regions: [
      'af-south-1',
      'ap-east-1',
      'ap-east-2',
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-northeast-3',
      'ap-south-1',
      'ap-south-2',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-southeast-3',
      'ap-southeast-4',
      'ap-southeast-5',
      'ap-southeast-6',
      'ap-southeast-7',
      'ca-central-1',
      'ca-west-1',
      'eu-central-1',
      'eu-central-2',
      'eu-north-1',
      'eu-south-1',
      'eu-south-2',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'il-central-1',
      'me-central-1',
      'me-south-1',
      'me-west-1',
      'mx-central-1',
      'sa-east-1',
      'sa-west-1',
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
    ],
    globalRegion: 'us-east-1',
  },
  {
    id: 'aws-cn',
    dnsSuffix: 'amazonaws.com.cn',
    regionPattern: /^cn-\w+-\d+$/,
    regions: ['cn-north-1', 'cn-northwest-1'],
    // IAM signs for cn-north-1, though the SDK's general default is cn-northwest-1.
    globalRegion: 'cn-north-1',
  },
  {
    id: 'aws-us-gov',
    dnsSuffix: 'amazonaws.com',
    regionPattern: /^us-gov-\w+-\d+$/,
    regions: ['us-gov-east-1', 'us-gov-west-1'],
    globalRegion: 'us-gov-west-1',
  },
  {
    id: 'aws-eusc',
    dnsSuffix: 'amazonaws.eu',
    regionPattern: /^eusc-(de)-\w+-\d+$/,
    regions: ['eusc-de-east-1'],
    globalRegion: 'eusc-de-east-1',
  },
  {
    id: 'aws-iso',
    dnsSuffix: 'c2s.ic.gov',
    regionPattern: /^us-iso-\w+-\d+$/,
    regions: ['us-iso-east-1', 'us-iso-west-1'],
    globalRegion: 'us-iso-east-1',
  },
  {
    id: 'aws-iso-b',
    dnsSuffix: 'sc2s.sgov.gov',
    regionPattern: /^us-isob-\w+-\d+$/,
    regions: ['us-isob-east-1', 'us-isob-west-1'],
    globalRegion: 'us-isob-east-1',
  },
  {
    id: 'aws-iso-e',
    dnsSuffix: 'cloud.adc-e.uk',
    regionPattern: /^eu-isoe-\w+-\d+$/,
    regions: ['eu-isoe-west-1'],
    globalRegion: 'eu-isoe-west-1',
  },
  {
    id: 'aws-iso-f',
    dnsSuffix: 'csp.hci.ic.gov',
    regionPattern: /^us-isof-\w+-\d+$/,
    regions: ['us-isof-east-1', 'us-isof-south-1'],
    globalRegion: 'us-isof-south-1',
  },
];

/** Hosts of AWS's that answer over IPv6 as well, or only inside of AWS. */
const OTHER_SUFFIXES = ['api.aws', 'aws.dev', 'api.amazonwebservices.com.cn'];

/** True for a host that AWS answers at. */
export function isHostOfAws(host: string): boolean {
  const suffixes = [...PARTITIONS.map(({ dnsSuffix }) => dnsSuffix), ...OTHER_SUFFIXES];
  return suffixes.some((suffix) => host.toLowerCase().endsWith(`.${suffix}`));
}

/** The partition with this id; undefined where AWS has none such. */
export function partition(id: string): Partition | undefined {
  return BY_ID.get(id);
}

const BY_ID: ReadonlyMap<string, Partition> = new Map(PARTITIONS.map((each) => [each.id, each]));

/** The partition of an ARN or of a region; undefined where neither names a known one. */
export function partitionOf(arnOrRegion: string): Partition | undefined {
  if (arnOrRegion.startsWith('arn:')) {
    const end = arnOrRegion.indexOf(':', 4);
    return partition(arnOrRegion.slice(4, end < 0 ? undefined : end));
  }
  if (arnOrRegion.length > 32) return undefined;
  return PARTITIONS.find((each) => each.regionPattern.test(arnOrRegion));
}

/** Is this a region that the partition is known to have? Newer regions answer false: ask `partitionOf` for the looks of it. */
export function isRegion(partitionId: string, region: string): boolean {
  return partition(partitionId)?.regions.includes(region) ?? false;
}

/** The region to sign for IAM and other global services; undefined for an unknown partition. */
export function globalRegion(partitionId: string): string | undefined {
  return partition(partitionId)?.globalRegion;
}
