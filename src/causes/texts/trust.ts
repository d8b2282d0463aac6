import type { CauseText } from './cause-text.ts';

/** Causes in trust policies, by id. */
export const TRUST_TEXTS = {
  'trust.action': {
    what: 'The trust policy names the caller, but for a different action than the one called.',
    why: 'sts:AssumeRole, sts:AssumeRoleWithSAML and sts:AssumeRoleWithWebIdentity are three different actions, each for one kind of caller. A misspelled action is accepted without an error and never matches.',
    fix: 'Have the owner of the role add the called action to the statement; or call the operation that the statement allows.',
  },
  'trust.cdk-bootstrap': {
    what: 'A CDK bootstrap role is missing in the target account and region, or does not trust the deploying account.',
    why: 'The environment was never bootstrapped, was bootstrapped with a different qualifier, or without `--trust` for the account of the pipeline.',
    fix: 'Run `cdk bootstrap` for that account and region with administrator credentials, and --trust for a deploying account elsewhere.',
  },
  'trust.confused-deputy': {
    what: 'The statement requires aws:SourceArn or aws:SourceAccount, which only calls by AWS services have, and the caller is a user or role.',
    why: 'A confused-deputy condition was put on a statement that also names users or roles, for whom it never matches.',
    fix: 'Have the owner of the role keep that condition for the service, and trust the caller in a separate statement.',
  },
  'trust.created-after': {
    what: 'As read now, nothing denies it, and the role (or the caller) was created after the denied call.',
    why: 'The role did not exist yet, or was deleted and created again since. STS returns AccessDenied for a role that does not exist.',
    fix: 'Run it again. If a script creates the role, create it before anything assumes it.',
  },
  'trust.date-window': {
    what: 'The trust policy allows the caller during a certain period, and the call was made outside it.',
    why: 'Temporary access has expired, or a date in the policy is wrong.',
    fix: 'Have the owner of the role change the dates, if access is still needed.',
  },
  'trust.external-id': {
    what: 'The trust policy requires an external ID, and the call sent a different one or none.',
    why: 'Profiles, tools and the console send no external ID unless configured; a provider may have issued a new one.',
    fix: 'Send the external ID that the trust policy requires (--external-id, external_id in the profile), or have the owner of the role add the one you were given.',
  },
  'trust.just-created': {
    what: 'As read now, everything allows it, and the role (or the caller) was created right before the call.',
    why: 'IAM is eventually consistent: a new role, user or policy takes some seconds to propagate.',
    fix: 'Try again; automation should wait or retry after creating a role.',
  },
  'trust.mfa-age': {
    what: 'The trust policy requires recent MFA, and the session’s MFA is too old or missing.',
    why: 'aws:MultiFactorAuthAge is the number of seconds since the MFA code was checked; a session that is used for hours exceeds the limit.',
    fix: 'Get a new session with a new MFA code, then assume the role.',
  },
  'trust.mfa-chaining': {
    what: 'The trust policy requires multi-factor authentication (MFA), and the caller is a role session, which carries none.',
    why: 'The MFA of the first step is not passed on when one role assumes the next.',
    fix: 'Assume the role directly as the user, with MFA; or have the owner of the role require MFA of users only, and trust only roles whose own trust policy requires it.',
  },
  'trust.mfa': {
    what: 'The trust policy requires multi-factor authentication (MFA), and the call was made without it.',
    why: 'A long-term access key carries no MFA: the serial number and a code have to come with the call, or with the session that makes it.',
    fix: 'Set mfa_serial in the profile, or pass --serial-number and --token-code with the call.',
  },
  'trust.unsupported-key': {
    what: 'The trust policy has a condition key that the action does not support, so the condition never matches.',
    why: 'Each action supports certain keys: sts:AssumeRole has those of sts and the global ones. A key of the service that gets the role, such as ec2:InstanceType, is missing from the request.',
    fix: 'Remove that condition from the statement, or use a key that the action supports.',
  },
  'trust.arn-without-account': {
    what: 'The ARN of the role to assume has no account ID, so it names no role.',
    why: 'The ARN is built from a variable or setting for the account that was empty or not set.',
    fix: 'Set the account where the ARN is built: a role needs its full ARN, arn:aws:iam::ACCOUNT_ID:role/NAME.',
  },
  'trust.role-name-not-set': {
    what: 'The ARN of the role has null, undefined or nothing in place of the name of a role.',
    why: 'The ARN is built from a variable or setting for the role that was empty or not set.',
    fix: 'Set the name of the role where the ARN is built: a task definition, a template, the environment of the deployment.',
  },
  'trust.monitoring-role': {
    what: 'RDS was given a role for Enhanced Monitoring that it cannot use.',
    why: 'The role trusts rds.amazonaws.com or a different service instead of monitoring.rds.amazonaws.com, or lacks the policy AmazonRDSEnhancedMonitoringRole. ENHANCED_MONITORING in the message is the name of the setting, not a permission.',
    fix: 'Have the role trust monitoring.rds.amazonaws.com, and attach AmazonRDSEnhancedMonitoringRole to it; or let RDS create its default role, rds-monitoring-role.',
  },
  'trust.not-a-role': {
    what: 'The ARN to assume is not a role: it names a user, a group, a policy, an instance profile, a session or an account.',
    why: 'The wrong ARN was copied into role_arn. Only a role has a trust policy, so nothing else can be assumed.',
    fix: 'Pass the ARN of a role. For a user, use credentials of that user; for an instance profile, the role in it; for a session, its role.',
  },
  'trust.not-listed': {
    what: 'No statement of the trust policy names the caller or anything like it.',
    why: 'Only the principals in its trust policy can assume a role, within one account too. Allowing sts:AssumeRole in the caller’s identity policy is not enough.',
    fix: 'Have the owner of the role add a statement that trusts the caller: the ARN of its role or user, never that of a session.',
  },
  'trust.only-federated': {
    what: 'The trust policy trusts only an identity provider, and the caller is a user or role that called sts:AssumeRole.',
    why: 'The role is for tokens (OIDC) or assertions (SAML): a CI job, a Kubernetes service account, a sign-in. The program fell back to other credentials, or uses role_arn and source_profile instead of web_identity_token_file.',
    fix: 'Assume the role with the token (sts:AssumeRoleWithWebIdentity), or have the owner of the role trust the caller as well.',
  },
  'trust.only-services': {
    what: 'The trust policy trusts only AWS services, and the caller is a user or a role.',
    why: 'It is a service role for Lambda, EC2 or another service, not for people or pipelines.',
    fix: 'Let the service use the role, use a role meant for you, or have the owner of the role trust the caller as well.',
  },
  'trust.organization-access-role': {
    what: 'OrganizationAccountAccessRole does not exist in the account.',
    why: 'Organizations creates the role in accounts that it creates, not in invited accounts; it may also have a different name or have been deleted.',
    fix: 'Create the role in the account, trusting the management account.',
  },
  'trust.other-account': {
    what: 'The trust policy trusts an account, and the caller is in a different account.',
    why: '`:root` (or the bare ID) stands for the whole named account, and for no other. The ID is mistyped, or the call used credentials of the wrong account.',
    fix: 'Call from the trusted account, or have the owner of the role add the caller’s own role or user.',
  },
  'trust.other-partition': {
    what: 'The trust policy names a principal in a different partition (aws, aws-cn, aws-us-gov) than the caller’s.',
    why: 'A template writes `arn:aws:` where the account is in China or GovCloud. Partitions share no accounts, and roles cannot be assumed across them.',
    fix: 'Have the owner of the role name the caller with the partition of its own ARN; templates can use ${AWS::Partition}.',
  },
  'trust.permission-set': {
    what: 'The role belongs to an IAM Identity Center permission set: it is used by signing in there, not through sts:AssumeRole.',
    why: 'Its trust policy trusts only the SAML provider of Identity Center; changes to it are rejected or reverted.',
    fix: 'Sign in through IAM Identity Center (aws sso login) with that permission set, or use a different role.',
  },
  'trust.policy-variable': {
    what: 'A condition of the trust policy has a policy variable that has no value for this caller, or that is taken literally.',
    why: '${aws:username} exists only for IAM users, not for roles. In a policy without "Version": "2012-10-17", a variable is plain text.',
    fix: 'Use a key that the caller has (${aws:PrincipalTag/…}), and set Version to 2012-10-17.',
  },
  'trust.principal-account': {
    what: 'The trust policy trusts callers in certain accounts, and the caller is in a different account.',
    why: 'The account is missing from the list under aws:PrincipalAccount, or the call used credentials of the wrong account.',
    fix: 'Call from one of those accounts, or have the owner of the role add the caller’s account.',
  },
  'trust.principal-arn-condition': {
    what: 'The trust policy names an account, but its condition on aws:PrincipalArn does not match the caller.',
    why: 'aws:PrincipalArn is the ARN of the user or role, with its path, and never that of a session. IAM Identity Center roles have a path with a region and a random suffix.',
    fix: 'Have the owner of the role add the IAM ARN of the caller’s role, with its path, to the condition.',
  },
  'trust.principal-kind': {
    what: 'The trust policy names a user where the caller is a role of the same name, or the reverse.',
    why: '`:user/NAME` and `:role/NAME` are different principals, even if the names are the same.',
    fix: 'Have the owner of the role add the caller’s own ARN.',
  },
  'trust.principal-org-path': {
    what: 'The trust policy trusts callers in one part of the organization, and the caller’s account is in a different part.',
    why: 'The account was moved to a different OU, the path in the policy lacks its trailing slash or `*`, or the operator does not suit a multivalued key (ForAnyValue:StringLike).',
    fix: 'Have the owner of the role add the path of the caller’s OU, with ForAnyValue and a trailing slash.',
  },
  'trust.principal-org-service': {
    what: 'The statement trusts an AWS service but requires the caller to be in an organization, which a service never is.',
    why: 'A service principal belongs to no account and no organization: aws:PrincipalOrgID, aws:PrincipalOrgPaths and aws:PrincipalAccount are not in its requests.',
    fix: 'Put the condition on a statement for accounts, and use aws:SourceOrgID or aws:SourceAccount for the service.',
  },
  'trust.principal-org': {
    what: 'The trust policy trusts callers in one organization, and the caller’s account is in a different organization or in none.',
    why: 'The account left the organization or was never in it, or the ID in the policy belongs to a different organization.',
    fix: 'Call from an account of that organization, or have the owner of the role add the caller’s organization.',
  },
  'trust.principal-path': {
    what: 'The trust policy names the caller’s user or role without its path, or with the wrong path.',
    why: 'A role’s ARN contains its path (role/service-role/NAME, role/aws-reserved/sso.amazonaws.com/…/NAME); the session ARN in error messages does not.',
    fix: 'Have the owner of the role add the full ARN with its path, as iam:GetRole shows it.',
  },
  'trust.principal-tag': {
    what: 'The trust policy requires a tag on the caller, and the caller has a different value or no such tag.',
    why: 'The user or role was never tagged, the value differs in letter case, or session tags override those of the role.',
    fix: 'Tag the user or role as the policy requires, or have the owner of the role add the value.',
  },
  'trust.request-tag': {
    what: 'The trust policy requires certain session tags, and the call passed others or none.',
    why: 'The tool passes no tags, or other tags or values than aws:RequestTag, aws:TagKeys or sts:TransitiveTagKeys require; tags from an earlier session in a chain count too.',
    fix: 'Pass the tags that the trust policy requires, or have the owner of the role add those that are passed.',
  },
  'trust.role-case': {
    what: 'The role’s name differs in letter case from the requested ARN.',
    why: 'Role names are case-sensitive in sts:AssumeRole, although IAM finds a role by name in any case.',
    fix: 'Use the name exactly as IAM shows it.',
  },
  'trust.role-not-found': {
    what: 'No role has this ARN: STS returns AccessDenied for a role that does not exist.',
    why: 'It was deleted or not created yet, its name is misspelled or differs in letter case, its path is missing from the ARN, or it is in a different account.',
    fix: 'Use the ARN of the existing role, or create the role.',
  },
  'trust.role-path': {
    what: 'The role exists, but with a different path than the requested ARN.',
    why: 'A role’s ARN contains its path (role/service-role/NAME). Without the path, it is the ARN of a role that does not exist.',
    fix: 'Use the ARN as iam:GetRole shows it, and put the same ARN into the policies of the caller.',
  },
  'trust.self': {
    what: 'The caller already has the role it requests, and the role’s trust policy does not name the role itself.',
    why: 'The credentials of a first AssumeRole were exported, or belong to the machine or job, and the profile or provider assumes the role once more. Since September 2022, a role no longer trusts itself implicitly.',
    fix: 'Leave out the second step: the current credentials already are those of the role. If the step is needed, the trust policy has to name the role itself.',
  },
  'trust.service-host': {
    what: 'The trust policy names a service principal that is close to, but not, that of the AWS service.',
    why: 'amazon.com instead of amazonaws.com, a regional principal, ecs instead of ecs-tasks, or a typo. IAM accepts any principal that belongs to some service.',
    fix: 'Have the owner of the role add the service principal that the service uses.',
  },
  'trust.service-linked': {
    what: 'The role is a service-linked role: only its AWS service can assume it, and its trust policy cannot be changed.',
    why: 'Service-linked roles (path /aws-service-role/) belong to the service they are named after.',
    fix: 'Use a different role, or let the service do it.',
  },
  'trust.service-not-trusted': {
    what: 'The role was given to an AWS service that its trust policy does not trust.',
    why: 'The role was created for people or for a different service, or the statement for this service is missing.',
    fix: 'Have the owner of the role add a statement that lets this service assume it, or give the service a role created for it.',
  },
  'trust.service-refused': {
    what: 'A service reports that it cannot assume its role, and the trust policy could not be read.',
    why: 'Nearly always the trust policy does not name the service. Otherwise the role does not exist, or was created seconds ago.',
    fix: 'Have the owner of the role add the service under Principal.Service in the trust policy.',
  },
  'trust.session-name': {
    what: 'The trust policy requires a certain session name, and the call sent a different one.',
    why: 'SDKs generate a name (botocore-session-…, aws-sdk-js-…) unless the profile has role_session_name; only a user can match ${aws:username}.',
    fix: 'Pass the required name (--role-session-name, role_session_name in the profile).',
  },
  'trust.session-principal': {
    what: 'The trust policy names one session of the caller’s role, and the caller is a different session of it.',
    why: 'The session ARN (…:assumed-role/ROLE/SESSION) was copied from an error message into the policy. It matches only that session name, and `*` in its place matches none.',
    fix: 'Have the owner of the role add the ARN of the role itself (arn:aws:iam::…:role/ROLE).',
  },
  'trust.set-context': {
    what: 'The call passes the identity context of a signed-in person, and the trust policy does not allow sts:SetContext to the caller.',
    why: 'Trusted identity propagation (ProvidedContexts) needs that second permission.',
    fix: 'Have the owner of the role add sts:SetContext beside sts:AssumeRole.',
  },
  'trust.set-source-identity': {
    what: 'The call sets a source identity, and the trust policy does not allow sts:SetSourceIdentity to the caller.',
    why: 'A source identity needs that second permission, and once set it stays through the whole role chain.',
    fix: 'Have the owner of the role add sts:SetSourceIdentity beside sts:AssumeRole.',
  },
  'trust.source-arn': {
    what: 'The trust policy lets the AWS service assume the role for certain resources or accounts, and this one is not among them.',
    why: 'aws:SourceArn names a resource that was created again or is in a different region, a pattern lacks its `*`, or aws:SourceAccount has the wrong account.',
    fix: 'Have the owner of the role add the ARN of the resource (or its account) that the service acts for.',
  },
  'trust.source-identity': {
    what: 'The trust policy requires a source identity, and the call sent a different one or none.',
    why: 'Neither the profile nor the identity provider sets the required source identity; once set, it cannot be changed in the rest of a role chain.',
    fix: 'Pass the required source identity (--source-identity) in the first step of the chain.',
  },
  'trust.source-ip': {
    what: 'The trust policy allows calls from certain IP addresses, and the call came from a different address.',
    why: 'A different VPN or runner, a NAT gateway with a new address, or a VPC endpoint: through an endpoint, aws:SourceIp is not in the request.',
    fix: 'Call from one of those networks, or have the owner of the role add the address; behind a VPC endpoint use aws:VpcSourceIp or aws:SourceVpce.',
  },
  'trust.source-vpc': {
    what: 'The trust policy allows calls through certain VPCs or VPC endpoints, and the call did not come through one of them.',
    why: 'The VPC has no interface endpoint for STS, its private DNS name is off, or the SDK calls the global endpoint, which no VPC endpoint serves.',
    fix: 'Call the regional STS endpoint through an interface endpoint of that VPC, or have the owner of the role add the endpoint.',
  },
  'trust.stale-principal': {
    what: 'The trust policy names a deleted principal: it shows a unique ID (AROA… or AIDA…) where the ARN was.',
    why: 'AWS stores principals in a trust policy by unique ID. A role or user that is deleted and created again under the same name has a new ID, which the policy does not trust.',
    fix: 'Have the owner of the role replace the ID with the ARN of the principal; AWS then stores the new ID. Remove every other deleted ID as well: AWS rejects a policy that contains one.',
  },
  'trust.tag-session': {
    what: 'The call passes session tags, and the trust policy does not allow sts:TagSession to the caller.',
    why: 'Session tags need that second permission. Tags come from the tool (the GitHub action, EKS Pod Identity, attributes of IAM Identity Center) or from an earlier session in a role chain.',
    fix: 'Have the owner of the role add sts:TagSession beside sts:AssumeRole, or do not pass tags (role-skip-session-tagging: true in the GitHub action).',
  },
  'trust.wildcard-principal': {
    what: 'The trust policy has a wildcard inside a principal’s ARN, which matches no principal.',
    why: 'In Principal, `*` can only stand for everyone; it cannot be part of a name. AWS usually rejects such a policy, but tools and emulators accept it.',
    fix: 'Name the account, and put the pattern under Condition: ArnLike, aws:PrincipalArn.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
