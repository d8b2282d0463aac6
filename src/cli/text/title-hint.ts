/** What the titles of AWS's troubleshooting pages, and of people's questions, are about. */
const ABOUT_ACCESS =
  /access(?:[\s-]?is)?[\s-]?denied|not\s+authori[sz]ed|unauthori[sz]ed|forbidden|\b403\b|assume\s+(?:a|the|an|my|another)?\s*(?:\w+\s+)?role|pass\s*role|pass(?:ing)?\s+a\s+role|permissions?\b.{0,40}\b(?:error|missing|denied)|switch\s+roles?/i;

/** Longer than any title, and shorter than most outputs. */
const LONGEST = 300;

const HINT =
  'this looks like the title of an error; paste the error itself, as AWS or the program printed it: the lines with "is not authorized to perform: …" or "An error occurred (AccessDenied) when calling the … operation: …". Without one, ask with: denytrace can <principal> <action> <resource>';

/**
 * A registry answers without a sentence of IAM's, and the status is everything there is to paste.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-pull.html
 */
const ECR =
  'Amazon ECR refused the pull, and such an answer names neither the caller nor the action. What pulls the image (node role, task execution role, instance profile) needs ecr:GetAuthorizationToken on "*", and ecr:BatchGetImage and ecr:GetDownloadUrlForLayer on the repository; from another account the repository policy must allow it, too. Ask with: denytrace can <role ARN> ecr:BatchGetImage arn:aws:ecr:<region>:<account>:repository/<name>';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html#API_DecodeAuthorizationMessage_Errors */
const UNDECODABLE =
  'STS could not decode the message, which says nothing about permissions: a caller without sts:DecodeAuthorizationMessage gets AccessDenied. The message was cut, masked or wrapped over several lines, has a quote or blank in it, or has expired; perhaps it belongs to a different account. Copy it again as one line, or paste the error that has it: denytrace decodes it with the credentials of the denied account';

/**
 * Kubernetes answers, not AWS: the cluster knows the caller, and its own rules refuse it.
 * https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html
 */
const CLUSTER_REFUSES =
  'Kubernetes refused this, not AWS: no IAM policy changes it. What the caller may do in the cluster, a role binding of Kubernetes says (kubectl auth can-i --list), or in Amazon EKS the access policies of its access entry: aws eks list-associated-access-policies --cluster-name <cluster> --principal-arn <ARN of the user or role>';

/**
 * The cluster does not know who called.
 * https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html#unauthorized
 */
const CLUSTER_KNOWS_NOBODY =
  'Kubernetes refused this, not AWS: the cluster does not know the caller. In Amazon EKS, see whose credentials kubectl uses (aws sts get-caller-identity, with the profile of the kubeconfig), and give that user or role an access entry (aws eks list-access-entries --cluster-name <cluster>), or a line in the ConfigMap aws-auth';

/**
 * IAM let the request in, and then the roles of OpenSearch decide.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
 */
const SEARCH_ROLES =
  'OpenSearch itself refused this (fine-grained access control), after IAM let the request in: no IAM policy changes it. A role of OpenSearch must have the permission in the brackets, and be mapped to the caller: the ARN of an IAM role (arn:aws:iam::<account>:role/<name>, not that of its session) as a backend role, that of an IAM user as a user. The master user does that in OpenSearch Dashboards under Security, Roles, Mapped users';

/**
 * The authorization rules of a GraphQL API.
 * https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
 */
const GRAPHQL_RULES =
  'AWS AppSync refused this field to the caller. Its schema must open the field, and the types that it returns, to the way in which the call was authorized: @aws_iam, @aws_api_key, @aws_cognito_user_pools, @aws_oidc or @aws_lambda (without one only the default mode of the API counts), in Amplify a rule of allow or @auth. For a call that is signed, a policy must also allow appsync:GraphQL on arn:aws:appsync:<region>:<account>:apis/<api id>/types/<type>/fields/<field>';

/** https://docs.aws.amazon.com/opensearch-service/latest/developerguide/slr.html */
const SEARCH_LINKED_ROLE =
  'no policy refused this: the account does not have the service-linked role yet that puts a domain into a VPC. Make it once: aws iam create-service-linked-role --aws-service-name opensearchservice.amazonaws.com (of an old domain of Elasticsearch es.amazonaws.com); that takes iam:CreateServiceLinkedRole. "Has been taken in this account" means that it is there: try again then';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html */
const NO_ACLS =
  'no policy refused this: the bucket has ACLs turned off (S3 Object Ownership is BucketOwnerEnforced, as of every bucket that is new since April 2023). Leave out the ACL (--acl, x-amz-acl, aws_s3_bucket_acl), and give access by the bucket policy; what only sends bucket-owner-full-control is not refused';

/** What other systems, and services that decide themselves, say instead of an access denial of IAM, with what helps there. */
const OTHER_ANSWERS: readonly (readonly [said: RegExp, hint: string])[] = [
  [/\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\b[^\n]{0,400}\b40[13]\b/, ECR],
  [/^Error from server \(Forbidden\)|\bcannot \w+ resource "[\w./-]+" in API group\b/m, CLUSTER_REFUSES],
  [/\bYou must be logged in to the server\b/, CLUSTER_KNOWS_NOBODY],
  [/\bInvalidAuthorizationMessage(?:Exception)?\b/, UNDECODABLE],
  [
    /\bno permissions for \[[^\]\n]{1,300}\] and (?:associated roles \[[^\]\n]{0,300}\] )?User \[name=arn:aws/,
    SEARCH_ROLES,
  ],
  [/\bNot Authorized to access \w{1,100} on type \w{1,100}/, GRAPHQL_RULES],
  [/\bmust enable a service-linked role to give Amazon (?:ES|OpenSearch|Elasticsearch)/, SEARCH_LINKED_ROLE],
  [/\bAccessControlListNotSupported\b/, NO_ACLS],
];

/** What to paste instead, where a text without a denial is about one: `AccessDeniedException – I Can't Assume a Role`. Undefined for any other text. */
export function titleHint(text: string): string | undefined {
  const title = text.trim();
  const other = OTHER_ANSWERS.find(([said]) => said.test(title));
  if (other !== undefined) return other[1];
  return title.length <= LONGEST && ABOUT_ACCESS.test(title) ? HINT : undefined;
}
