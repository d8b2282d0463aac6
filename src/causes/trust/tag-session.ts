import { missingAction } from './missing-action.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required */
export const tagSession = missingAction({
  id: 'trust.tag-session',
  action: 'sts:TagSession',
  doc: {
    what: 'The call passes session tags, and the trust policy does not allow sts:TagSession to the caller.',
    why: 'Session tags need that second permission. Tags come from the tool (the GitHub action with user keys, EKS Pod Identity, attributes of IAM Identity Center), or go along from an earlier session in a chain.',
    fix: 'Have the owner of the role add sts:TagSession beside sts:AssumeRole, or do not pass tags (role-skip-session-tagging: true in the GitHub action).',
  },
  summary: (role, { facts }) =>
    facts.principal?.type === 'service'
      ? `The trust policy of ${role} lets ${facts.principal.name} assume it, but not tag the session (sts:TagSession), which that service always does`
      : `The trust policy of ${role} does not allow sts:TagSession, and the call passes session tags`,
});
