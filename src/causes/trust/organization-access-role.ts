import { roleIsMissing } from '../../evidence/blockers/role-is-missing.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access.html */
export const organizationAccessRole = defineCheck({
  on: 'blockage',
  layer: 'trust',
  kind: 'missing-allow',
  id: 'trust.organization-access-role',
  doc: {
    what: 'OrganizationAccountAccessRole does not exist in the account.',
    why: 'Organizations makes the role in accounts that it creates, not in accounts that were invited; it may also have another name, or have been deleted.',
    fix: 'Create the role in the account, trusting the management account.',
  },
  explain(_blockage, subject) {
    const { role } = subject.facts;
    if (!roleIsMissing(subject)) return undefined;
    if (role?.entity.status !== 'absent' || !role.arn.endsWith(':role/OrganizationAccountAccessRole')) return undefined;
    const account = subject.facts.resourceAccount ?? 'the account';
    return {
      summary: `${account} has no OrganizationAccountAccessRole: accounts that were invited into an organization get none`,
      evidence: [{ kind: 'absent', call: role.entity.call, on: role.entity.on }],
      remedies: [advise(`create the role in ${account}, trusting the management account`, 'account-admin')],
    };
  },
});
