import type { NearMissId } from '../tables/near-misses.ts';
import type { CauseText } from './cause-text.ts';

/** The details in which an Allow misses a request, by the end of the id. `what` goes on after the name of the layer’s policy. */
export const NEAR_MISS_TEXTS = {
  account: {
    what: 'names the resource or principal in a different account than the request.',
    why: 'The policy was copied from another environment, an account ID has swapped digits, or the request goes to the wrong account.',
    fix: 'First check which account is right. If it is the one in the request, add the requested ARN and keep the existing one: others may rely on it.',
  },
  'action-prefix': {
    what: 'lists the action with the wrong service prefix, or without one.',
    why: 'The prefix in IAM is not always that of the command line or the SDK: s3api is s3, cognito is cognito-idp, elb is elasticloadbalancing.',
    fix: 'Add the requested action beside the existing one.',
  },
  'api-name': {
    what: 'lists the name of an API operation or CLI command instead of the IAM action.',
    why: 'Some operations need an action of a different name: ListObjectsV2 needs s3:ListBucket, HeadObject s3:GetObject, Invoke lambda:InvokeFunction.',
    fix: 'Add the requested action beside the existing one.',
  },
  'arn-region': {
    what: 'names the resource in a different region, or with a region where the ARN has none.',
    why: 'The resource exists in several regions and the policy lists one, or the region was left out. ARNs of IAM entities and S3 buckets have no region.',
    fix: 'Add the requested ARN and keep the existing one: others may rely on it.',
  },
  'bucket-vs-object': {
    what: 'names the bucket where its objects are needed, or the objects where the bucket is.',
    why: 'arn:aws:s3:::bucket is the bucket (s3:ListBucket, s3:GetBucketLocation); arn:aws:s3:::bucket/* are its objects (s3:GetObject, s3:PutObject). Neither covers the other.',
    fix: 'Name both: the bucket ARN, and the bucket ARN followed by /*.',
  },
  case: {
    what: 'differs in letter case from the request: names in ARNs and condition values are case-sensitive.',
    why: 'Names in policies are compared exactly. Only StringEqualsIgnoreCase ignores case.',
    fix: 'Add the requested ARN and keep the existing one: others may rely on it.',
  },
  characters: {
    what: 'contains white space or an invisible character, so the value matches nothing.',
    why: 'Text copied from a web page or chat can contain zero-width spaces; IAM does not trim values.',
    fix: 'Type the value again.',
  },
  'condition-key': {
    what: 'has a condition key that no request contains.',
    why: 'The key is misspelled, has an issuer with https:// or a trailing slash, or the provider’s ARN instead of the issuer. IAM accepts unknown keys without an error.',
    fix: 'Write the key as it appears in the request.',
  },
  contained: {
    what: 'names a resource where a part of it is needed (an index, stream or version), or the reverse.',
    why: 'A log group and its streams (:*), a table and its indexes (/index/*), a function and its versions or aliases (:live) have ARNs of their own.',
    fix: 'Add the requested ARN and keep the existing one: others may rely on it.',
  },
  'key-alias': {
    what: 'names an alias of the key, but requests to use a key are authorized on the key itself.',
    why: 'An alias can be moved to a different key. In a policy, the ARN of an alias only covers managing the alias.',
    fix: 'Name the key by its own ARN, or use the condition key kms:ResourceAliases.',
  },
  'left-out': {
    what: 'allows everything except a list (NotAction or NotResource), and the request is on that list.',
    why: 'PowerUserAccess, for example, excludes iam:, organizations: and account:. What NotAction excludes is not denied; this statement just does not allow it.',
    fix: 'Allow it in a separate statement.',
  },
  'list-in-text': {
    what: 'has several values in one string, which is compared as a single value and matches nothing.',
    why: 'The values were joined with commas, or a JSON list was put in quotes.',
    fix: 'Write the values as a JSON list.',
  },
  'literal-pattern': {
    what: 'has a wildcard in a condition whose operator takes wildcards literally.',
    why: 'StringEquals takes * and ? literally; StringLike does not. ArnEquals and ArnLike both accept wildcards.',
    fix: 'Use StringLike, or write the exact value.',
  },
  'multivalued-key': {
    what: 'compares a multivalued condition key with a single-valued operator.',
    why: 'aws:TagKeys, aws:PrincipalOrgPaths, aws:CalledVia and others are multivalued: they need ForAnyValue: or ForAllValues: before the operator.',
    fix: 'Put ForAnyValue: (at least one matches) or ForAllValues: (all match) before the operator.',
  },
  'needed-action': {
    what: 'allows an action, but not a second action that the call also needs or is usually made with.',
    why: 'One call can need several permissions: RunInstances with tags also needs ec2:CreateTags, AssumeRole with tags sts:TagSession. One job can need several calls: pulling an image takes three ECR actions, consuming a queue also sqs:DeleteMessage.',
    fix: 'Add the requested action beside the existing one.',
  },
  'not-an-arn': {
    what: 'has a value that is not an ARN where an ARN is required.',
    why: 'Some policies accept the bare name of a bucket, queue or role without an error, but it never matches.',
    fix: 'Add the requested ARN and keep the existing value: others may rely on it.',
  },
  partition: {
    what: 'names the resource or principal in a different partition (arn:aws:, arn:aws-cn:, arn:aws-us-gov:).',
    why: 'The policy was written for a different partition. Templates avoid this with ${AWS::Partition} (CloudFormation) or data.aws_partition (Terraform).',
    fix: 'Add the requested ARN and keep the existing one: others may rely on it.',
  },
  path: {
    what: 'names the role or user without its path, or with the wrong path.',
    why: 'The path is part of the ARN (role/service-role/X, role/aws-reserved/sso.amazonaws.com/…/X), but the ARN of a session never shows it.',
    fix: 'Add the ARN with its path, as `aws iam get-role` prints it.',
  },
  'principal-key': {
    what: 'names the caller under the wrong key of Principal.',
    why: 'Users, roles and accounts belong under AWS, services under Service, identity providers under Federated.',
    fix: 'Move the caller to the right key.',
  },
  'resource-type': {
    what: 'names a different resource type than the action works on.',
    why: 'A role and its instance profile, a user and a role, or a cluster and its node groups have ARNs that differ in one word.',
    fix: 'Add the requested ARN and keep the existing one: others may rely on it.',
  },
  'secret-suffix': {
    what: 'names the secret without the six random characters at the end of its ARN, or with those of a deleted secret.',
    why: 'Secrets Manager appends a suffix such as -AbCdEf, and a secret that is deleted and created again gets a new one.',
    fix: 'End the ARN in -??????, or use the full ARN.',
  },
  'service-host': {
    what: 'names the wrong service principal.',
    why: 'Service principals have the form SERVICE.amazonaws.com, some with a region. ecs.amazonaws.com and ecs-tasks.amazonaws.com, for example, are different principals.',
    fix: 'Add the service principal that makes the call.',
  },
  'session-arn': {
    what: 'names one session of a role instead of the role.',
    why: 'Session names (assumed-role/ROLE/SESSION) change, cannot contain a wildcard here, and the session ARN is neither the resource of iam:PassRole and sts:AssumeRole nor the value of aws:PrincipalArn.',
    fix: 'Name the role: arn:aws:iam::…:role/….',
  },
  'stale-principal': {
    what: 'names a deleted principal: it shows a unique ID (AROA…, AIDA…) where the ARN was.',
    why: 'AWS stores the unique ID of a principal. A role or user that was deleted and created again under the same name has a new ID.',
    fix: 'Replace the ID with the ARN. AWS stores the new ID, and rejects a policy that still contains a deleted one.',
  },
  'unknown-action': {
    what: 'lists an action that does not exist: IAM accepts it without an error, and it never matches.',
    why: 'A typo, a plural, white space, or a different name.',
    fix: 'Add the requested action beside the existing one.',
  },
  wildcard: {
    what: 'has a wildcard that does not match as much as it seems to.',
    why: 'app-* does not match my-app; role/app* does not match a role with a path; and in Principal, a wildcard inside an ARN matches no principal.',
    fix: 'Add the requested ARN and keep the existing one: others may rely on it.',
  },
} as const satisfies Readonly<Record<NearMissId, CauseText>>;
