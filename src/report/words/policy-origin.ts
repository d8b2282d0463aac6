import type { Requirement } from '../../model/requirement.ts';

/** What can be done about a policy that AWS manages. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies */
export function managedWords({ step, target }: Requirement): string {
  const cannot = `AWS manages ${target.name}: it cannot be edited.`;
  if (step !== 'boundary') return `${cannot} Detach it, if it is not there for a reason.`;
  const of = /:user\//.test(target.attachedTo ?? '') ? 'user' : 'role';
  return `${cannot} Make a customer managed policy with its statements and this one, and set that as the boundary (aws iam put-${of}-permissions-boundary).`;
}

/**
 * Where a session policy comes from: no API shows it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
export function sessionWords(type: string | null): readonly string[] {
  return type === 'federated-user'
    ? [
        'It is the Policy and PolicyArns that were passed to GetFederationToken; without them a federated user has no permissions.',
      ]
    : [
        'It is not attached to anything: the code or tool that assumed the role passed it (Policy or PolicyArns of AssumeRole; policy and policy_arns in Terraform’s assume_role). CloudTrail has it in requestParameters of that AssumeRole event.',
        'Change it there, or assume the role without it: the session then has what the policies of the role allow.',
      ];
}
