import { orList, placeOfStatement, requestValue } from '../../evidence/words.ts';
import { blockerCause } from '../cause.ts';
import { conditionFinding } from '../fallbacks/condition-finding.ts';
import { passRoleMiss } from './identity-pass-role.ts';

const KEY = 'iam:passedtoservice';

export const passedToService = blockerCause({
  kind: 'missing-allow',
  id: 'passrole.passed-to-service',
  explain(blocker, denialCase) {
    const miss = passRoleMiss(blocker, denialCase, 'condition');
    const condition = miss?.conditions.find(({ finding: { key } }) => key.toLowerCase() === KEY);
    if (miss === undefined || condition === undefined || miss.conditions.length > 1) return undefined;
    if (condition.finding.request.status === 'missing') return undefined;
    const place = placeOfStatement(denialCase, miss.statement);
    const wanted = orList(condition.values.map(({ value }) => value));
    const service = requestValue(condition);
    return conditionFinding(miss, blocker, denialCase, {
      summary:
        service === undefined
          ? `${place} lets the caller pass the role to ${wanted} only; which service gets it does not show (--service)`
          : `${place} lets the caller pass the role to ${wanted}, and ${service} gets it`,
    });
  },
});
