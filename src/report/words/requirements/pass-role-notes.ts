import type { Diagnosis } from '../../../model/diagnosis.ts';
import type { Requirement } from '../../../model/requirement.ts';

/** True where the role that is passed is the caller's own. */
export function passesItself({ request, target }: Requirement): boolean {
  return request.resource !== null && request.resource === target.attachedTo;
}

/** Which setting names the wrong role, where a caller passes its own. https://karpenter.sh/docs/concepts/nodeclasses/#specrole */
export function ownRoleWords({ denial }: Diagnosis): string {
  return /^ec2nodeclass\b/i.test(denial?.origin?.name ?? '')
    ? 'The controller passes its own role. Mostly the role in the EC2NodeClass (spec.role) is the wrong one: it must be the role of the nodes; then the statement must name that one.'
    : 'The caller passes its own role. Check first that this is the role which the service should get: mostly another one is meant, and the setting that names it is wrong.';
}

/** Where the role stands that the statement has to name, and that it must be exact. */
export function passRoleWords(one: Requirement, { requirements }: Diagnosis): readonly string[] {
  const isUnknown = one.request.resource === null;
  const account = requirements.find(({ id }) => id === 'pass-role.account');
  const own = account?.need === 'value' ? (account.expected?.[0] ?? null) : null;
  return [
    ...(isUnknown && one.id === 'identity'
      ? [
          'The call that failed names the role: lambda --role, ecs taskRoleArn and executionRoleArn, ec2 --iam-instance-profile, cloudformation --role-arn.',
        ]
      : []),
    `Resource must be the exact ARN of the role, with its path${own === null || account?.status === 'met' ? '' : `; the role must be in ${own}: a role cannot be passed across accounts`}.`,
  ];
}
