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

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html#API_GetQueueUrl_Errors */
const NO_QUEUE =
  'SQS answers the same for a queue that does not exist and for one that the caller may not see. Check the name, the region and the account first: aws sqs list-queues --region <region>; for a queue of a different account its id has to be sent (--queue-owner-aws-account-id). If they are right, the caller lacks sqs:GetQueueUrl on the queue: ask with denytrace can <principal> sqs:GetQueueUrl arn:aws:sqs:<region>:<account>:<queue>';

/** https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html */
const IDENTITY_FORBIDDEN =
  'Amazon Cognito refused this, not IAM: the identity is known with a login, and the call passed none, an expired one, or that of a different user. Send a fresh id token under Logins (cognito-idp.<region>.amazonaws.com/<user pool id>), or clear the cached identity id to get a new one as a guest';

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_tag-policies-enforcement.html */
const TAG_POLICY =
  'a tag policy of the organization refused this, not IAM: send a value that it allows for the tag, in the letter case of its key. aws organizations describe-effective-policy --policy-type TAG_POLICY, run in the account, prints the allowed values; the management account or a delegated administrator changes them';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const NO_ROLE_ARN =
  'STS got something as the role that is not the ARN of one: no policy was asked. It has to look like arn:aws:iam::<12 digits>:role/<path and name>. Check that the variable or secret is set and available in this job (a pull request from a fork gets no secrets), and that it is not a name alone, in quotes, with a blank or line break, or the ARN of an instance profile, a policy or a session';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html#id_roles_update-session-duration */
const LONGER_THAN_THE_ROLE =
  'no policy refused this: the session was asked for longer than the role allows (MaxSessionDuration, one hour unless it was raised). See it with: aws iam get-role --role-name <role> --query Role.MaxSessionDuration. Ask for no more (--duration-seconds, duration_seconds in the profile, role-duration-seconds in GitHub Actions), or have the owner of the role raise it: aws iam update-role --role-name <role> --max-session-duration <3600 to 43200>';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining */
const LONGER_THAN_CHAINED =
  'no policy refused this: a role that is assumed with the credentials of another role (role chaining) gets at most one hour, whatever its MaxSessionDuration says. Ask for 3600 seconds or less and assume it again in time, or assume it directly, as a user, with web identity, SAML or IAM Identity Center';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const INVALID_PRINCIPAL =
  'AWS did not take the policy, and nothing was changed: a principal in it does not exist. The user or role was deleted (its ARN then becomes an id such as AROA… in policies that are saved already), is misspelt or lacks its path, or was created only seconds ago; groups, wildcards inside of an ARN and roles of another partition cannot be principals. See whether it is there: aws iam get-role --role-name <role>';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html#troubleshoot_saml_invalid-response */
const INVALID_SAML =
  'AWS refused the SAML response before any policy was evaluated: it has no attribute https://aws.amazon.com/SAML/Attributes/Role whose values are pairs "<ARN of the role>,<ARN of the SAML provider>", or such a value has a blank or another invalid character at an end. The response can be seen in the developer tools of the browser, or by the administrator of the identity provider; the ARNs are in: aws iam list-saml-providers';

/** What other systems, services that decide themselves and checks before any policy say instead of a denial of access, with what helps there. */
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
  [/\bqueue does not exist or you do not have access to it\b/, NO_QUEUE],
  [/\bAccess to Identity '[^'\n]{1,200}' is forbidden\b/, IDENTITY_FORBIDDEN],
  [/\bTagPolicyViolation\b|\btag policy does not allow the specified value\b/, TAG_POLICY],
  [/\bRequest ARN is invalid\b/, NO_ROLE_ARN],
  [/\bDurationSeconds exceeds the MaxSessionDuration set for this role\b/, LONGER_THAN_THE_ROLE],
  [/\bDurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining\b/, LONGER_THAN_CHAINED],
  [/\bInvalid principal in policy\b/, INVALID_PRINCIPAL],
  [/\bYour request included an invalid SAML response\b/, INVALID_SAML],
];

/** What helps where something else than a denial of access was pasted; undefined for any other text. */
export function hintForAnswer(text: string): string | undefined {
  return OTHER_ANSWERS.find(([said]) => said.test(text))?.[1];
}
