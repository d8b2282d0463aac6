import type { CauseText } from './cause-text.ts';

/** Causes in the other policies that have an explanation of their own, by id. */
export const POLICY_TEXTS = {
  'identity.dependent-action': {
    what: 'The caller may make the call, but not a second action that it also needs or is usually made with.',
    why: 'One call can need several permissions: the customer managed key of a bucket or secret (kms:Decrypt, kms:GenerateDataKey), the passed role (iam:PassRole), tags (ec2:CreateTags). The message then names the second action instead of the call.',
    fix: 'Allow that action as well, on the resource that the message names.',
  },
  'identity.just-changed': {
    what: 'As read now, everything allows it, and an identity policy of the caller was changed right before the call.',
    why: 'IAM is eventually consistent: a change takes seconds, rarely minutes, to propagate.',
    fix: 'Try again; automation that changes policies should wait or retry.',
  },
  'identity.missing-object': {
    what: 'The object may not exist: S3 returns Access Denied instead of 404 when the caller may not list the bucket.',
    why: 'Without s3:ListBucket on the bucket, GetObject and HeadObject of a missing object return 403 instead of 404.',
    fix: 'Check the key (a space, a plus sign, a leading slash). To get 404 for missing objects, allow s3:ListBucket on the bucket itself.',
  },
  'identity.quarantine': {
    what: 'An access key of the user was exposed publicly, and AWS attached the policy AWSCompromisedKeyQuarantine, which denies what such keys are abused for.',
    why: 'The key was in a public repository, image or paste, and whoever found it can use it too.',
    fix: 'Create a new key, replace the old one where it is used, then deactivate and delete it. Check in CloudTrail what was done with it, and follow the AWS Support case. Only then detach the policy: an Allow does not help against it, and none should.',
  },
  'identity.revoked-session': {
    what: 'The role’s older sessions were revoked: everything is denied to sessions created before that time.',
    why: '“Revoke active sessions” attaches the inline policy AWSRevokeOlderSessions, which denies everything to sessions issued before that time. New sessions work.',
    fix: 'Get a new session: sign in again and clear cached credentials (~/.aws/cli/cache, ~/.aws/sso/cache; an instance renews its own, a pod needs a restart). Do not remove the policy: someone revoked the sessions for a reason.',
  },
  'identity.unsupported-key': {
    what: 'An identity policy has a condition key that the action does not support, so the condition never matches.',
    why: 'Each action supports certain keys. A condition on s3:prefix for GetObject, or on a tag for an action without tags, fails because the key is missing.',
    fix: 'Move the action to a separate statement without that condition, or with a key it supports.',
  },
  'identity.variable-for-session': {
    what: 'An identity policy uses a policy variable that has no value for this caller.',
    why: '${aws:username} has a value only for IAM users, and tags only for principals that carry them. Without a value (or a default in the variable) the element matches nothing.',
    fix: 'Use a variable that the caller has, such as ${aws:PrincipalTag/…}, give the variable a default, or name the resource.',
  },
  'identity.variable-version': {
    what: 'An identity policy uses policy variables such as ${aws:username} without the Version that supports them.',
    why: 'Variables need version 2012-10-17. In 2008-10-17, which is also the default when Version is missing, ${…} is plain text.',
    fix: 'Set "Version": "2012-10-17" in the policy.',
  },
  'identity.wildcard-only': {
    what: 'An identity policy allows the action on certain resources, but the action has no resource-level permissions: only a lone asterisk as Resource matches.',
    why: 'Many actions (most List and Describe actions, ecr:GetAuthorizationToken …) do not support resource-level permissions. An ARN in the statement then never matches, without an error.',
    fix: 'Allow the action on "*" in a separate statement.',
  },
  'session.broker': {
    what: 'The session was created by a service that passes a session policy, and that policy does not allow the request.',
    why: 'Cognito identity pools, IAM Roles Anywhere, EKS Pod Identity, S3 Access Grants and Amplify pass a policy when they assume a role: the session may do only what both allow.',
    fix: 'Change the session policy in that service (profile, association, grant), or get credentials of the role in a different way. More permissions on the role do not help.',
  },
  'session.federated-user': {
    what: 'The caller is a federated user (GetFederationToken) without a session policy, who may do nothing.',
    why: 'A federated user may do what both the IAM user and the session policy allow. Without a session policy, only a resource policy that names the federated user can allow anything.',
    fix: 'Pass a policy to GetFederationToken that allows the request; or use AssumeRole, whose sessions have the permissions of the role.',
  },
  'scp.deny-root': {
    what: 'A service control policy denies everything to the root users of member accounts, and the caller is one.',
    why: 'The root user is for a few tasks only; organizations block it for everything else on purpose.',
    fix: 'Use a user or role of the account. For tasks that need the root user, the organization’s administrator can create a short privileged session (sts:AssumeRoot) instead.',
  },
  'scp.full-access-missing': {
    what: 'At one level of the organization (root, OU or account) no service control policy allows anything: FullAWSAccess was detached there.',
    why: 'Every level needs its own Allow. AWS attaches FullAWSAccess by default; once it is detached, policies that only deny allow nothing.',
    fix: 'The organization’s administrator attaches FullAWSAccess (p-FullAWSAccess) to that level again. It grants nothing by itself.',
  },
  'resource.cross-account': {
    what: 'The resource is in a different account and has no resource policy, so no one outside its account can use it.',
    why: 'Across accounts, two permissions are needed: one in the caller’s account, and one in the resource policy.',
    fix: 'Have the owner of the resource attach a policy that allows the caller; or assume a role in that account first.',
  },
  'resource.key-policy-silent': {
    what: 'The key policy neither names the caller nor enables IAM policies for the account, so no IAM policy can allow use of the key.',
    why: 'KMS keys differ from other resources: without a statement for arn:aws:iam::<account>:root in the key policy, Allow statements of users and roles have no effect.',
    fix: 'Have the owner of the key add the caller to the key policy, or the statement for the account, which enables IAM policies.',
  },
  'resource.no-policies': {
    what: 'The resource is in a different account, and resources of this service cannot have a policy, so it cannot be used from outside.',
    why: 'Across accounts, the resource policy has to allow it. Instances, clusters, databases, users and roles (except for being assumed) have none.',
    fix: 'Assume a role in the account of the resource and make the call with it; or share the resource through AWS RAM where the service supports it.',
  },
  'resource.not-principal': {
    what: 'The resource policy denies everyone except the principals it names (Deny with NotPrincipal), and the caller is not exempt.',
    why: 'A role session is exempt only if the account, the role and the session are all named; wildcards do not work; and callers with a permissions boundary are always denied.',
    fix: 'Have the owner of the resource use a condition instead: Principal "*" and ArnNotLike on aws:PrincipalArn. AWS advises against NotPrincipal.',
  },
  'resource.not-public': {
    what: 'The request was not signed, and the resource is not public.',
    why: 'A plain link, a browser, --no-sign-request or a client without credentials is anonymous: only a public resource policy would allow that.',
    fix: 'Sign the request (credentials, a presigned URL, CloudFront with origin access control). Do not make the resource public for it.',
  },
  'resource.access-point-bucket': {
    what: 'The access point policy allows the request, and the policy of the bucket behind the access point does not.',
    why: 'S3 asks both. Within one account an identity policy can stand in for the bucket policy; across accounts nothing can.',
    fix: 'Allow the same in the bucket policy, or let it leave the decision to its access points with s3:DataAccessPointAccount.',
  },
  'resource.object-key': {
    what: 'The object may be encrypted with a KMS key that the caller may not use: S3 then returns Access Denied although every policy allows the S3 action.',
    why: 'Reading an object needs kms:Decrypt on its key, writing one needs kms:GenerateDataKey (and kms:Decrypt to upload in parts). Across accounts the key policy and the caller’s identity policy must both allow it, and the AWS managed key aws/s3 cannot be used.',
    fix: 'See which key it is (SSEKMSKeyId of the object, default encryption of the bucket), and allow the caller to use it.',
  },
  'resource.object-ownership': {
    what: 'The object may be owned by the account that wrote it, and then no policy of the bucket’s account applies to it.',
    why: 'In a bucket with ACLs enabled, the uploader owns the object, and the bucket owner has no access unless it was sent with bucket-owner-full-control.',
    fix: 'Set Object Ownership of the bucket to “bucket owner enforced”; for older objects, the writer copies them over themselves with that ACL.',
  },
  'resource.access-disabled': {
    what: 'S3 has disabled all access to the bucket or object (AllAccessDisabled).',
    why: 'The name of the bucket is wrong: reserved, a URL or an ARN passed as the name, a bucket of somebody else, or a public data set that was withdrawn. Or AWS disabled the bucket of a suspended account.',
    fix: 'Check the name of the bucket first. If it is right, only its owner and AWS Support can restore access; no policy does.',
  },
  'resource.block-public-access': {
    what: 'S3 Block Public Access rejects a policy or ACL that would make the bucket or object public.',
    why: 'The setting is on for the bucket, the account or the organization (it is on for all new buckets), and no permission overrides it.',
    fix: 'Do not make it public: share by a presigned URL, by CloudFront with origin access control, or with named accounts. Terraform: drop the public policy or ACL.',
  },
  'resource.block-public-access-likely': {
    what: 'S3 gives no reason, and the call can make a bucket or object public: most likely Block Public Access rejects it.',
    why: 'The setting is on for every new bucket, and may be on for the account or organization. It rejects public policies and ACLs, also those that an upload brings, whatever the policies allow.',
    fix: 'See whether it is on: aws s3api get-public-access-block for the bucket, aws s3control get-public-access-block for the account. Leave out the public ACL or Principal, and share by presigned URLs or CloudFront.',
  },
  'resource.variable-not-set': {
    what: 'The ARN in the call holds a variable that was not replaced, or “undefined”, “null” or “None” in the place of a value.',
    why: 'A template, setting or environment variable that the ARN is built from is not set, or the tool that was given it does not replace it.',
    fix: 'Find where the ARN is put together and set the value there. No policy can allow a resource that does not exist.',
  },
  'resource.customer-keys-blocked': {
    what: 'The bucket rejects uploads encrypted with customer-provided keys (SSE-C).',
    why: 'SSE-C was blocked for the bucket: data is lost if such a key is lost or stolen.',
    fix: 'Upload with SSE-S3 or SSE-KMS: leave out the x-amz-server-side-encryption-customer headers.',
  },
  'resource.key-not-visible': {
    what: 'The KMS key does not exist, is in a different region, or may not be used: KMS gives the same answer for all three.',
    why: 'The data was encrypted with a key that was deleted, is in a different region or account, or whose policy does not allow the caller.',
    fix: 'Find the key: aws kms describe-key in the region (and with credentials of the account) that encrypted the data. If it exists, across accounts its key policy and the caller’s policy both have to allow it.',
  },
  'resource.key-not-usable': {
    what: 'A service cannot use the KMS key that it was given to encrypt or decrypt something.',
    why: 'The policy of a customer managed key lets in only what it names. Some services use the key themselves (CloudWatch Logs, CloudWatch alarms), some by a service-linked role (EC2 Auto Scaling), some on behalf of the caller (Secrets Manager, RDS, EBS), who then needs it in an identity policy as well.',
    fix: 'Check that the key exists, is enabled and in the region of the call. Then let its owner add the statement for the service, its role or the caller to the key policy.',
  },
  'resource.default-key': {
    what: 'The secret is encrypted with the AWS managed key aws/secretsmanager, which cannot be used from a different account.',
    why: 'The key policy of an AWS managed key cannot be changed, so a secret encrypted with it is never readable across accounts.',
    fix: 'Have the owner encrypt the secret with a customer managed key, and allow the other account to use that key.',
  },
  'resource.function-permission': {
    what: 'API Gateway (or another service) may not invoke the function: the function’s resource policy does not allow it.',
    why: 'The console adds the permission when it connects the two; templates have to add it themselves (AWS::Lambda::Permission), and aws:SourceArn limits it to an API, stage, method and path.',
    fix: 'Allow the service to invoke the function: aws lambda add-permission with --source-arn of the API, for the alias if the API calls one.',
  },
  'resource.function-url': {
    what: 'The URL of a Lambda function answered 403 Forbidden: its resource policy does not let the caller in, or the call was not signed.',
    why: 'Since October 2025 a new function URL needs two permissions: lambda:InvokeFunctionUrl and lambda:InvokeFunction. Templates that were written before add the first one only. Of type NONE the policy must let in everybody; of type AWS_IAM the call must be signed, and the caller needs both actions.',
    fix: 'Add both with aws lambda add-permission: InvokeFunctionUrl with --function-url-auth-type, InvokeFunction with --invoked-via-function-url. With AWS_IAM, sign the call.',
  },
  'identity.delivery-role': {
    what: 'Firehose was denied something that it does with the role of a stream: read the source, call the function, write to the destination.',
    why: 'The role was made for a different source or destination, one of the actions is missing, or its trust policy does not name firehose.amazonaws.com.',
    fix: 'Find the role with aws firehose describe-delivery-stream, add the actions of AWS’s page to it, and let it trust firehose.amazonaws.com. Across accounts, the resource policy must name the role as well.',
  },
  'resource.lake-formation': {
    what: 'Lake Formation manages the database, table or location, and has not granted the caller what the call needs.',
    why: 'IAM policies are not enough for data that Lake Formation manages: each principal needs a grant as well, and a new database or table has none but for its creator and the data lake administrators.',
    fix: 'A data lake administrator grants it: aws lakeformation grant-permissions, or in the console under Permissions. The caller also needs lakeformation:GetDataAccess in an identity policy to read the data.',
  },
  'resource.api-authorizer': {
    what: 'API Gateway refused the call because of the policy that the API’s Lambda authorizer returned.',
    why: 'The token is expired or not allowed for this method and path, or an answer of the authorizer was cached whose Resource covers only the path that was called first. Where IAM decides, the message names the caller and the ARN of the method.',
    fix: 'Call with a valid token. The owner of the API sees in its execution log which policy the authorizer returned, and lets its Resource cover every path, or turns its cache off.',
  },
  'resource.access-grant': {
    what: 'S3 Access Grants was asked for credentials, and no grant of the caller covers the prefix and the permission.',
    why: 'A grant is for one IAM user or role, or for one user or group of the directory, for one prefix and for READ, WRITE or READWRITE. What is asked for must lie within it.',
    fix: 'Ask for a prefix that a grant covers (aws s3control list-caller-access-grants), or have the owner of the Access Grants instance add a grant: aws s3control create-access-grant. The caller also needs s3:GetDataAccess.',
  },
  'identity.service-linked-role': {
    what: 'The service needs its service-linked role, which does not exist in the account yet, and the caller may not create it.',
    why: 'Services create the role on first use with the permissions of the caller (iam:CreateServiceLinkedRole). In a new account the first call can also be refused because the role was created only seconds ago.',
    fix: 'An administrator creates the role once: aws iam create-service-linked-role --aws-service-name HOST. Or allow the caller iam:CreateServiceLinkedRole on the role. Then make the call again.',
  },
  'resource.object-lock': {
    what: 'S3 Object Lock protects this version of the object from being deleted or changed.',
    why: 'The version is under retention or a legal hold. Object Lock is no policy: in compliance mode not even the root user of the account can delete the version before its retention ends.',
    fix: 'Wait until the retention ends, or remove the legal hold. In governance mode, s3:BypassGovernanceRetention with the header x-amz-bypass-governance-retention allows it.',
  },
  'resource.service-caller': {
    what: 'An AWS service calls the resource itself (an SNS topic an SQS queue, for example), and the resource policy does not name that service.',
    why: 'Services have no identity policies, so only the resource policy can allow them. It was not set, was overwritten by another tool, or names a different service.',
    fix: 'The owner of the resource allows the service in the resource policy (for a function: aws lambda add-permission), with aws:SourceArn or aws:SourceAccount so that it acts for this account only.',
  },
  'endpoint.aws-owned-bucket': {
    what: 'The request is for a bucket that AWS owns (image layers, package repositories …), and the VPC endpoint policy does not allow it.',
    why: 'Endpoint policies limited to your organization or account exclude AWS’s own buckets, and all S3 traffic of the VPC goes through the endpoint.',
    fix: 'Have the owner of the endpoint allow those buckets by ARN, read-only.',
  },
  'endpoint.through-scp': {
    what: 'AWS says a VPC endpoint policy denied it because of a service control policy that applies to the endpoint’s account.',
    why: 'SCPs on the account that owns the VPC endpoint apply to requests through it, as well as those on the caller’s account.',
    fix: 'Have the administrator of the organization that owns the VPC endpoint exempt the caller, or route the request around the endpoint.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
