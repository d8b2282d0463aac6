import { orList, placeOfStatement } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { blockerCause } from '../cause.ts';
import { conditionFinding } from '../fallbacks/condition-finding.ts';
import { passRoleMiss } from './identity-pass-role.ts';

/** "Some services do not support this condition key": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService */
export const serviceNotSent = blockerCause({
  kind: 'missing-allow',
  id: 'passrole.service-not-sent',
  explain(blocker, denialCase) {
    const miss = passRoleMiss(blocker, denialCase, 'condition');
    const [condition, ...others] = miss?.conditions ?? [];
    if (miss === undefined || condition === undefined || others.length > 0) return undefined;
    const { key, request } = condition.finding;
    if (key.toLowerCase() !== 'iam:passedtoservice' || request.status !== 'missing') return undefined;
    const wanted = orList(condition.values.map(({ value }) => value));
    return conditionFinding(miss, blocker, denialCase, {
      summary: `${placeOfStatement(denialCase, miss.statement)} wants iam:PassedToService ${wanted}, which this call does not send`,
      remedies: allowRemedies(blocker, denialCase),
    });
  },
});
