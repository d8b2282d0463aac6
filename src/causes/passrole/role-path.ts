import { parsePrincipal } from '../../model/principal.ts';
import { defineCheck } from '../cause.ts';
import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { missRemedies } from '../../grants/miss-remedies.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { passRoleMiss } from './identity-pass-role.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
export const passedRolePath = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'missing-allow',
  id: 'passrole.role-path',
  doc: {
    what: 'The caller may pass a role of that name under another path.',
    why: 'Roles that the console makes for a service are under /service-role/, and the path is a part of the ARN: role/NAME and role/service-role/NAME are two roles.',
    fix: 'Have the account’s administrator add the whole ARN, with its path.',
  },
  explain(blockage, subject) {
    const miss = passRoleMiss(blockage, subject, 'resource');
    if (miss === undefined) return undefined;
    const [policy, own] = [parsePrincipal(miss.nearMiss.policySays), parsePrincipal(miss.nearMiss.requestHas)];
    if (policy?.type !== 'role' || own?.type !== 'role') return undefined;
    if (policy.account !== own.account || policy.name !== own.name || policy.path === own.path) return undefined;
    return {
      summary: `${placeOfStatement(subject, miss.statement)} lets the caller pass ${miss.nearMiss.policySays}, and the role is ${miss.nearMiss.requestHas}: the path differs`,
      evidence: [missEvidence(miss, subject), ...quoted(blockage, subject)],
      remedies: missRemedies(miss, blockage, subject),
    };
  },
});
