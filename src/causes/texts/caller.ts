import type { CauseText } from './cause-text.ts';

/** Causes in who the caller is, by id. */
export const CALLER_TEXTS = {
  'caller.account-not-enabled': {
    what: 'The account itself may not use the operation, whatever its policies allow.',
    why: 'The service or the model is not enabled for the account in that region (of Amazon Bedrock: model access), or AWS limits a new account until it is verified.',
    fix: 'Enable it in the console of the service; where it is enabled, ask AWS Support. Changing IAM policies does not help.',
  },
  'caller.anonymous': {
    what: 'The request was not signed, so AWS treated the caller as anonymous.',
    why: 'A plain HTTP client, a browser or a proxy sent it without a signature, --no-sign-request is set, or the SDK was told to use anonymous credentials.',
    fix: 'Sign the request with credentials (SigV4); or, if access should be public, allow it in the resource policy.',
  },
  'caller.cdk-role': {
    what: 'A role from the CDK bootstrap made the call: that role needs the permission, not you.',
    why: 'The CDK uses five roles: deploy, lookup, two for publishing, and one with which CloudFormation creates the resources (cfn-exec). A restricted bootstrap (--cloudformation-execution-policies) or an old one lacks something.',
    fix: 'Bootstrap the environment again with the current CDK; for the cfn-exec role, add the permission to its execution policies.',
  },
  'caller.cognito-guest': {
    what: 'The caller is an unauthenticated (guest) identity of a Cognito identity pool.',
    why: 'The app requested credentials before the user signed in, or the sign-in did not reach the identity pool, which assigns the guest role in that case.',
    fix: 'Sign in first and get new credentials; or, if guests should be able to do it, allow it for the guest role.',
  },
  'caller.deleted': {
    what: 'The caller’s user or role no longer exists, and its permissions are gone with it.',
    why: 'It was deleted (or created again with other policies) while its sessions were still in use.',
    fix: 'Use credentials of a principal that exists, or create it again and get a new session.',
  },
  'caller.environment-over-profile': {
    what: 'AWS_PROFILE names a profile, but keys in environment variables take precedence: the call used a different identity.',
    why: 'AWS_ACCESS_KEY_ID (and AWS_SESSION_TOKEN) are left over from an earlier login, or set by the CI system.',
    fix: 'Unset AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or pass the profile with --profile.',
  },
  'caller.federated-user-limits': {
    what: 'The caller uses GetFederationToken credentials, which cannot call IAM (except in the console), and in STS only GetCallerIdentity.',
    why: 'These sessions are limited by design; no policy lifts the limit.',
    fix: 'Use AssumeRole for programs that call IAM or STS.',
  },
  'caller.instance-role': {
    what: 'The call used the role of the EC2 instance, although a different source of credentials was configured.',
    why: 'The profile or the job’s token could not be used, and the SDK fell back to the instance role without a message. On self-hosted runners, a job without credentials gets those of the machine.',
    fix: 'Repair the intended source (profile, id-token permission, secrets), or disable the instance role for this program (AWS_EC2_METADATA_DISABLED=true).',
  },
  'caller.intermediate-role': {
    what: 'The caller of sts:AssumeRole is a role that the SDK assumed first, through source_profile.',
    why: 'In a chain of profiles, each role assumes the next. The last role has to trust the role before it, not the user at the start.',
    fix: 'Have the last role trust the role before it, or start its profile from the user (source_profile of the first profile).',
  },
  'caller.member-account': {
    what: 'A member account of an organization made a call that only the management account or a delegated administrator may make.',
    why: 'AWS Organizations (accounts, units, policies) is managed from the management account; policies of a member account can allow the call and change nothing.',
    fix: 'Make the call with a role in the management account, or register the member account as a delegated administrator.',
  },
  'caller.node-role': {
    what: 'A pod made the call with the role of its node instead of its own role.',
    why: 'Its service account has no role (annotation eks.amazonaws.com/role-arn, or a pod identity association), the pod has not been restarted since, or its SDK is too old.',
    fix: 'Give the service account a role and restart the pod, rather than allowing it for the node and so for every pod on it.',
  },
  'caller.not-the-jobs-role': {
    what: 'The job or pod should use one role (AWS_ROLE_ARN), and the call used a different one.',
    why: 'Keys or a profile in the environment take precedence over the web identity token, the token file cannot be read, or the program chooses its own credentials.',
    fix: 'Remove the other credentials, and make sure the program can read the token file.',
  },
  'caller.other-identity': {
    what: 'The call used a different identity than your current one, and the policy names your current one.',
    why: 'The program found other credentials than intended: a different profile, the role of the machine, or variables of an earlier login.',
    fix: 'Run the program with the credentials that the policy names; `aws sts get-caller-identity` in the program’s environment shows which ones it has.',
  },
  'caller.other-partition': {
    what: 'The caller and the role are in different partitions (aws, aws-cn, aws-us-gov), and sts:AssumeRole cannot cross partitions.',
    why: 'A profile of the wrong account was used, or a template writes `arn:aws:` where the role is in China or GovCloud. Each partition has separate accounts and credentials.',
    fix: 'Use credentials of an account in the role’s partition, or a role in the caller’s partition. Only a web identity crosses partitions: sts:GetWebIdentityToken here, sts:AssumeRoleWithWebIdentity there.',
  },
  'caller.path': {
    what: 'The caller was given with the wrong path: no user or role has this ARN.',
    why: 'The ARN of a user or role contains its path (user/people/ana). Without the path it is a different ARN, which does not exist.',
    fix: 'Use the ARN as iam:GetUser or iam:GetRole shows it. Creating the user or role again fails, because the name is taken.',
  },
  'caller.read-only-permission-set': {
    what: 'The caller signed in with a read-only permission set, and the call makes a change.',
    why: 'Several permission sets are assigned for the account, and the profile (or the choice at sign-in) used the read-only one.',
    fix: 'Sign in with a permission set that allows the change, or ask for its assignment.',
  },
  'caller.recorded-deny': {
    what: 'AWS’s record of the denial shows the statement that denies it, and none of the policies that were read contains that statement.',
    why: 'The statement is in a policy that could not be read: a service control policy, a permissions boundary, a session policy or a group’s policy; or the policy has changed since.',
    fix: 'Search everything that applies to the caller for the Sid, actions and resources that AWS shows, and have the owner exempt this request there. An Allow elsewhere does not help.',
  },
  'caller.root': {
    what: 'The root user of an account tried to assume a role, which AWS never allows, whatever the policies say.',
    why: 'The access keys in use belong to the root user, often without anyone knowing.',
    fix: 'Use an IAM user or a role, and delete the access keys of the root user.',
  },
  'caller.service-session': {
    what: 'An AWS service made the call with its service role: that role needs the permission, not you.',
    why: 'CloudFormation, CodeBuild, SageMaker and other services act with the role they were given; your permissions only let you start them.',
    fix: 'Add the permission to the service role, or give the service a different role.',
  },
  'caller.session-credentials': {
    what: 'GetSessionToken and GetFederationToken accept only an IAM user’s long-term access key; this call used temporary credentials.',
    why: 'The profile already is a session (AssumeRole, IAM Identity Center, an earlier GetSessionToken), often because a tool adds its own MFA step.',
    fix: 'Use the profile with the user’s AKIA key (unset AWS_SESSION_TOKEN), or call AssumeRole.',
  },
  'caller.session-token-limits': {
    what: 'The caller uses GetSessionToken credentials, which can call IAM only if created with MFA, and in STS only AssumeRole and GetCallerIdentity.',
    why: 'These sessions are limited by design; no policy lifts the limit.',
    fix: 'Call GetSessionToken with the MFA serial number and a code, or use the long-term key or a role.',
  },
  'caller.task-execution-role': {
    what: 'A program in an ECS task made the call with the task execution role, which is for the ECS agent.',
    why: 'The task definition has no task role (taskRoleArn), or names the execution role for both.',
    fix: 'Give the task definition a task role with the permission; the execution role is for pulling images, secrets and logs.',
  },
  'caller.terraform-backend': {
    what: 'Terraform’s backend made the call with its own credentials: the provider’s assume_role does not apply to it.',
    why: 'Terraform reads the state before it configures any provider, with the credentials of the environment unless the backend block says otherwise.',
    fix: 'Add assume_role (or profile) to the backend block as well, or allow the environment’s credentials to read the state and its lock.',
    more: 'https://developer.hashicorp.com/terraform/language/backend/s3',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
