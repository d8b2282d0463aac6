import { type Arn, formatArn, parseArn } from '../../model/arn.ts';

/** `holder` matches the resource that has the policy, at the beginning of the last part of an ARN. */
interface HolderRule {
  readonly service: string;
  /** Only for ARNs without an account, as those of buckets. */
  readonly withoutAccount?: true;
  readonly holder: RegExp;
  /** The last part of the holder's ARN, where the resource's own ARN does not have it. */
  readonly is?: string;
}

/**
 * Resources that may have a policy of their own or not. If a complete list of policies lacks one of them, it has none. That cannot be
 * said of others: every KMS key has a policy, and a secret is listed with six characters that AWS adds to its name. Of the Glue Data Catalog
 * there is one in each region, whose policy decides about all databases and tables in it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-examples.html
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
 * https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html
 * https://docs.aws.amazon.com/glue/latest/dg/security_iam_resource-based-policy-examples.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
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
  { service: 'acm-pca', holder: /^certificate-authority\/[^/]+/ },
  { service: 'codeartifact', holder: /^domain\/[^/]+|^repository\/[^/]+\/[^/]+/ },
  { service: 'codebuild', holder: /^(?:project|report-group)\/[^/:]+/ },
  { service: 'glacier', holder: /^vaults\/[^/]+/ },
  { service: 'glue', holder: /^(?:catalog|database|table|userDefinedFunction)(?:$|\/)/, is: 'catalog' },
  { service: 'kafka', holder: /^cluster\/[^/]+\/[^/]+/ },
  { service: 'rekognition', holder: /^project\/[^/]+\/\d+/ },
  { service: 's3-object-lambda', holder: /^accesspoint\/[^/]+/ },
  { service: 's3express', holder: /^(?:bucket|accesspoint)\/[^/]+/ },
  { service: 'schemas', holder: /^registry\/[^/]+/ },
  { service: 'vpc-lattice', holder: /^(?:service|servicenetwork)\/[^/]+/ },
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

/**
 * True if `listed` may be the same resource under another ARN: a secret with the characters that AWS adds to its name, an API as
 * API Gateway's own operations name it.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html
 */
export function mayBeListedAs(resource: string, listed: string): boolean {
  const arn = parseArn(resource);
  if (arn?.service === 'execute-api') return /:apigateway:.*\/(?:rest)?apis(?:\/|$)/.test(listed);
  return (
    arn?.service === 'secretsmanager' &&
    listed.startsWith(`${resource}-`) &&
    /^-[A-Za-z0-9]{6}$/.test(listed.slice(resource.length))
  );
}

/** True if a complete list of policies that lacks this resource means that it has none. */
export function mayHaveNoPolicy(resource: string): boolean {
  const arn = parseArn(resource);
  if (arn === undefined || /[*?]/.test(arn.resource)) return false;
  return holderIn(arn) === arn.resource;
}

function holderIn({ service, account, resource }: Arn): string | undefined {
  const rule = HOLDERS.find((each) => each.service === service && (!each.withoutAccount || account === ''));
  const found = rule?.holder.exec(resource)?.[0];
  return found === undefined ? undefined : (rule?.is ?? found);
}
