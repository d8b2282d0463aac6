import { missingAction } from './missing-action.ts';

export const setSourceIdentity = missingAction({
  id: 'trust.set-source-identity',
  action: 'sts:SetSourceIdentity',
  summary: (role) =>
    `The trust policy of ${role} does not allow sts:SetSourceIdentity, and the session has a source identity`,
});
