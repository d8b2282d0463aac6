import { defineCheck } from '../cause.ts';
import { conditionFinding } from '../fallbacks/condition-finding.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { listed } from '../trust/condition-cause.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { passRoleMiss } from './identity-pass-role.ts';

/** "Some services do not support this condition key": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService */
export const serviceNotSent = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'missing-allow',
  id: 'passrole.service-not-sent',
  doc: {
    what: 'The statement wants iam:PassedToService, and the service that gets the role does not send that key.',
    why: 'Not all services do; StringEquals then never holds, whatever service is named.',
    fix: 'Have the account’s administrator allow iam:PassRole on this one role without the condition, or with StringEqualsIfExists.',
  },
  explain(blockage, subject) {
    const miss = passRoleMiss(blockage, subject, 'condition');
    const [condition, ...others] = miss?.conditions ?? [];
    if (miss === undefined || condition === undefined || others.length > 0) return undefined;
    const { key, request } = condition.condition;
    if (key.toLowerCase() !== 'iam:passedtoservice' || request.status !== 'missing') return undefined;
    const wanted = listed(condition.values.map(({ value }) => value));
    return conditionFinding(miss, blockage, subject, {
      summary: `${placeOfStatement(subject, miss.statement)} wants iam:PassedToService ${wanted}, which this call does not send`,
      remedies: allowRemedies(blockage, subject),
    });
  },
});
