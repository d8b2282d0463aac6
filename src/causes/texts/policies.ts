import type { CauseText } from './cause-text.ts';

/** Causes in the other policies that have an explanation of their own, by id. */
export const POLICY_TEXTS = {
  'identity.dependent-action': {
    what: 'The caller may make the call, but not an action that such calls need besides, or are often made with.',
    why: 'AWS may ask for more than one permission in one call: the customer managed key of a bucket or secret (kms:Decrypt, kms:GenerateDataKey), the role that is passed (iam:PassRole), the tags (ec2:CreateTags). The message names the second action then, not the call that was made.',
    fix: 'Allow that action as well, on the resource that the message names.',
  },
  'identity.just-changed': {
    what: 'As read now everything allows it, and an identity policy of the caller was changed right before the call.',
    why: 'IAM is eventually consistent: a change takes some seconds, rarely minutes, until it counts everywhere.',
    fix: 'Try again; let automation that changes policies wait or retry.',
  },
  'identity.missing-object': {
    what: 'The object may not exist: to callers who may not list the bucket, S3 says “Access Denied” in place of “no such key”.',
    why: 'Without s3:ListBucket on the bucket, S3 does not tell whether a key exists: GetObject and HeadObject of a missing object answer 403 instead of 404.',
    fix: 'Look whether the key is right (a space, a plus, a leading slash). To get 404 for missing objects, allow s3:ListBucket on the bucket itself.',
  },
  'identity.quarantine': {
    what: 'AWS found an access key of the user in public, and attached the policy AWSCompromisedKeyQuarantine to the user: it denies what such keys are abused for.',
    why: 'The key was in a public repository, image or paste. Whoever found it can use it as well as you.',
    fix: 'Make a new key, put it where the old one is used, deactivate and delete the old one; look in CloudTrail what was done with it, and follow the case that AWS opened. Only then detach the policy. No Allow helps against it, and none should.',
  },
  'identity.revoked-session': {
    what: 'The sessions of the role that are older than a certain moment were revoked: everything is denied to them.',
    why: '“Revoke active sessions” attaches the inline policy AWSRevokeOlderSessions, which denies everything to sessions issued before that moment. New sessions of the role work.',
    fix: 'Make a new session: sign in again, and clear what caches credentials (~/.aws/cli/cache, ~/.aws/sso/cache; an instance gets new ones by itself, a pod after a restart). Do not remove the policy: somebody revoked the sessions for a reason.',
  },
  'identity.unsupported-key': {
    what: 'An identity policy asks for a condition key that, by AWS’s list, the action does not have: such a condition never holds.',
    why: 'Each action sends certain keys only. A condition for s3:prefix on GetObject, or for a tag on an action that knows no tags, fails because the key is missing.',
    fix: 'Put the action into a statement of its own, without that condition, or with a key that it supports.',
  },
  'identity.variable-for-session': {
    what: 'An identity policy uses a policy variable that has no value in requests of this caller.',
    why: '${aws:username} has a value for IAM users only, tags only for principals that carry them. Without a value (and without a default in the variable) the text matches nothing.',
    fix: 'Use a variable that the caller has, ${aws:PrincipalTag/…} for one, give the variable a default, or name the resource.',
  },
  'identity.variable-version': {
    what: 'An identity policy uses policy variables such as ${aws:username}, but does not have the Version in which they work.',
    why: 'Variables work in version 2012-10-17 only. In 2008-10-17, which is also what counts where Version is left out, ${…} is plain text that no request has.',
    fix: 'Set "Version": "2012-10-17" in the policy.',
  },
  'identity.wildcard-only': {
    what: 'An identity policy allows the action on certain resources, but the action is about no single one: only a lone asterisk as Resource allows it.',
    why: 'Many actions (most that list or describe, ecr:GetAuthorizationToken, ec2:DescribeInstances …) are not about one resource. An ARN in the statement then matches nothing, without a complaint.',
    fix: 'Allow the action on "*", in a statement of its own.',
  },
  'session.broker': {
    what: 'The session was made by a service that is known to narrow its sessions down by a session policy, and that policy does not allow the request.',
    why: 'Cognito identity pools, IAM Roles Anywhere, EKS Pod Identity, S3 Access Grants and Amplify pass a policy when they assume a role: the session may do only what both the role and that policy allow.',
    fix: 'Change the session policy where the service has it (profile, association, grant), or get credentials of the role another way. A wider role does not help.',
  },
  'session.federated-user': {
    what: 'The credentials are those of a federated user (GetFederationToken) that was made without a session policy: it may do nothing.',
    why: 'A federated user gets what both the IAM user and the session policy allow. Without a session policy nothing is left, but for what a policy of a resource gives to the federated user by name.',
    fix: 'Pass a policy to GetFederationToken that allows the request; or use AssumeRole, whose sessions have the permissions of the role.',
  },
  'scp.deny-root': {
    what: 'A service control policy denies everything to the root users of member accounts, and the caller is one.',
    why: 'The root user is for a handful of tasks only; organizations lock it out of everything else on purpose.',
    fix: 'Use a user or role of the account. For tasks that need the root user, the organization’s administrator can make a short privileged session (sts:AssumeRoot) in its place.',
  },
  'scp.full-access-missing': {
    what: 'At one level of the organization (root, organizational unit or account) no service control policy allows anything: FullAWSAccess was detached there.',
    why: 'Every level needs an Allow of its own. Policies that only deny leave nothing allowed once FullAWSAccess, which AWS attaches by default, is gone.',
    fix: 'The organization’s administrator attaches FullAWSAccess (p-FullAWSAccess) to that level again. It grants nothing by itself.',
  },
  'resource.cross-account': {
    what: 'The resource is in another account and has no policy of its own: nobody outside of its account may use it.',
    why: 'Across accounts two permissions are needed: one of the caller’s account, and one of the resource’s, in a resource policy.',
    fix: 'The owner of the resource attaches a policy that allows the caller; or the caller assumes a role in that account first.',
  },
  'resource.key-policy-silent': {
    what: 'The key policy neither names the caller nor hands the decision over to the policies of the account: then no IAM policy can give access to the key.',
    why: 'A KMS key is not like other resources: without a statement for arn:aws:iam::<account>:root in the key policy, Allow statements of users and roles count for nothing.',
    fix: 'The owner of the key adds the caller to the key policy, or the statement for the account, which lets IAM policies decide.',
  },
  'resource.no-policies': {
    what: 'The resource is in another account, and belongs to a service whose resources cannot carry a policy: there is no way to use it from outside of its account.',
    why: 'Across accounts the resource’s side has to allow it in a resource policy. Instances, clusters, databases, users and roles (but for being assumed) have none.',
    fix: 'Assume a role in the account of the resource, and make the call with it; or share the resource by AWS RAM where the service has that.',
  },
  'resource.not-principal': {
    what: 'The resource policy denies everybody but those whom it names (Deny with NotPrincipal), and the caller is not let out by it.',
    why: 'A session of a role is let out only where its account, the role and the session itself are all named; a wildcard does not work there; and callers with a permissions boundary are always denied by it, whoever is named.',
    fix: 'The owner of the resource writes the exemption with a condition in its place: Principal "*" and ArnNotLike on aws:PrincipalArn. AWS advises against NotPrincipal.',
  },
  'resource.not-public': {
    what: 'The request was not signed by anybody, and the resource is not public.',
    why: 'A plain link, a browser, --no-sign-request or a client without credentials asks as nobody: only a resource policy that lets in everybody would allow that.',
    fix: 'Sign the request (credentials, a presigned URL, CloudFront with origin access control). Do not make the resource public for it.',
  },
  'resource.object-ownership': {
    what: 'The object may belong to the account that wrote it, not to the owner of the bucket: then no policy of the bucket’s account reaches it.',
    why: 'In a bucket with access control lists, whoever uploads an object owns it, and keeps the bucket’s owner out unless it was sent with bucket-owner-full-control.',
    fix: 'Set Object Ownership of the bucket to “bucket owner enforced”; for older objects the writer copies them over themselves with that ACL.',
  },
  'resource.block-public-access': {
    what: 'S3 Block Public Access refuses a policy or an access control list that would make the bucket or object public.',
    why: 'The setting is on for the bucket, the account or the organization (it is for all new buckets), and no permission overrides it.',
    fix: 'Do not make it public: share by a presigned URL, by CloudFront with origin access control, or with named accounts. Terraform: drop the public policy or ACL.',
  },
  'resource.customer-keys-blocked': {
    what: 'The bucket refuses uploads that are encrypted with keys of the customer (SSE-C).',
    why: 'SSE-C was blocked for the bucket: whoever loses such a key, or has it stolen, loses the data.',
    fix: 'Upload with SSE-S3 or SSE-KMS: leave out the x-amz-server-side-encryption-customer headers.',
  },
  'resource.key-not-visible': {
    what: 'KMS does not tell whether the key is not there, is in another region, or may not be used: it answers all three alike.',
    why: 'The data was encrypted under a key that was deleted, that is in another region or account, or whose policy does not let the caller in.',
    fix: 'Find the key: aws kms describe-key in the region (and with credentials of the account) that encrypted the data. If it is there, its key policy and the caller’s policy both have to allow it across accounts.',
  },
  'resource.default-key': {
    what: 'The secret is encrypted with AWS’s own key of its account (aws/secretsmanager), and such a key cannot be used from another account.',
    why: 'Nobody can change the policy of a key that AWS manages, so that a secret under it is never readable across accounts.',
    fix: 'Its owner encrypts the secret with a customer-managed key, and lets the other account use that key.',
  },
  'resource.function-permission': {
    what: 'API Gateway (or another service) may not call the function: the function’s own policy does not let it.',
    why: 'The permission is made when the console connects the two; templates have to make it themselves (AWS::Lambda::Permission), and it is bound to API, stage, method and path by aws:SourceArn.',
    fix: 'Allow the service to call the function: aws lambda add-permission with --source-arn of the API, for the alias that the API calls if it calls one.',
  },
  'resource.service-caller': {
    what: 'An AWS service calls the resource itself (a topic its queue, a bucket its function), and the resource policy does not name that service.',
    why: 'Services have no identity policies: only the resource policy can let them in. It was not set, was replaced by another tool, or names another service.',
    fix: 'The owner of the resource allows the service in the resource policy (for a function: aws lambda add-permission), with aws:SourceArn or aws:SourceAccount so that it acts for this account only.',
  },
  'endpoint.aws-owned-bucket': {
    what: 'The request is for a bucket that AWS owns (layers of images, package repositories …), and the VPC endpoint policy does not let it through.',
    why: 'Endpoint policies that keep to the own organization or account forget that AWS’s own buckets are in neither, and that everything in the VPC goes through the endpoint.',
    fix: 'The owner of the endpoint allows those buckets by their ARNs, for reading only.',
  },
  'endpoint.through-scp': {
    what: 'AWS says that a VPC endpoint policy denied it transitively through a service control policy: a guardrail over the endpoint’s account refused it.',
    why: 'The service control policies over the account that owns the VPC endpoint count for what goes through it, not only those over the caller’s account.',
    fix: 'The administrator of the organization that owns the VPC endpoint exempts the caller in the policy that denies, or the request goes another way.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
