import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { missRemedies } from '../../grants/miss-remedies.ts';
import { parsePrincipal } from '../../model/principal.ts';
import { blockerCause } from '../cause.ts';
import { passRoleMiss } from './identity-pass-role.ts';

export const passedRolePath = blockerCause({
  kind: 'missing-allow',
  id: 'passrole.role-path',
  explain(blocker, denialCase) {
    const miss = passRoleMiss(blocker, denialCase, 'resource');
    if (miss === undefined) return undefined;
    const [policy, own] = [parsePrincipal(miss.nearMiss.policySays), parsePrincipal(miss.nearMiss.requestHas)];
    if (policy?.type !== 'role' || own?.type !== 'role') return undefined;
    if (policy.account !== own.account || policy.name !== own.name || policy.path === own.path) return undefined;
    return {
      summary: `${placeOfStatement(denialCase, miss.statement)} lets the caller pass ${miss.nearMiss.policySays}, and the role is ${miss.nearMiss.requestHas}: the path differs`,
      evidence: [missEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
      remedies: missRemedies(miss, blocker, denialCase),
    };
  },
});
