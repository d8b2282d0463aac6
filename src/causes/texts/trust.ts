import type { CauseText } from './cause-text.ts';

/** Causes in trust policies, by id. */
export const TRUST_TEXTS = {
  'trust.action': {
    what: 'The trust policy trusts the caller with another action than the one that was called.',
    why: 'sts:AssumeRole, sts:AssumeRoleWithSAML and sts:AssumeRoleWithWebIdentity are three different actions, and each kind of caller has its own. A misspelt action is saved without a complaint and never matches.',
    fix: 'The owner of the role adds the action that was called to the statement; or call the API that the statement allows.',
  },
  'trust.cdk-bootstrap': {
    what: 'A role that the CDK bootstraps is missing in the target account and region, or does not trust the account that deploys.',
    why: 'The environment was never bootstrapped, with another qualifier, or without `--trust` for the account of the pipeline.',
    fix: 'Run `cdk bootstrap` for that account and region with administrator credentials, with --trust for the account that deploys from elsewhere.',
  },
  'trust.confused-deputy': {
    what: 'The statement wants aws:SourceArn or aws:SourceAccount, which only calls by an AWS service have; the caller is none.',
    why: 'A condition against the confused-deputy problem was put on a statement for users and roles too, where it can never hold.',
    fix: 'Have the owner of the role keep that condition for the service, and trust the caller in a statement of its own.',
  },
  'trust.created-after': {
    what: 'As read now nothing denies it, and the role (or the caller) was created after the call that was denied.',
    why: 'The call came before the role was there, or it was deleted and made anew since: STS answers AccessDenied for a role that does not exist, too.',
    fix: 'Run it again. Where a script makes the role, let it do so before anything assumes it.',
  },
  'trust.date-window': {
    what: 'The trust policy lets in callers during a certain time only, and the call was made before or after it.',
    why: 'Access for a limited time has run out, or a year in the policy is a wrong one.',
    fix: 'Have the owner of the role set another time, if access is still wanted.',
  },
  'trust.external-id': {
    what: 'The trust policy wants an external id, and the call brought another one or none.',
    why: 'Profiles, tools and the console send no external id unless they are told to; a provider may have issued a new one since.',
    fix: 'Send the external id that the trust policy wants (--external-id, external_id in the profile), or have the owner of the role add the one you were given.',
  },
  'trust.just-created': {
    what: 'As read now everything allows it, and the role (or the caller) was created right before the call.',
    why: 'IAM is eventually consistent: a new role, user or policy takes some seconds until it is known everywhere.',
    fix: 'Try again; let automation wait or retry after it has created a role.',
  },
  'trust.mfa-age': {
    what: 'The trust policy wants a fresh MFA code, and the one that the session was made with is too old, or there was none.',
    why: 'aws:MultiFactorAuthAge counts the seconds since the code was checked; a session that is used for hours outlives the limit.',
    fix: 'Get a new session with a new MFA code, then assume the role.',
  },
  'trust.mfa-chaining': {
    what: 'The trust policy wants multi-factor authentication, and the caller is a role session, which carries none.',
    why: 'The MFA of the first step does not go along when one role assumes the next one.',
    fix: 'Assume the role directly as the user, with MFA; or have the owner of the role require MFA of users only, and of roles that their own trust policy does.',
  },
  'trust.mfa': {
    what: 'The trust policy wants multi-factor authentication, and the call was made without it.',
    why: 'A long-term access key alone carries no MFA: serial number and code have to come with the call, or with the session that makes it.',
    fix: 'Set mfa_serial in the profile, or pass --serial-number and --token-code with the call.',
  },
  'trust.arn-without-account': {
    what: 'The ARN of the role that is to be assumed has no account, so that it names no role.',
    why: 'The ARN is put together from a variable or setting for the account, and that was empty or not set.',
    fix: 'Set the account where the ARN is put together: a role is named by its whole ARN, arn:aws:iam::ACCOUNT_ID:role/NAME.',
  },
  'trust.monitoring-role': {
    what: 'RDS was given a role for enhanced monitoring that it cannot use.',
    why: 'The role trusts rds.amazonaws.com, or another service, in the place of monitoring.rds.amazonaws.com; or it lacks the policy AmazonRDSEnhancedMonitoringRole. ENHANCED_MONITORING in the message is the name of the setting, and no permission.',
    fix: 'Let the role trust monitoring.rds.amazonaws.com, and attach AmazonRDSEnhancedMonitoringRole to it; or let RDS create its default role, rds-monitoring-role.',
  },
  'trust.not-a-role': {
    what: 'What is to be assumed is no role: the ARN names a user, a group, a policy, an instance profile, a session or an account.',
    why: 'The wrong ARN was copied into role_arn. Only a role has a trust policy, so nothing else can be assumed, whatever the policies say.',
    fix: 'Pass the ARN of a role. To act as a user, use credentials of that user; of an instance profile, assume the role in it; of a session, the role that it is of.',
  },
  'trust.not-listed': {
    what: 'The trust policy is silent about the caller: no statement names it, or anybody like it.',
    why: 'A role can be assumed only by whom its trust policy allows, in the same account too. An identity policy of the caller that allows sts:AssumeRole is not enough.',
    fix: 'The owner of the role adds a statement that trusts the caller: the ARN of its role or user, never that of a session.',
  },
  'trust.only-federated': {
    what: 'The trust policy trusts an identity provider only, and the caller is a user or role that called sts:AssumeRole.',
    why: 'The role is made for tokens (OIDC) or assertions (SAML): a CI job, a cluster’s service account, a sign-in. The program fell back to other credentials, or is configured with role_arn and source_profile instead of web_identity_token_file.',
    fix: 'Assume the role with the token (sts:AssumeRoleWithWebIdentity), or have the owner of the role trust the caller as well.',
  },
  'trust.only-services': {
    what: 'The trust policy trusts AWS services only, and the caller is a user or a role.',
    why: 'It is a service role: made for Lambda, EC2 or another service to assume, and not for people or pipelines.',
    fix: 'Let the service use the role as it is meant to, use a role that is made for you, or have the owner of the role trust the caller as well.',
  },
  'trust.organization-access-role': {
    what: 'OrganizationAccountAccessRole does not exist in the account.',
    why: 'Organizations makes the role in accounts that it creates, not in accounts that were invited; it may also have another name, or have been deleted.',
    fix: 'Create the role in the account, trusting the management account.',
  },
  'trust.other-account': {
    what: 'The trust policy trusts an account, and the caller is of another one.',
    why: '`:root` (or the bare id) stands for the whole account that is named, and for no other. The id is mistyped, or the call was made with credentials of the wrong account.',
    fix: 'Call from the account that is trusted, or have the owner of the role add the caller’s own role or user.',
  },
  'trust.other-partition': {
    what: 'The trust policy names a principal of another partition (aws, aws-cn, aws-us-gov) than the caller’s.',
    why: 'A template writes `arn:aws:` where the account is in China or GovCloud. Partitions share no accounts, and no role can be assumed across them.',
    fix: 'Have the owner of the role name the caller with the partition of its own ARN; templates have ${AWS::Partition} for it.',
  },
  'trust.permission-set': {
    what: 'The role belongs to a permission set of IAM Identity Center: it is entered by signing in there, not by sts:AssumeRole.',
    why: 'Its trust policy trusts the SAML provider of Identity Center only; changes to it are refused or undone.',
    fix: 'Sign in through IAM Identity Center (aws sso login) with that permission set, or use a role that is made to be assumed.',
  },
  'trust.policy-variable': {
    what: 'A condition of the trust policy holds a policy variable that has no value for this caller, or that is taken literally.',
    why: '${aws:username} exists for IAM users only, not for roles. In a policy without "Version": "2012-10-17" a variable is plain text.',
    fix: 'Use a key that the caller has (${aws:PrincipalTag/…}), and set Version to 2012-10-17.',
  },
  'trust.principal-account': {
    what: 'The trust policy lets in callers of certain accounts only, and the caller is of another one.',
    why: 'The account is missing from the list under aws:PrincipalAccount, or the call was made with credentials of another account than the one that was meant.',
    fix: 'Call from one of those accounts, or have the owner of the role add the caller’s account.',
  },
  'trust.principal-arn-condition': {
    what: 'The trust policy names an account, and a condition on aws:PrincipalArn that does not cover the caller.',
    why: 'aws:PrincipalArn is the ARN of the user or role, with its path, and never that of a session. Roles of IAM Identity Center have a path with a region and a random ending.',
    fix: 'Have the owner of the role add the IAM ARN of the caller’s role, with its path, to the condition.',
  },
  'trust.principal-kind': {
    what: 'The trust policy names a user of that name where the caller is a role, or a role where the caller is a user.',
    why: '`:user/NAME` and `:role/NAME` are two different principals, even if the names are the same.',
    fix: 'Have the owner of the role add the caller’s own ARN.',
  },
  'trust.principal-org-path': {
    what: 'The trust policy lets in callers of one part of the organization only, and the caller’s account is elsewhere in it.',
    why: 'The account was moved to another organizational unit, the path in the policy lacks its final slash or `*`, or the operator is not one for keys with several values (ForAnyValue:StringLike).',
    fix: 'Have the owner of the role add the path of the caller’s organizational unit, with ForAnyValue and a final slash.',
  },
  'trust.principal-org-service': {
    what: 'The statement that trusts an AWS service also wants the caller to be of an organization, which a service never is.',
    why: 'A service principal belongs to no account and no organization: aws:PrincipalOrgID, aws:PrincipalOrgPaths and aws:PrincipalAccount are not in its requests.',
    fix: 'Put the condition on a statement for accounts, and use aws:SourceOrgID or aws:SourceAccount for the service.',
  },
  'trust.principal-org': {
    what: 'The trust policy lets in callers of one organization only, and the caller’s account is in another one or in none.',
    why: 'The account left the organization or was never in it, or the id in the policy is that of another organization.',
    fix: 'Call from an account of that organization, or have the owner of the role add the caller’s organization.',
  },
  'trust.principal-path': {
    what: 'The trust policy names the caller’s user or role without its path, or with another one.',
    why: 'A role’s ARN holds its path (role/service-role/NAME, role/aws-reserved/sso.amazonaws.com/…/NAME), and the ARN of its session, which messages show, does not.',
    fix: 'Have the owner of the role add the whole ARN, with its path, as iam:GetRole shows it.',
  },
  'trust.principal-tag': {
    what: 'The trust policy wants a tag on the caller, and the caller has another value or no such tag.',
    why: 'The user or role was never tagged, the value differs in letter case, or tags of the session replaced those of the role.',
    fix: 'Tag the user or role as the policy wants, or have the owner of the role add the value.',
  },
  'trust.request-tag': {
    what: 'The trust policy wants certain session tags to be passed with the call, and the call passed others or none.',
    why: 'The tool passes no tags, other tags or other values than aws:RequestTag, aws:TagKeys or sts:TransitiveTagKeys want; tags of an earlier session in a chain count too.',
    fix: 'Pass the tags that the trust policy wants, or have the owner of the role add those that are passed.',
  },
  'trust.role-case': {
    what: 'The role exists in other letter case than the ARN that was asked for.',
    why: 'Role names are case-sensitive when a role is assumed, though IAM finds a role by its name in any case.',
    fix: 'Use the name exactly as IAM shows it.',
  },
  'trust.role-not-found': {
    what: 'The role does not exist under this ARN: STS answers AccessDenied all the same.',
    why: 'It was deleted or not created yet, its name is misspelt or in other letter case, its path is missing from the ARN, or it is in another account.',
    fix: 'Use the ARN of the role that is there, or create the role.',
  },
  'trust.role-path': {
    what: 'The role exists under another path than the ARN that was asked for.',
    why: 'A role’s ARN holds its path (role/service-role/NAME): without it, it is the ARN of another role, which does not exist.',
    fix: 'Use the ARN as iam:GetRole shows it, and put the same ARN into the policies of the caller.',
  },
  'trust.self': {
    what: 'The caller already is the role that it asks for, and the trust policy of the role does not name the role itself.',
    why: 'The credentials of a first AssumeRole were exported, or are those of the machine or job, and the profile or provider assumes the role once more. Since September 2022 a role no longer trusts itself by itself.',
    fix: 'Leave out the second step: the credentials at hand are those of the role. Only where the step is wanted does the trust policy have to name the role itself.',
  },
  'trust.service-host': {
    what: 'The trust policy names a host that is almost that of the AWS service.',
    why: 'amazon.com in place of amazonaws.com, the host of one region, ecs in place of ecs-tasks, or a letter. A misspelt service is saved as long as some service has the name.',
    fix: 'Have the owner of the role add the host that the service really uses.',
  },
  'trust.service-linked': {
    what: 'The role is a service-linked one: only its AWS service can assume it, and nobody can change its trust policy.',
    why: 'Service-linked roles (path /aws-service-role/) belong to the service that they are named after.',
    fix: 'Use another role; or let the service do it.',
  },
  'trust.service-not-trusted': {
    what: 'The role is given to an AWS service which its trust policy does not trust.',
    why: 'The role was made for people or for another service, or the statement for this service was left out.',
    fix: 'Have the owner of the role add a statement that lets this service assume it, or give the service a role that is made for it.',
  },
  'trust.service-refused': {
    what: 'A service says that it may not assume the role that it was given, and its trust policy could not be read.',
    why: 'Nearly always the trust policy does not name the service. Else the role is not there, or was made seconds ago.',
    fix: 'Have the owner of the role let its trust policy name the service under Principal.Service.',
  },
  'trust.session-name': {
    what: 'The trust policy wants a certain name for the session, and the call gave another one.',
    why: 'SDKs make up a name (botocore-session-…, aws-sdk-js-…) unless the profile has role_session_name; a policy that wants ${aws:username} can only be met by a user.',
    fix: 'Pass the name that the trust policy wants (--role-session-name, role_session_name in the profile).',
  },
  'trust.session-principal': {
    what: 'The trust policy names one session of the caller’s role, and the caller is another session of it.',
    why: 'The ARN of a session (…:assumed-role/ROLE/SESSION), as error messages show it, was copied into the policy. It fits that one session name only, and `*` in its place fits none.',
    fix: 'Have the owner of the role add the ARN of the role itself (arn:aws:iam::…:role/ROLE).',
  },
  'trust.set-context': {
    what: 'The call hands over the context of a signed-in person, and the trust policy does not allow sts:SetContext to the caller.',
    why: 'Trusted identity propagation (ProvidedContexts) needs that second permission.',
    fix: 'Have the owner of the role add sts:SetContext beside sts:AssumeRole.',
  },
  'trust.set-source-identity': {
    what: 'The call brings a source identity, and the trust policy does not allow sts:SetSourceIdentity to the caller.',
    why: 'A source identity needs that second permission, and once it is set it goes along through the whole chain of roles.',
    fix: 'Have the owner of the role add sts:SetSourceIdentity beside sts:AssumeRole.',
  },
  'trust.source-arn': {
    what: 'The trust policy lets the AWS service assume the role for certain resources or accounts only, and this one is not among them.',
    why: 'aws:SourceArn names a resource that was created anew or is in another region, a pattern lacks its `*`, or aws:SourceAccount is that of another account.',
    fix: 'Have the owner of the role add the ARN of the resource (or its account) that the service acts for.',
  },
  'trust.source-identity': {
    what: 'The trust policy wants a source identity, and the call brought another one or none.',
    why: 'Neither the profile nor the identity provider sets a source identity, or it is set to something else; once set it cannot be changed in the rest of a chain.',
    fix: 'Pass the source identity that the policy wants (--source-identity), at the first step of the chain.',
  },
  'trust.source-ip': {
    what: 'The trust policy lets in calls from certain addresses only, and the call came from elsewhere.',
    why: 'Another VPN or runner, a NAT gateway with a new address, or a VPC endpoint: through one, aws:SourceIp is not in the request at all.',
    fix: 'Call from one of those networks, or have the owner of the role add the address; behind a VPC endpoint use aws:VpcSourceIp or aws:SourceVpce.',
  },
  'trust.source-vpc': {
    what: 'The trust policy lets in calls through certain VPCs or VPC endpoints only, and the call took another way.',
    why: 'There is no interface endpoint for STS in the VPC, its private name is off, or the SDK calls the global endpoint, which no VPC endpoint serves.',
    fix: 'Call the regional STS endpoint through an interface endpoint of that VPC, or have the owner of the role add the endpoint.',
  },
  'trust.stale-principal': {
    what: 'The trust policy names a principal that was deleted: AWS shows its unique id (AROA… or AIDA…) where its ARN stood.',
    why: 'AWS stores the principal of a trust policy as its unique id. A role or user that is deleted and created again under the same name has another id, and the policy does not trust it any more.',
    fix: 'The owner of the role puts the ARN of the principal in the place of the id; AWS then stores the new id. Every other id of a deleted principal has to go as well: AWS refuses to save a policy that has one.',
  },
  'trust.tag-session': {
    what: 'The call passes session tags, and the trust policy does not allow sts:TagSession to the caller.',
    why: 'Session tags need that second permission. Tags come from the tool (the GitHub action with user keys, EKS Pod Identity, attributes of IAM Identity Center), or go along from an earlier session in a chain.',
    fix: 'Have the owner of the role add sts:TagSession beside sts:AssumeRole, or do not pass tags (role-skip-session-tagging: true in the GitHub action).',
  },
  'trust.wildcard-principal': {
    what: 'The trust policy names principals by a pattern, and a pattern inside a principal’s ARN matches nobody.',
    why: 'In Principal a `*` can stand only for everybody; part of a name cannot be a wildcard. AWS mostly refuses to save such a policy, tools and emulators do not.',
    fix: 'Name the account, and put the pattern under Condition: ArnLike, aws:PrincipalArn.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
