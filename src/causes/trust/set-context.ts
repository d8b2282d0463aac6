import { missingAction } from './missing-action.ts';

export const setContext = missingAction({
  id: 'trust.set-context',
  action: 'sts:SetContext',
  summary: (role) =>
    `The trust policy of ${role} does not allow sts:SetContext, and the call hands over an identity context`,
});
