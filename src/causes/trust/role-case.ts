import { shortName } from '../../model/short-name.ts';
import { missingRoleCause } from './missing-role-cause.ts';

/** "Role names are case sensitive when you assume a role": https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html */
export const roleCase = missingRoleCause({
  id: 'trust.role-case',
  found: (similar, asked) =>
    similar.find((one) => {
      const [theirs, ours] = [shortName(one), shortName(asked)];
      return theirs !== ours && theirs.toLowerCase() === ours.toLowerCase();
    }),
  summary: (asked, found) => `There is no role ${asked}: the role is ${found}, in other letter case`,
});
