import { parseArn } from './arn.ts';
import type { PerLayer } from './layer.ts';
import { shortName } from './short-name.ts';

/** How the policies of a layer are called, in every sentence and title. All forms are for the middle of a sentence. */
interface LayerWords {
  /** `identity policy`, `trust policy` */
  readonly singular: string;
  /** All of them without an article, plural where there can be several: `identity policies`, `trust policy`. */
  readonly policies: string;
  readonly isPlural: boolean;
  /** One of them with its article: `an identity policy`, `the trust policy`. */
  readonly one: string;
  /** `no identity policy allows it`, `the trust policy does not allow it` */
  readonly none: string;
}

/** The words for each layer; the only place that has them. */
export const LAYER_WORDS: PerLayer<LayerWords> = {
  identity: several('an', 'identity policy', 'identity policies'),
  boundary: single('permissions boundary'),
  session: single('session policy'),
  scp: {
    ...several('a', 'service control policy', 'service control policies'),
    none: 'a level of the organization has no service control policy that allows it',
  },
  rcp: several('a', 'resource control policy', 'resource control policies'),
  trust: single('trust policy'),
  resource: single('resource policy'),
  endpoint: single('VPC endpoint policy'),
};

function several(article: 'a' | 'an', singular: string, policies: string): LayerWords {
  return { singular, policies, isPlural: true, one: `${article} ${singular}`, none: `no ${singular} allows it` };
}

function single(singular: string): LayerWords {
  const one = `the ${singular}`;
  return { singular, policies: singular, isPlural: false, one, none: `${one} does not allow it` };
}

/** What AWS calls the policy of a resource, by service; `resource policy` for all others. */
const RESOURCE_POLICIES: ReadonlyMap<string, string> = new Map([
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
  ['backup', 'vault access policy'],
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html
  ['ecr', 'repository policy'],
  // https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
  ['elasticfilesystem', 'file system policy'],
  // https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
  ['kms', 'key policy'],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
  ['s3', 'bucket policy'],
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sns-topicpolicy.html
  ['sns', 'topic policy'],
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sqs-queuepolicy.html
  ['sqs', 'queue policy'],
]);

/** `bucket policy`, `key policy`: what AWS calls the policy of a resource. `holder`: the ARN of the resource that has it; null where it is not known. */
export function resourcePolicyNoun(holder: string | null): string {
  const arn = holder === null ? undefined : parseArn(holder);
  if (arn === undefined) return LAYER_WORDS.resource.singular;
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
  if (arn.service === 's3' && arn.resource.startsWith('accesspoint/')) return 'access point policy';
  return RESOURCE_POLICIES.get(arn.service) ?? LAYER_WORDS.resource.singular;
}

/** `the bucket policy of assets`, `the resource policy` where it is not known of which resource. */
export function resourcePolicyWords(holder: string | null): string {
  const noun = resourcePolicyNoun(holder);
  return holder === null || parseArn(holder) === undefined ? `the ${noun}` : `the ${noun} of ${shortName(holder)}`;
}

/** A sentence or title that begins with these words. */
export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
