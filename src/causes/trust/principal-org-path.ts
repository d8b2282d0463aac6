import { conditionCause, listed, sent } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths */
export const principalOrgPath = conditionCause({
  id: 'trust.principal-org-path',
  doc: {
    what: 'The trust policy lets in callers of one part of the organization only, and the caller’s account is elsewhere in it.',
    why: 'The account was moved to another organizational unit, the path in the policy lacks its final slash or `*`, or the operator is not one for keys with several values (ForAnyValue:StringLike).',
    fix: 'Have the owner of the role add the path of the caller’s organizational unit, with ForAnyValue and a final slash.',
  },
  keys: /^aws:principalorgpaths$/,
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    return own === undefined
      ? `${place} wants a caller below ${listed(wanted)}; where the caller’s account stands could not be read`
      : `${place} wants a caller below ${listed(wanted)}, and the caller’s account is in ${own}: ${condition.nearMiss.difference}`;
  },
});
