import type { CauseText } from './cause-text.ts';

/** Causes in passing a role to a service, by id. */
export const PASSROLE_TEXTS = {
  'passrole.associated-resource': {
    what: 'The caller may pass the role for certain resources, and passes it for a different one.',
    why: 'iam:AssociatedResourceArn is the resource the service will use the role for; not every service sends it.',
    fix: 'Have the account’s administrator add the ARN of the resource to the condition.',
  },
  'passrole.cross-account': {
    what: 'The role to pass is in a different account than the caller, which AWS never allows, whatever the policies say.',
    why: 'The account ID in the role’s ARN is wrong, or the call used credentials of a different account than the role and the resource.',
    fix: 'Pass a role in the caller’s account, or make the call with credentials of the role’s account.',
  },
  'passrole.instance-profile-arn': {
    what: 'The policy allows iam:PassRole on an instance profile, but what is passed is the role in it.',
    why: 'An instance profile and its role usually have the same name; iam:PassRole applies only to the role.',
    fix: 'Have the account’s administrator name the ARN of the role (…:role/NAME) instead of …:instance-profile/NAME.',
  },
  'passrole.instance-profile-empty': {
    what: 'The instance profile contains no role, or does not exist.',
    why: 'Only the console creates an instance profile together with a role of the same name; with the API, the role has to be added.',
    fix: 'Add the role to the instance profile (add-role-to-instance-profile), or create the profile.',
  },
  'passrole.other-role': {
    what: 'The caller may pass certain roles, but not this one.',
    why: 'A call can pass several roles (an ECS task has a task role and an execution role), and each needs iam:PassRole; or the role was created again under a new name.',
    fix: 'Have the account’s administrator allow iam:PassRole on this role as well.',
  },
  'passrole.passed-to-service': {
    what: 'The policy lets the caller pass the role to a different AWS service than the one it is passed to.',
    why: 'iam:PassedToService is the service that finally uses the role: ecs-tasks.amazonaws.com rather than ecs.amazonaws.com, and never an intermediary such as CloudFormation.',
    fix: 'Have the account’s administrator add the service to the condition of the statement.',
  },
  'passrole.reserved-role': {
    what: 'The role to pass belongs to IAM Identity Center (path /aws-reserved/) and cannot be used by a service.',
    why: 'The ARN of the role someone is signed in with was copied into the configuration of a service.',
    fix: 'Create a role for the service, and pass that role.',
  },
  'passrole.role-and-service': {
    what: 'The closest statement allows a different role and a different service.',
    why: 'Policies often list the roles of one application and its services; a role with a different path, or for one more service, is on neither list.',
    fix: 'Have the account’s administrator allow iam:PassRole on this role to this service in a separate statement: extending only one list is not enough.',
  },
  'passrole.role-not-found': {
    what: 'The role to pass does not exist.',
    why: 'A variable was empty when the ARN was built (role/null, role/undefined), the role has not been created yet, or its path is missing.',
    fix: 'Pass the ARN of the intended role; the permission alone would not help.',
  },
  'passrole.role-path': {
    what: 'The caller may pass a role of that name with a different path.',
    why: 'Roles that the console creates for a service have the path /service-role/, and the path is part of the ARN: role/NAME and role/service-role/NAME are two roles.',
    fix: 'Have the account’s administrator add the full ARN with its path.',
  },
  'passrole.role-tags': {
    what: 'The statement depends on the tags of the role, which do not work reliably for iam:PassRole.',
    why: 'AWS’s documentation says not to use aws:ResourceTag or iam:ResourceTag with iam:PassRole.',
    fix: 'Have the account’s administrator name the roles by ARN or path instead.',
  },
  'passrole.service-linked-role': {
    what: 'The call names a service-linked role, and passing it needs iam:PassRole like any other role.',
    why: 'A service that finds its service-linked role itself needs no iam:PassRole; a call that names the role does.',
    fix: 'Leave the role out of the call where the service can find it, or have the account’s administrator allow iam:PassRole on it.',
  },
  'passrole.service-not-sent': {
    what: 'The statement requires iam:PassedToService, but this service does not send that key, so the condition never matches.',
    why: 'Not all services send the key; StringEquals fails when the key is missing.',
    fix: 'Have the account’s administrator allow iam:PassRole on this one role without the condition, or with StringEqualsIfExists.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
