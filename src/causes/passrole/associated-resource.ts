import { orList, placeOfStatement, requestValue } from '../../evidence/words.ts';
import { blockerCause } from '../cause.ts';
import { conditionFinding } from '../fallbacks/condition-finding.ts';
import { passRoleMiss } from './identity-pass-role.ts';

export const associatedResource = blockerCause({
  kind: 'missing-allow',
  id: 'passrole.associated-resource',
  explain(blocker, denialCase) {
    const miss = passRoleMiss(blocker, denialCase, 'condition');
    const [condition, ...others] = miss?.conditions ?? [];
    if (miss === undefined || condition === undefined || others.length > 0) return undefined;
    if (condition.finding.key.toLowerCase() !== 'iam:associatedresourcearn') return undefined;
    const place = placeOfStatement(denialCase, miss.statement);
    const wanted = orList(condition.values.map(({ value }) => value));
    const resource = requestValue(condition);
    return conditionFinding(miss, blocker, denialCase, {
      summary:
        resource === undefined
          ? `${place} lets the caller pass the role for ${wanted} only; for which resource it is passed does not show (--context iam:AssociatedResourceArn=…)`
          : `${place} lets the caller pass the role for ${wanted}, and it is passed for ${resource}`,
    });
  },
});
