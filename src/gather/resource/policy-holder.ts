import { type Arn, formatArn, parseArn } from '../../model/arn.ts';

/** `holder` matches, at the beginning of an ARN's last part, the resource that has the policy. */
interface HolderRule {
  readonly service: string;
  /** Only for ARNs that name no account: buckets. */
  readonly withoutAccount?: true;
  readonly holder: RegExp;
}

/**
 * Resources with a policy of their own, or none: a list that lacks one of them may say that it has none. For others it says nothing:
 * every KMS key has a policy, a Glue table has the catalog's, a secret is listed with six characters that AWS adds to its name.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-examples.html
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
 * https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html
 */
const HOLDERS: readonly HolderRule[] = [
  { service: 's3', withoutAccount: true, holder: /^[^/:]+/ },
  { service: 's3', holder: /^accesspoint\/[^/]+/ },
  { service: 'dynamodb', holder: /^table\/[^/]+\/stream\/[^/]+|^table\/[^/]+/ },
  { service: 'es', holder: /^domain\/[^/]+/ },
  { service: 'execute-api', holder: /^[a-z0-9]+/i },
  { service: 'sqs', holder: /^[^/:]+/ },
  { service: 'sns', holder: /^[^/:]+/ },
  { service: 'lambda', holder: /^(?:function|layer):[^:]+(?::[^:]+)?/ },
  { service: 'ecr', holder: /^repository\/.+/ },
  { service: 'events', holder: /^event-bus\/.+/ },
  { service: 'kinesis', holder: /^stream\/[^/]+(?:\/consumer\/.+)?/ },
  { service: 'backup', holder: /^backup-vault:[^:]+/ },
  { service: 'secretsmanager', holder: /^secret:.+-[A-Za-z0-9]{6}$/ },
  { service: 'elasticfilesystem', holder: /^file-system\/[^/]+/ },
];

/**
 * The resource whose policy decides about another one: a bucket for its objects, a table for its indexes, a domain for its paths.
 * Any other resource stands for itself.
 */
export function policyHolderOf(resource: string): string {
  const arn = parseArn(resource);
  const holder = arn && holderIn(arn);
  return arn === undefined || holder === undefined ? resource : formatArn({ ...arn, resource: holder });
}

/** True where the resource may be the listed one under its name alone: a secret without the characters that end its ARN. */
export function mayBeShortFor(resource: string, listed: string): boolean {
  return (
    parseArn(resource)?.service === 'secretsmanager' &&
    listed.startsWith(`${resource}-`) &&
    /^-[A-Za-z0-9]{6}$/.test(listed.slice(resource.length))
  );
}

/** True where a list of policies that lacks this resource may say that it has none. An API may be listed as one of apigateway. */
export function mayHaveNoPolicy(resource: string): boolean {
  const arn = parseArn(resource);
  if (arn === undefined || arn.service === 'execute-api' || /[*?]/.test(arn.resource)) return false;
  return holderIn(arn) === arn.resource;
}

function holderIn({ service, account, resource }: Arn): string | undefined {
  const rule = HOLDERS.find((each) => each.service === service && (!each.withoutAccount || account === ''));
  return rule?.holder.exec(resource)?.[0];
}
