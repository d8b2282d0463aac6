import { missingAction } from './missing-action.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html#id_credentials_temp_control-access_monitor-perms */
export const setSourceIdentity = missingAction({
  id: 'trust.set-source-identity',
  action: 'sts:SetSourceIdentity',
  doc: {
    what: 'The call brings a source identity, and the trust policy does not allow sts:SetSourceIdentity to the caller.',
    why: 'A source identity needs that second permission, and once it is set it goes along through the whole chain of roles.',
    fix: 'Have the owner of the role add sts:SetSourceIdentity beside sts:AssumeRole.',
  },
  summary: (role) =>
    `The trust policy of ${role} does not allow sts:SetSourceIdentity, and the session has a source identity`,
});
