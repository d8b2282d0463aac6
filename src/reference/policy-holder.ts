import { type Arn, formatArn, parseArn } from '../model/arn.ts';

/** `holder` matches the resource that has the policy, at the beginning of the last part of an ARN. */
interface HolderRule {
  readonly service: string;
  /** Only for ARNs without an account, as those of buckets. */
  readonly withoutAccount?: true;
  readonly holder: RegExp;
}

/**
 * Resources that may have a policy of their own or not. If a complete list of policies lacks one of them, it has none. That cannot be
 * said of others: every KMS key has a policy, a Glue table has that of the catalog, and a secret is listed with six characters that AWS
 * adds to its name.
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
 * The ARN of the resource whose policy decides about `resource`: the bucket of an object, the table of an index, the domain of a path.
 * For other resources it is the resource itself.
 */
export function policyHolderOf(resource: string): string {
  const arn = parseArn(resource);
  const holder = arn && holderIn(arn);
  return arn === undefined || holder === undefined ? resource : formatArn({ ...arn, resource: holder });
}

/** True if `resource` may be `listed` without the end of its ARN: a secret without the characters that AWS adds. */
export function mayBeShortFor(resource: string, listed: string): boolean {
  return (
    parseArn(resource)?.service === 'secretsmanager' &&
    listed.startsWith(`${resource}-`) &&
    /^-[A-Za-z0-9]{6}$/.test(listed.slice(resource.length))
  );
}

/** True if a complete list of policies that lacks this resource means that it has none. An API may be in the list under apigateway. */
export function mayHaveNoPolicy(resource: string): boolean {
  const arn = parseArn(resource);
  if (arn === undefined || arn.service === 'execute-api' || /[*?]/.test(arn.resource)) return false;
  return holderIn(arn) === arn.resource;
}

function holderIn({ service, account, resource }: Arn): string | undefined {
  const rule = HOLDERS.find((each) => each.service === service && (!each.withoutAccount || account === ''));
  return rule?.holder.exec(resource)?.[0];
}
