import { shortName } from '../../model/short-name.ts';
import { missingRoleCause } from './missing-role-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
export const rolePath = missingRoleCause({
  id: 'trust.role-path',
  doc: {
    what: 'The role exists under another path than the ARN that was asked for.',
    why: 'A role’s ARN holds its path (role/service-role/NAME): without it, it is the ARN of another role, which does not exist.',
    fix: 'Use the ARN as iam:GetRole shows it, and put the same ARN into the policies of the caller.',
  },
  found: (similar, asked) => similar.find((one) => one !== asked && shortName(one) === shortName(asked)),
  summary: (asked, found) => `There is no role ${asked}: the role of that name has the ARN ${found}`,
});
