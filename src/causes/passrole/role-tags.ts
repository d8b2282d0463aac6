import { defineCheck } from '../cause.ts';
import { conditionFinding } from '../fallbacks/condition-finding.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { passRoleMiss } from './identity-pass-role.ts';

/** "This approach does not have reliable results": https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const roleTags = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'missing-allow',
  id: 'passrole.role-tags',
  doc: {
    what: 'The statement lets the caller pass roles with a certain tag, and iam:PassRole does not reliably know the tags of a role.',
    why: 'aws:ResourceTag and iam:ResourceTag do not work for iam:PassRole: AWS’s documentation says not to use them there.',
    fix: 'Have the account’s administrator name the roles by ARN or path instead.',
  },
  explain(blockage, subject) {
    const miss = passRoleMiss(blockage, subject, 'condition');
    const tag = miss?.conditions.find(({ condition: { key } }) => /^(aws|iam):resourcetag\//i.test(key));
    if (miss === undefined || tag === undefined) return undefined;
    return conditionFinding(miss, blockage, subject, {
      summary: `${placeOfStatement(subject, miss.statement)} lets the caller pass roles by ${tag.condition.key}, which iam:PassRole does not reliably have`,
      remedies: allowRemedies(blockage, subject),
    });
  },
});
