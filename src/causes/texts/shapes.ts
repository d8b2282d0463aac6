import type { CauseText } from './cause-text.ts';

/** What can be special about a policy in any layer, by the end of the id. `what` goes on after the name of the layer’s policy. */
export const SHAPE_TEXTS = {
  'service-not-listed': {
    what: 'lists what is allowed, and allows no action at all of the service that was asked.',
    why: 'A list of allowed services has to be kept up: a service that is used for the first time is not in it.',
    fix: 'Its owner adds the action (or the service). That grants nothing by itself: another policy still has to allow the request.',
  },
  'default-version': {
    what: 'has a newer version that allows the request, but an older one is the default, and only the default counts.',
    why: 'A version was made without --set-as-default, or somebody went back to an earlier one.',
    fix: 'Make the newer version the default (aws iam set-default-policy-version), once it is clear why it is not; where it takes something away, add an Allow of its own.',
  },
  'not-action-deny': {
    what: 'denies all actions but those that it lists (Deny with NotAction), and this one is not listed.',
    why: 'Such a list has to name all that stays possible; what is forgotten, or written with a typing error, is denied, in services too that nobody thought of.',
    fix: 'The owner of the policy exempts the caller, or adds the action to NotAction: what is left out of a Deny is not allowed by that, another statement still has to allow it.',
  },
  'deny-all': {
    what: 'denies everything, to everybody it is about and without a condition.',
    why: 'That is how a user, role or account is put out of service: AWSDenyAll, an action of AWS Budgets, or a quarantine in the organization. Somebody did it on purpose.',
    fix: 'Ask who did it and why. Once the reason is gone, its owner detaches the policy (or moves the account back to its organizational unit). Nothing else helps.',
  },
  'not-resource-deny': {
    what: 'denies the action on all resources but those that it lists (Deny with NotResource), and this one is not listed.',
    why: 'A resource was added later, its ARN has another region, account or path, or the list names a bucket without its objects. Actions that know no single resources are denied as well.',
    fix: 'The owner of the policy exempts the caller, or adds the resource to NotResource; another statement still has to allow the request.',
  },
  'near-exemption': {
    what: 'denies the request to everybody but a few, and the caller is almost one of those few.',
    why: 'The exemption has another path, account, letter case or pattern than the caller’s ARN, or names its session: aws:PrincipalArn is the ARN of the role with its path.',
    fix: 'The owner of the policy adds the ARN of the caller’s role to the exemption. An Allow elsewhere does not help.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
