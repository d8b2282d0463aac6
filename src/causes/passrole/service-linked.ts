import { isServiceLinkedRole, SERVICE_LINKED_PATH } from '../../model/aws-names.ts';
import { shortName } from '../../model/short-name.ts';
import { defineCheck } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { deniesPassRole } from './identity-pass-role.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html */
export const passedServiceLinkedRole = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'missing-allow',
  id: 'passrole.service-linked-role',
  doc: {
    what: 'The call names a service-linked role, and passing it needs iam:PassRole like any other role.',
    why: 'A service that finds its service-linked role by itself needs no iam:PassRole; one that is told which role to use does.',
    fix: 'Leave the role out of the call where the service can find it, or have the account’s administrator allow iam:PassRole on it.',
  },
  explain(blockage, subject) {
    if (!deniesPassRole(subject)) return undefined;
    const role = subject.request?.resource ?? '';
    const service = role.split(SERVICE_LINKED_PATH)[1]?.split('/')[0];
    if (!isServiceLinkedRole(role) || service === undefined) return undefined;
    return {
      summary: `The call passes ${shortName(role)}, the service-linked role of ${service}, and no policy of the caller allows iam:PassRole on it`,
      evidence: allowEvidence(blockage, subject),
      remedies: allowRemedies(blockage, subject),
    };
  },
});
