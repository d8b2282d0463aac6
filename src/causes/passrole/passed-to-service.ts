import { defineCheck } from '../cause.ts';
import { conditionFinding } from '../fallbacks/condition-finding.ts';
import { listed, sent } from '../trust/condition-cause.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { passRoleMiss } from './identity-pass-role.ts';

const KEY = 'iam:passedtoservice';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService */
export const passedToService = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'missing-allow',
  id: 'passrole.passed-to-service',
  doc: {
    what: 'The caller may pass the role to another AWS service than the one that gets it.',
    why: 'iam:PassedToService is the service that finally uses the role: ecs-tasks.amazonaws.com, not ecs.amazonaws.com; not the one in between, such as CloudFormation.',
    fix: 'Have the account’s administrator add the service to the condition of the statement.',
  },
  explain(blockage, subject) {
    const miss = passRoleMiss(blockage, subject, 'condition');
    const condition = miss?.conditions.find(({ condition: { key } }) => key.toLowerCase() === KEY);
    if (miss === undefined || condition === undefined || miss.conditions.length > 1) return undefined;
    if (condition.condition.request.status === 'missing') return undefined;
    const place = placeOfStatement(subject, miss.statement);
    const wanted = listed(condition.values.map(({ value }) => value));
    const service = sent(condition);
    return conditionFinding(miss, blockage, subject, {
      summary:
        service === undefined
          ? `${place} lets the caller pass the role to ${wanted} only; which service gets it does not show (--service)`
          : `${place} lets the caller pass the role to ${wanted}, and ${service} gets it`,
    });
  },
});
