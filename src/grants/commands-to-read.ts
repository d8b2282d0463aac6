import { isAwsManaged } from '../model/aws-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer } from '../model/layer.ts';
import { shortName } from '../model/short-name.ts';

/**
 * The command that prints the document of a policy, from its ARN; none where the ARN is not what AWS's grammar allows. Of a managed policy
 * `get-policy` shows no document, and `get-policy-version` needs the id of the version.
 * https://docs.aws.amazon.com/cli/latest/reference/iam/get-account-authorization-details.html
 */
export function commandsToRead(policyArn: string | null): readonly (readonly string[])[] {
  if (policyArn === null) return [];
  const organization =
    /^arn:aws[a-z-]*:organizations::[^:]{0,64}:policy\/(?:o-[a-z0-9]{10,32}\/)?[a-z_]+\/(p-[0-9a-zA-Z_]{8,128})$/.exec(
      policyArn,
    );
  if (organization?.[1] !== undefined)
    return [
      [
        ...['aws', 'organizations', 'describe-policy', '--policy-id', organization[1]],
        ...['--query', 'Policy.Content', '--output', 'text'],
      ],
    ];
  const [, account, name] =
    /^arn:aws[a-z-]*:iam::([^:]*):policy\/(?:[\w+=,.@/-]*\/)?([\w+=,.@-]{1,128})$/.exec(policyArn) ?? [];
  if (account === undefined || name === undefined) return [];
  const isWhole = /^(?:\d{12}|aws)$/.test(account);
  const which = isWhole ? `Arn=='${policyArn}'` : `PolicyName=='${name}'`;
  return [documentCommand(which, [isAwsManaged(policyArn) ? 'AWSManagedPolicy' : 'LocalManagedPolicy'])];
}

/** A filter inside a projection would be one of the projection: hence the pipe. https://jmespath.org/specification.html#pipe-expressions */
function documentCommand(which: string, kinds: readonly string[]): readonly string[] {
  const query = `Policies[?${which}].PolicyVersionList[] | [?IsDefaultVersion].Document`;
  return ['aws', 'iam', 'get-account-authorization-details', '--filter', ...kinds, '--query', query];
}

/** The command that prints the document of each managed policy with this ARN. */
export function managedDocumentCommand(policyArn: string): readonly string[] {
  return documentCommand(`Arn=='${policyArn}'`, ['LocalManagedPolicy', 'AWSManagedPolicy']);
}

/**
 * The command that prints the inline policies of a user, group or role with their documents, and the ARNs of what is attached to it; of a
 * user, its groups too.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function policiesCommand(kind: 'User' | 'Group' | 'Role', name: string): readonly string[] {
  const groups = kind === 'User' ? ',GroupList' : '';
  const query = `${kind}DetailList[?${kind}Name=='${name}'].[${kind}PolicyList,AttachedManagedPolicies[].PolicyArn${groups}]`;
  return ['aws', 'iam', 'get-account-authorization-details', '--filter', kind, '--query', query];
}

/** The commands that show the policies of the caller, or the requested role; none for layers whose policies are not read by name. */
export function commandsToReadLayer(layer: Layer, { facts }: DenialCase): readonly (readonly string[])[] {
  const { principal, role } = facts;
  const kind = principal?.type === 'user' ? 'user' : 'role';
  const isCaller = /^(user|role|session)$/.test(principal?.type ?? '');
  const name = layer === 'trust' ? shortName(role?.arn ?? null) : (principal?.name ?? '');
  if (!/^[\w+=,.@-]{1,64}$/.test(name)) return [];
  if (layer === 'trust') return role === null ? [] : [['aws', 'iam', 'get-role', '--role-name', name]];
  if (!isCaller) return [];
  const about = [`--${kind}-name`, name];
  if (layer === 'boundary') return [['aws', 'iam', `get-${kind}`, ...about]];
  if (layer !== 'identity') return [];
  return [
    policiesCommand(kind === 'user' ? 'User' : 'Role', name),
    ...(kind === 'user' ? [policiesCommand('Group', 'GROUP_NAME')] : []),
    managedDocumentCommand('POLICY_ARN'),
  ];
}
