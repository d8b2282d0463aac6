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
    /^arn:aws[a-z-]*:organizations::(?:\d{12}|aws):policy\/(?:o-[a-z0-9]{10,32}\/)?[a-z_]+\/(p-[0-9a-zA-Z_]{8,128})$/.exec(
      policyArn,
    );
  if (organization?.[1] !== undefined)
    return [
      [
        ...['aws', 'organizations', 'describe-policy', '--policy-id', organization[1]],
        ...['--query', 'Policy.Content', '--output', 'text'],
      ],
    ];
  const isIam = /^arn:aws[a-z-]*:iam::(?:\d{12}|aws):policy\/[\w+=,.@/-]{1,512}$/.test(policyArn);
  if (!isIam) return [];
  const kind = isAwsManaged(policyArn) ? 'AWSManagedPolicy' : 'LocalManagedPolicy';
  const query = `Policies[?Arn=='${policyArn}'].PolicyVersionList[?IsDefaultVersion].Document`;
  return [['aws', 'iam', 'get-account-authorization-details', '--filter', kind, '--query', query]];
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
    ['aws', 'iam', `list-attached-${kind}-policies`, ...about],
    ['aws', 'iam', `list-${kind}-policies`, ...about],
  ];
}
