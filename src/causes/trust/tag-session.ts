import { missingAction } from './missing-action.ts';

export const tagSession = missingAction({
  id: 'trust.tag-session',
  action: 'sts:TagSession',
  summary: (role, { facts }) =>
    facts.principal?.type === 'service'
      ? `The trust policy of ${role} lets ${facts.principal.name} assume it, but not tag the session (sts:TagSession), which that service always does`
      : `The trust policy of ${role} does not allow sts:TagSession, and the call passes session tags`,
});
