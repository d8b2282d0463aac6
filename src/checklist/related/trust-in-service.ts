import { isPassRole } from '../../model/actions.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Question } from '../../model/question.ts';
import { servicePrincipal } from '../../request/ask-question.ts';
import { type RelatedQuestion, sameCaller } from './related-question.ts';

/**
 * A service that gets a role assumes it: the role's trust policy has to name the service. That is no part of iam:PassRole.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function trustInService(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  const { request, facts } = denialCase;
  if (request === null || !isPassRole(request.action) || facts.role === null) return [];
  const service = request.context.get('iam:PassedToService');
  const [host] = service.status === 'known' ? service.values : [];
  if (host === undefined) return [];
  return [
    {
      why: `${host} assumes the role that it gets, so the role has to trust it`,
      question: sameCaller(denialCase, question, {
        principal: servicePrincipal(host),
        principalFrom: 'text',
        action: 'sts:AssumeRole',
        resource: facts.role.arn,
      }),
    },
  ];
}
