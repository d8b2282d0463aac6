import type { CauseText } from './cause-text.ts';

/** Causes in who the caller is, by id. */
export const CALLER_TEXTS = {
  'caller.anonymous': {
    what: 'The request was not signed: for AWS the caller is anonymous.',
    why: 'A plain HTTP client, a browser or a proxy sent it without a signature, --no-sign-request is set, or the SDK was told to use anonymous credentials.',
    fix: 'Sign the request with credentials (SigV4); or, if everybody is to have access, let the resource policy say so.',
  },
  'caller.cdk-role': {
    what: 'The call was made with one of the roles that the CDK bootstraps: the permission belongs to that role, not to yours.',
    why: 'The CDK uses five roles: deploy, lookup, two for publishing, and the one with which CloudFormation makes the resources (cfn-exec). A restricted bootstrap (--cloudformation-execution-policies) or an old one leaves something out.',
    fix: 'Bootstrap the environment again with the current CDK; for the cfn-exec role add the permission to its execution policies.',
  },
  'caller.cognito-guest': {
    what: 'The caller is a guest of a Cognito identity pool: nobody is signed in.',
    why: 'The app asked for credentials before the user signed in, or the sign-in did not reach the identity pool, which then gives its role for guests.',
    fix: 'Sign in first and get the credentials anew; or, if guests are to do it, allow it to their role.',
  },
  'caller.deleted': {
    what: 'The user or role of the caller does not exist any more; with it went all its permissions.',
    why: 'It was deleted (or created anew, with other policies) while sessions of it were still in use.',
    fix: 'Use credentials of a principal that exists, or create it again and get a new session.',
  },
  'caller.environment-over-profile': {
    what: 'A profile is named in AWS_PROFILE, but keys in the environment variables come first: the call was made as somebody else than the profile says.',
    why: 'AWS_ACCESS_KEY_ID (and AWS_SESSION_TOKEN) are left over from another login, or set by the CI system.',
    fix: 'Unset AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or pass the profile with --profile.',
  },
  'caller.federated-user-limits': {
    what: 'The caller has credentials of sts:GetFederationToken, which may not call IAM (but in the console), and of STS only GetCallerIdentity.',
    why: 'Such sessions have this limit by design: no policy lifts it.',
    fix: 'Use AssumeRole for what has to call IAM or STS.',
  },
  'caller.instance-role': {
    what: 'The call was made with the role of the EC2 instance, though another source of credentials was set up.',
    why: 'The profile or the job’s token could not be used, and the SDK went on silently to the instance’s role; on self-hosted runners a job without its own credentials gets those of the machine.',
    fix: 'Repair the source that was meant (profile, id-token permission, secrets), or switch the instance’s role off for this program (AWS_EC2_METADATA_DISABLED=true).',
  },
  'caller.intermediate-role': {
    what: 'The caller of sts:AssumeRole is a role that an SDK assumed before: a profile leads over another one (source_profile).',
    why: 'In a chain of profiles each role assumes the next. The last one has to trust the role before it, not the user at the beginning.',
    fix: 'Let the last role trust the role in between, or let its profile start from the user (source_profile of the first profile).',
  },
  'caller.node-role': {
    what: 'A pod made the call with the role of its node, not with one of its own.',
    why: 'Its service account has no role (annotation eks.amazonaws.com/role-arn, or a pod identity association), the pod was not restarted since, or its SDK is too old to use it.',
    fix: 'Give the service account a role and restart the pod; rather than allowing it to the node, hence to every pod on it.',
  },
  'caller.not-the-jobs-role': {
    what: 'The job or pod is to have one role (AWS_ROLE_ARN), and the call was made with another one.',
    why: 'Keys or a profile in the environment come before the web identity token, the token file cannot be read, or the program picks credentials of its own.',
    fix: 'Remove the other credentials, and see that the token file can be read by the program.',
  },
  'caller.other-identity': {
    what: 'The call was made as somebody else than you are now, and the policy names the identity that you have now.',
    why: 'The program found other credentials than the ones that were meant: another profile, the role of the machine, variables of another login.',
    fix: 'Let the program run with the credentials that the policy names; `aws sts get-caller-identity` inside of it shows which ones it has.',
  },
  'caller.other-partition': {
    what: 'The caller and the role are in different partitions (aws, aws-cn, aws-us-gov), and sts:AssumeRole does not cross them, whatever the policies say.',
    why: 'A profile of the wrong account was used, or a template writes `arn:aws:` where the role is in China or GovCloud. Each partition has accounts and credentials of its own.',
    fix: 'Use credentials of an account in the partition of the role, or the role in the caller’s partition. From one partition into another only a web identity leads: sts:GetWebIdentityToken here, sts:AssumeRoleWithWebIdentity there.',
  },
  'caller.path': {
    what: 'The caller was given under another path than the user or role has: under this ARN there is nobody.',
    why: 'The ARN of a user or role holds its path (user/people/ANA): without it, it is the ARN of somebody else, who does not exist.',
    fix: 'Ask with the ARN as iam:GetUser or iam:GetRole shows it. Creating it again fails: the name is taken.',
  },
  'caller.read-only-permission-set': {
    what: 'The caller is signed in with a permission set for reading only, and the call changes something.',
    why: 'Several permission sets are assigned for the account, and the profile (or the choice at sign-in) took the one for reading.',
    fix: 'Sign in with the permission set that may change things, or ask for its assignment.',
  },
  'caller.recorded-deny': {
    what: 'AWS’s record of the denial (the decoded authorization message) shows the statement that denies, and none of the policies that were read has it.',
    why: 'The statement is in a policy that could not be read: a service control policy, a permissions boundary, a session policy, or that of a group; or it was changed since.',
    fix: 'Look for the Sid, the actions and the resources that AWS shows in everything that applies to the caller, and have the owner exempt this request there: an Allow elsewhere does not help.',
  },
  'caller.root': {
    what: 'The root user of an account tried to assume a role, which AWS never allows, whatever the policies say.',
    why: 'The access keys that were used are those of the root user, often without anybody knowing it.',
    fix: 'Use an IAM user or a role, and delete the access keys of the root user.',
  },
  'caller.service-session': {
    what: 'An AWS service made the call with its own service role: the permission belongs to that role, not to yours.',
    why: 'CloudFormation, CodeBuild, SageMaker and other services act with the role that they were given; your own permissions only let you start them.',
    fix: 'Add the permission to the service role, or give the service another role.',
  },
  'caller.session-credentials': {
    what: 'GetSessionToken or GetFederationToken was called with temporary credentials; it takes the long-term key of an IAM user only.',
    why: 'The profile already is a session (AssumeRole, IAM Identity Center, an earlier GetSessionToken), often because a tool adds an MFA step of its own.',
    fix: 'Call it with the user’s long-term key, or call AssumeRole instead.',
  },
  'caller.session-token-limits': {
    what: 'The caller has credentials of sts:GetSessionToken, which may call IAM only if made with MFA, and of STS only AssumeRole and GetCallerIdentity.',
    why: 'Such sessions have this limit by design: no policy lifts it.',
    fix: 'Call GetSessionToken with the MFA serial number and a code, or use the long-term key or a role for it.',
  },
  'caller.task-execution-role': {
    what: 'The program in an ECS task made the call with the task execution role, which is made for the ECS agent.',
    why: 'The task definition has no task role (taskRoleArn), or the execution role is set for both.',
    fix: 'Give the task definition a task role with the permission; the execution role is for pulling images, secrets and logs.',
  },
  'caller.terraform-backend': {
    what: 'Terraform’s backend made the call with credentials of its own: the provider’s assume_role does not count for it.',
    why: 'The state is read before any provider is set up: with the plain credentials of the environment, unless the backend block says otherwise.',
    fix: 'Put assume_role (or profile) into the backend block as well, or allow the plain credentials to read the state and its lock.',
    more: 'https://developer.hashicorp.com/terraform/language/backend/s3',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
