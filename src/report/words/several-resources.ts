import type { Way } from '../../model/requirement.ts';

/** True for a statement that lists all that a call is checked on. */
export function hasSeveralResources({ statements }: Way): boolean {
  return statements.some((statement) => Array.isArray(statement['Resource']));
}

/** Kinds of resource that take each other's place, or that a call can be without. */
const INSTEAD: Readonly<Record<string, string>> = {
  'ec2:runinstances':
    'Leave out the key pair if the launch names none. A launch template is checked too, if one is used.',
  'ec2:requestspotinstances': 'Leave out the key pair if the request names none.',
  'ec2:createflowlogs':
    'Put the subnet, network interface or transit gateway in place of the VPC if the flow log is for that.',
  'ec2:createnatgateway': 'A private NAT gateway has no Elastic IP.',
  'ssm:sendcommand':
    'For a managed node outside of EC2, put arn:aws:ssm:…:managed-instance/… in place of the instance.',
};

/** What of it can be left out, or is another one. */
export function insteadWords(action: string): readonly string[] {
  const words = INSTEAD[action.toLowerCase()];
  return words === undefined ? [] : [words];
}
