import { placeOfStatement } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { blockerCause } from '../cause.ts';
import { conditionFinding } from '../fallbacks/condition-finding.ts';
import { passRoleMiss } from './identity-pass-role.ts';

/** "This approach does not have reliable results": https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const roleTags = blockerCause({
  kind: 'missing-allow',
  id: 'passrole.role-tags',
  explain(blocker, denialCase) {
    const miss = passRoleMiss(blocker, denialCase, 'condition');
    const tag = miss?.conditions.find(({ finding: { key } }) => /^(aws|iam):resourcetag\//i.test(key));
    if (miss === undefined || tag === undefined) return undefined;
    return conditionFinding(miss, blocker, denialCase, {
      summary: `${placeOfStatement(denialCase, miss.statement)} lets the caller pass roles by ${tag.finding.key}, which iam:PassRole does not reliably have`,
      remedies: allowRemedies(blocker, denialCase),
    });
  },
});
