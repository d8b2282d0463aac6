import type { NearMissId } from '../tables/near-misses.ts';
import type { CauseText } from './cause-text.ts';

/** The details in which an Allow misses a request, by the end of the id. `what` goes on after the name of the layer’s policy. */
export const NEAR_MISS_TEXTS = {
  account: {
    what: 'names the resource or principal in another account than the one that was asked for.',
    why: 'The policy was copied from another environment, an account id has a digit exchanged, or the request goes to another account than was meant.',
    fix: 'Look first which account is the right one. If it is that of the request, add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
  'action-prefix': {
    what: 'lists the action under another service prefix, or without one.',
    why: 'The prefix in IAM is not always that of the command line or the SDK: s3api is s3, cognito is cognito-idp, elb is elasticloadbalancing.',
    fix: 'Add the action that was asked for beside the one that is there.',
  },
  'api-name': {
    what: 'lists the name of an API or command in place of its IAM action.',
    why: 'Several APIs ask for an action of another name: ListObjectsV2 for s3:ListBucket, HeadObject for s3:GetObject, Invoke for lambda:InvokeFunction.',
    fix: 'Add the action that was asked for beside the one that is there.',
  },
  'arn-region': {
    what: 'names the resource in another region, or with a region where the ARN has none.',
    why: 'The resource exists in several regions and the policy lists one; or the region was left out. ARNs of IAM and S3 buckets have no region.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
  'bucket-vs-object': {
    what: 'names the bucket where the objects in it are meant, or the objects where the bucket is.',
    why: 'arn:aws:s3:::bucket is the bucket (s3:ListBucket, s3:GetBucketLocation), arn:aws:s3:::bucket/* are the objects in it (s3:GetObject, s3:PutObject). Neither covers the other.',
    fix: 'Name both: the bucket, and the bucket followed by /*.',
  },
  case: {
    what: 'spells it in other letter case: names in ARNs and the values of conditions are case-sensitive.',
    why: 'IAM takes a name in any case when it is created, and compares it exactly when a policy names it. Only StringEqualsIgnoreCase ignores case.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
  characters: {
    what: 'has white space or a character that cannot be seen in the text, and then matches nothing.',
    why: 'A copy from a web page or chat brings zero-width spaces along; IAM does not trim what it is given.',
    fix: 'Type the text anew.',
  },
  'condition-key': {
    what: 'asks for a condition key under a name that no request has.',
    why: 'A typing error in the key, an issuer with https:// or a slash at its end, or a provider’s ARN in place of the issuer. IAM saves unknown keys without a complaint.',
    fix: 'Write the key as the request has it.',
  },
  contained: {
    what: 'names a resource where something inside of it was asked for, or the other way round.',
    why: 'A log group and its streams (:*), a table and its indexes (/index/*), a function and its versions or aliases (:live) have ARNs of their own.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
  'key-alias': {
    what: 'names an alias of the key: what is done with a key is never a request for its alias.',
    why: 'An alias can be moved to another key. In a policy the ARN of an alias stands for managing the alias only.',
    fix: 'Name the key by its own ARN, or use the condition key kms:ResourceAliases.',
  },
  'left-out': {
    what: 'allows everything but a list (NotAction, NotResource), and what was asked is in that list.',
    why: 'PowerUserAccess, for one, leaves out iam:, organizations: and account:. What NotAction leaves out is not denied: it only is not allowed by this statement.',
    fix: 'Allow it in a statement of its own.',
  },
  'list-in-text': {
    what: 'has several values in one text, which is one value that nothing equals.',
    why: 'A list was joined by commas, or a JSON list was quoted as a whole.',
    fix: 'Write each value as an entry of a list.',
  },
  'literal-pattern': {
    what: 'compares a pattern by an operator that takes wildcards literally.',
    why: 'StringEquals knows no wildcards; StringLike does. ArnEquals and ArnLike both do.',
    fix: 'Use StringLike, or write the value out.',
  },
  'multivalued-key': {
    what: 'compares a key that can have several values by an operator for one value.',
    why: 'aws:TagKeys, aws:PrincipalOrgPaths, aws:CalledVia and others are lists: they need ForAnyValue: or ForAllValues: before the operator.',
    fix: 'Put ForAnyValue: (one of them fits) or ForAllValues: (all of them fit) before the operator.',
  },
  'needed-action': {
    what: 'allows an action, but not another one that such calls need besides, or are often made with.',
    why: 'One call may ask for several permissions: RunInstances with tags for ec2:CreateTags, AssumeRole with tags for sts:TagSession. One job may take several calls: pulling an image three actions of ECR, reading a queue sqs:DeleteMessage as well.',
    fix: 'Add the action that was asked for beside the one that is there.',
  },
  'not-an-arn': {
    what: 'has something else than an ARN where an ARN belongs.',
    why: 'The bare name of a bucket, queue or role is saved in some policies without a complaint, and never matches.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
  partition: {
    what: 'names the resource in another partition: arn:aws:, arn:aws-cn: and arn:aws-us-gov: never meet.',
    why: 'The policy was written for the other partition. In templates ${AWS::Partition} (CloudFormation) or data.aws_partition (Terraform) avoids it.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
  path: {
    what: 'names the role or user without its path, or with another one.',
    why: 'The path belongs to the ARN (role/service-role/X, role/aws-reserved/sso.amazonaws.com/…/X), and the ARN of a session never shows it.',
    fix: 'Add the ARN with its path, as `aws iam get-role` prints it.',
  },
  'principal-key': {
    what: 'names the caller under the wrong key.',
    why: 'Users, roles and accounts stand under AWS, services under Service, identity providers under Federated.',
    fix: 'Name the caller under the right key.',
  },
  'resource-type': {
    what: 'names another kind of resource than the action works on.',
    why: 'A role and its instance profile, a user and a role, a cluster and its nodes have ARNs that differ in one word.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
  'secret-suffix': {
    what: 'names a secret without the six characters that Secrets Manager puts at the end of its ARN, or with those of an earlier secret.',
    why: 'The ARN ends in -AbCdEf, and a secret that is deleted and made again under the same name gets other ones.',
    fix: 'Name the secret with -?????? at its end, or by its whole ARN.',
  },
  'service-host': {
    what: 'names a service by another host than the one that calls.',
    why: 'Service principals are written <service>.amazonaws.com, some with a region; ecs and ecs-tasks, for one, are two services.',
    fix: 'Add the host of the service that calls.',
  },
  'session-arn': {
    what: 'names one session of a role where the role is meant.',
    why: 'The name of a session (assumed-role/role/session) is made anew each time, cannot be replaced by a wildcard, and the ARN of the session is neither the resource of iam:PassRole and sts:AssumeRole nor the value of aws:PrincipalArn.',
    fix: 'Name the role: arn:aws:iam::…:role/….',
  },
  'stale-principal': {
    what: 'names a principal that was deleted: AWS shows its unique id (AROA…, AIDA…) where its ARN stood.',
    why: 'AWS stores the unique id of a principal. A role or user that was deleted and created again under the same name has another one.',
    fix: 'Put the ARN in the place of the id; AWS then stores the new id, and refuses to save a policy that still has a dead one.',
  },
  'unknown-action': {
    what: 'lists an action that does not exist: IAM saves it without a complaint, and it never matches.',
    why: 'A typing error, a plural, white space, or an action that has another name.',
    fix: 'Add the action that was asked for beside the one that is there.',
  },
  wildcard: {
    what: 'has a wildcard that does not reach as far as it looks.',
    why: 'app-* does not cover my-app; role/app* covers no role with a path; in a Principal a wildcard inside an ARN matches nobody at all.',
    fix: 'Add the ARN that was asked for, and leave the one that is there: others may rely on it.',
  },
} as const satisfies Readonly<Record<NearMissId, CauseText>>;
