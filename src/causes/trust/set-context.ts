import { missingAction } from './missing-action.ts';

/** https://docs.aws.amazon.com/singlesignon/latest/userguide/trustedidentitypropagation-identity-enhanced-iam-role-sessions.html */
export const setContext = missingAction({
  id: 'trust.set-context',
  action: 'sts:SetContext',
  doc: {
    what: 'The call hands over the context of a signed-in person, and the trust policy does not allow sts:SetContext to the caller.',
    why: 'Trusted identity propagation (ProvidedContexts) needs that second permission.',
    fix: 'Have the owner of the role add sts:SetContext beside sts:AssumeRole.',
  },
  summary: (role) =>
    `The trust policy of ${role} does not allow sts:SetContext, and the call hands over an identity context`,
});
