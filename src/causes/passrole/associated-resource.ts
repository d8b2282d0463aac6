import { defineCheck } from '../cause.ts';
import { conditionFinding } from '../fallbacks/condition-finding.ts';
import { listed, sent } from '../trust/condition-cause.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { passRoleMiss } from './identity-pass-role.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_AssociatedResourceArn */
export const associatedResource = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'missing-allow',
  id: 'passrole.associated-resource',
  doc: {
    what: 'The caller may pass the role for certain resources only, and it is passed for another one.',
    why: 'iam:AssociatedResourceArn is the resource that the service will use the role for; not every service sends it.',
    fix: 'Have the account’s administrator add the ARN of the resource to the condition.',
  },
  explain(blockage, subject) {
    const miss = passRoleMiss(blockage, subject, 'condition');
    const [condition, ...others] = miss?.conditions ?? [];
    if (miss === undefined || condition === undefined || others.length > 0) return undefined;
    if (condition.condition.key.toLowerCase() !== 'iam:associatedresourcearn') return undefined;
    const place = placeOfStatement(subject, miss.statement);
    const wanted = listed(condition.values.map(({ value }) => value));
    const resource = sent(condition);
    return conditionFinding(miss, blockage, subject, {
      summary:
        resource === undefined
          ? `${place} lets the caller pass the role for ${wanted} only; for which resource it is passed does not show (--context iam:AssociatedResourceArn=…)`
          : `${place} lets the caller pass the role for ${wanted}, and it is passed for ${resource}`,
    });
  },
});
