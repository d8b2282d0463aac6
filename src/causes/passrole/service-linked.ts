import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { isServiceLinkedRole, SERVICE_LINKED_PATH } from '../../model/aws-names.ts';
import { shortName } from '../../model/short-name.ts';
import { blockerCause } from '../cause.ts';
import { deniesPassRole } from './identity-pass-role.ts';

export const passedServiceLinkedRole = blockerCause({
  kind: 'missing-allow',
  id: 'passrole.service-linked-role',
  explain(blocker, denialCase) {
    if (!deniesPassRole(denialCase)) return undefined;
    const role = denialCase.request?.resource ?? '';
    const service = role.split(SERVICE_LINKED_PATH)[1]?.split('/')[0];
    if (!isServiceLinkedRole(role) || service === undefined) return undefined;
    return {
      summary: `The call passes ${shortName(role)}, the service-linked role of ${service}, and no policy of the caller allows iam:PassRole on it`,
      evidence: allowEvidence(blocker, denialCase),
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});
