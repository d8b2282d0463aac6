import { managedDocumentCommand, policiesCommand } from '../grants/commands-to-read.ts';
import { isPermissionSet } from '../model/aws-names.ts';
import type { CallerName } from './caller.ts';
import { awsCommand, type Shown, shown } from './make.ts';
import { known, type Named, token } from './named.ts';

/** The commands that print the identity policies of the caller; those for a user and for a role where it is not known which of them called. */
export function identityCommands({ type, name, account, arn }: CallerName): readonly Shown[] {
  if (type === 'federated-user') return [];
  const user = type === null ? token('USER_NAME') : name;
  const role = type === null ? token('CALLER_ROLE_NAME') : name;
  const isUser = user !== null && type !== 'role' && type !== 'session';
  const isRole = role !== null && type !== 'user';
  // Reading one's own needs fewer permissions than all documents do.
  const listed = [
    ...(isUser ? [awsCommand(account, 'iam list-attached-user-policies --user-name', user)] : []),
    ...(isRole ? [awsCommand(account, 'iam list-attached-role-policies --role-name', role)] : []),
  ];
  const isKnown = type !== null;
  const ofUser =
    isUser && isKnown ? [policiesOf('User', user, account), policiesOf('Group', token('GROUP_NAME'), account)] : [];
  const ofRole = isRole && isKnown ? [policiesOf('Role', role, account)] : [];
  const identity = type === null ? [awsCommand(account, 'sts get-caller-identity')] : [];
  const ofSet = isPermissionSet(arn.text) ? permissionSetCommands() : [];
  // Who called comes first; then there are more.
  const ofManaged = isKnown ? [managedDocument(account)] : [];
  return [...identity, ...listed, ...ofUser, ...ofRole, ...ofManaged, ...ofSet];
}

function policiesOf(kind: 'User' | 'Group' | 'Role', name: Named, account: string | null): Shown {
  return withTokens(policiesCommand(kind, name.text), account, name);
}

function managedDocument(account: string | null): Shown {
  const arn = token('POLICY_ARN');
  return withTokens(managedDocumentCommand(arn.text), account, arn);
}

/** A command whose last word holds a value. */
function withTokens(argv: readonly string[], account: string | null, { placeholders }: Named): Shown {
  return shown(account, ...argv.slice(0, -1), { text: argv.at(-1) ?? '', placeholders });
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
    managedDocument(account),
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

/**
 * The commands that find a policy of the organization: what is attached to the account, what is above it, the document of each policy.
 * https://docs.aws.amazon.com/cli/latest/reference/organizations/list-parents.html
 */
export function organizationCommands(kind: 'scp' | 'rcp', account: string | null): readonly Shown[] {
  const target = account === null ? token(kind === 'scp' ? 'CALLER_ACCOUNT' : 'ACCOUNT') : known(account);
  const filter = kind === 'scp' ? 'SERVICE_CONTROL_POLICY' : 'RESOURCE_CONTROL_POLICY';
  return [
    awsCommand(null, 'organizations list-policies-for-target --target-id', target, '--filter', filter),
    awsCommand(null, 'organizations list-parents --child-id', target),
    awsCommand(
      null,
      'organizations describe-policy --policy-id',
      token('POLICY_ID'),
      ...['--query', 'Policy.Content', '--output', 'text'],
    ),
  ];
}
