import { isPermissionSet } from '../model/aws-names.ts';
import type { CallerName } from './caller.ts';
import { awsCommand, type Shown } from './make.ts';
import { type Named, token } from './named.ts';

/** The commands that list the identity policies of the caller; those for a user and for a role where it is not known which of them called. */
export function identityCommands({ type, name, account, arn }: CallerName): readonly Shown[] {
  if (type === 'federated-user') return [];
  const user = type === null ? token('USER_NAME') : name;
  const role = type === null ? token('CALLER_ROLE_NAME') : name;
  const ofUser = user === null || type === 'role' || type === 'session' ? [] : userCommands(account, user);
  const ofRole = role === null || type === 'user' ? [] : roleCommands(account, role);
  const identity = type === null ? [awsCommand(account, 'sts get-caller-identity')] : [];
  const ofSet = isPermissionSet(arn.text) ? permissionSetCommands() : [];
  return [...identity, ...ofUser, ...ofRole, ...ofSet];
}

function userCommands(account: string | null, name: Named): readonly Shown[] {
  return ['list-attached-user-policies', 'list-user-policies', 'list-groups-for-user'].map((command) =>
    awsCommand(account, `iam ${command} --user-name`, name),
  );
}

function roleCommands(account: string | null, name: Named): readonly Shown[] {
  return ['list-attached-role-policies', 'list-role-policies'].map((command) =>
    awsCommand(account, `iam ${command} --role-name`, name),
  );
}

/** https://docs.aws.amazon.com/cli/latest/reference/sso-admin/get-inline-policy-for-permission-set.html */
function permissionSetCommands(): readonly Shown[] {
  return [
    awsCommand(
      null,
      'sso-admin get-inline-policy-for-permission-set --instance-arn',
      token('INSTANCE_ARN'),
      '--permission-set-arn',
      token('PERMISSION_SET_ARN'),
    ),
  ];
}

/** The commands that show the user or role of the caller: its permissions boundary is in the answer. */
export function entityCommands({ type, name, account }: CallerName): readonly Shown[] {
  if (type === null || name === null) return [];
  const kind = type === 'user' ? 'user' : 'role';
  return [
    awsCommand(
      account,
      `iam get-${kind} --${kind}-name`,
      name,
      '--query',
      type === 'user' ? 'User.PermissionsBoundary' : 'Role.PermissionsBoundary',
    ),
  ];
}

/** The command that shows the trust policy of a role. */
export function trustCommand(name: Named, account: string | null): Shown {
  return awsCommand(account, 'iam get-role --role-name', name, '--query', 'Role.AssumeRolePolicyDocument');
}

/** The command that shows the ARN of a role, with its path. */
export function roleArnCommand(name: Named, account: string | null): Shown {
  return awsCommand(account, 'iam get-role --role-name', name, '--query', 'Role.Arn', '--output', 'text');
}
