import { shortName } from '../../model/short-name.ts';
import { missingRoleCause } from './missing-role-cause.ts';

export const rolePath = missingRoleCause({
  id: 'trust.role-path',
  found: (similar, asked) => similar.find((one) => one !== asked && shortName(one) === shortName(asked)),
  summary: (asked, found) => `There is no role ${asked}: the role of that name has the ARN ${found}`,
});
