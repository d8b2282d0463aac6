import type { DenialCase } from '../../model/denial-case.ts';
import { assumedInstead } from '../../model/no-role.ts';
import type { Question } from '../../model/question.ts';
import { objectAcl } from './object-acl.ts';
import { otherResources } from './other-resources.ts';
import { passedRoles } from './passed-roles.ts';
import type { RelatedQuestion } from './related-question.ts';
import { sessionPermissions } from './session-permissions.ts';
import { trustInService } from './trust-in-service.ts';

/**
 * What the same call needs besides the request that was denied: AWS stops at the first refusal, so the next one waits behind it.
 * Each is a question of its own, asked like the first; what a related request needs in turn is not asked.
 */
export function relatedQuestions(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  if (denialCase.request === null || denialCase.denial?.kind === 'credentials') return [];
  // What no policy can mend needs nothing besides.
  if (assumedInstead(denialCase.request.action, denialCase.request.resource) !== undefined) return [];
  return [trustInService, sessionPermissions, passedRoles, otherResources, objectAcl].flatMap((needs) =>
    needs(denialCase, question),
  );
}
