import type { CauseText } from './cause-text.ts';

/** Causes in passing a role to a service, by id. */
export const PASSROLE_TEXTS = {
  'passrole.associated-resource': {
    what: 'The caller may pass the role for certain resources only, and it is passed for another one.',
    why: 'iam:AssociatedResourceArn is the resource that the service will use the role for; not every service sends it.',
    fix: 'Have the account’s administrator add the ARN of the resource to the condition.',
  },
  'passrole.cross-account': {
    what: 'The role that is to be passed is in another account than the caller, which AWS never allows, whatever the policies say.',
    why: 'The account id in the role’s ARN is a wrong one, or the call was made with credentials of another account than the one that the role and the resource are in.',
    fix: 'Pass a role of the caller’s own account, or make the call with credentials of the role’s account.',
  },
  'passrole.instance-profile-arn': {
    what: 'The policy allows iam:PassRole on an instance profile, and what is passed is the role in it.',
    why: 'An instance profile and its role mostly have the same name; iam:PassRole is asked for the role only.',
    fix: 'Have the account’s administrator name the ARN of the role (…:role/NAME) in place of …:instance-profile/NAME.',
  },
  'passrole.instance-profile-empty': {
    what: 'The instance profile has no role in it, or does not exist.',
    why: 'Only the console makes an instance profile together with a role of the same name; with the API the role has to be added to it.',
    fix: 'Add the role to the instance profile (add-role-to-instance-profile), or create the profile.',
  },
  'passrole.other-role': {
    what: 'The caller may pass other roles, and not this one.',
    why: 'A call can pass several roles (an ECS task its task role and its execution role), and each needs iam:PassRole; or the role was made anew under another name.',
    fix: 'Have the account’s administrator allow iam:PassRole on this role too.',
  },
  'passrole.passed-to-service': {
    what: 'The caller may pass the role to another AWS service than the one that gets it.',
    why: 'iam:PassedToService is the service that finally uses the role: ecs-tasks.amazonaws.com, not ecs.amazonaws.com; not the one in between, such as CloudFormation.',
    fix: 'Have the account’s administrator add the service to the condition of the statement.',
  },
  'passrole.reserved-role': {
    what: 'The role that is to be passed belongs to IAM Identity Center (path /aws-reserved/), and is not made for a service.',
    why: 'The ARN of the role that somebody is signed in with was copied into the configuration of a service.',
    fix: 'Make a role for the service, and pass that one.',
  },
  'passrole.role-and-service': {
    what: 'The statement that comes nearest is about another role, and about another service than the one that gets this one.',
    why: 'Policies often list the roles of one application and its services; a role under another path, or for one more service, is in neither list.',
    fix: 'Have the account’s administrator allow iam:PassRole on this role to this service in a statement of its own: each list alone would not do.',
  },
  'passrole.role-not-found': {
    what: 'The role that is to be passed does not exist: the call names an ARN that leads nowhere.',
    why: 'A variable was empty or unset when the ARN was put together (role/null, role/undefined), the role was not created yet, or its path is missing.',
    fix: 'Pass the ARN of the role that is meant; the permission alone would not help.',
  },
  'passrole.role-path': {
    what: 'The caller may pass a role of that name under another path.',
    why: 'Roles that the console makes for a service are under /service-role/, and the path is a part of the ARN: role/NAME and role/service-role/NAME are two roles.',
    fix: 'Have the account’s administrator add the whole ARN, with its path.',
  },
  'passrole.role-tags': {
    what: 'The statement lets the caller pass roles with a certain tag, and iam:PassRole does not reliably know the tags of a role.',
    why: 'aws:ResourceTag and iam:ResourceTag do not work for iam:PassRole: AWS’s documentation says not to use them there.',
    fix: 'Have the account’s administrator name the roles by ARN or path instead.',
  },
  'passrole.service-linked-role': {
    what: 'The call names a service-linked role, and passing it needs iam:PassRole like any other role.',
    why: 'A service that finds its service-linked role by itself needs no iam:PassRole; one that is told which role to use does.',
    fix: 'Leave the role out of the call where the service can find it, or have the account’s administrator allow iam:PassRole on it.',
  },
  'passrole.service-not-sent': {
    what: 'The statement wants iam:PassedToService, and the service that gets the role does not send that key.',
    why: 'Not all services do; StringEquals then never holds, whatever service is named.',
    fix: 'Have the account’s administrator allow iam:PassRole on this one role without the condition, or with StringEqualsIfExists.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
