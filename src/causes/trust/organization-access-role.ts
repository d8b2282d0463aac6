import { roleIsMissing } from '../../evidence/blockers/role-is-missing.ts';
import { advise } from '../../grants/advise.ts';
import { blockerCause } from '../cause.ts';

export const organizationAccessRole = blockerCause({
  kind: 'missing-allow',
  id: 'trust.organization-access-role',
  explain(_blockage, denialCase) {
    const { role } = denialCase.facts;
    if (!roleIsMissing(denialCase)) return undefined;
    if (role?.entity.status !== 'absent' || !role.arn.endsWith(':role/OrganizationAccountAccessRole')) return undefined;
    const account = denialCase.facts.resourceAccount ?? 'the account';
    return {
      summary: `${account} has no OrganizationAccountAccessRole: accounts that were invited into an organization get none`,
      evidence: [{ kind: 'absent', call: role.entity.call, on: role.entity.on }],
      remedies: [advise(`create the role in ${account}, trusting the management account`, 'account-admin')],
    };
  },
});
