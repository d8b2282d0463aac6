import { quoted } from '../../evidence/allow-evidence.ts';
import { nearMissEvidence } from '../../evidence/near-miss/near-miss.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { nearMissRemedies } from '../../grants/near-miss-remedies.ts';
import { parsePrincipal } from '../../model/principal.ts';
import { blockerCause } from '../cause.ts';
import { passRoleMiss } from './identity-pass-role.ts';

export const passedRolePath = blockerCause({
  kind: 'missing-allow',
  id: 'passrole.role-path',
  explain(blocker, denialCase) {
    const miss = passRoleMiss(blocker, denialCase, 'resource');
    if (miss === undefined) return undefined;
    const [policy, own] = [parsePrincipal(miss.policySays), parsePrincipal(miss.requestHas)];
    if (policy?.type !== 'role' || own?.type !== 'role') return undefined;
    if (policy.account !== own.account || policy.name !== own.name || policy.path === own.path) return undefined;
    return {
      summary: `${placeOfStatement(denialCase, miss.statement)} lets the caller pass ${miss.policySays}, and the role is ${miss.requestHas}: the path differs`,
      evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
      remedies: nearMissRemedies(miss, blocker, denialCase),
    };
  },
});
