import type { CauseText } from './cause-text.ts';

/** What can be special about a policy in any layer, by the end of the id. `what` goes on after the name of the layer’s policy. */
export const SHAPE_TEXTS = {
  'service-not-listed': {
    what: 'lists the allowed actions, and none of them belongs to the requested service.',
    why: 'A list of allowed services has to be maintained: a service that is used for the first time is not on it.',
    fix: 'Have the owner of the policy add the action (or the service). That grants nothing by itself: another policy still has to allow the request.',
  },
  'default-version': {
    what: 'has a newer version that allows the request, but an older version is the default, and only the default version applies.',
    why: 'A version was created without --set-as-default, or someone rolled the policy back.',
    fix: 'Make the newer version the default (aws iam set-default-policy-version) once it is clear why it is not; if it removes permissions, add the Allow to the default version instead.',
  },
  'not-action-deny': {
    what: 'denies every action except those it lists (Deny with NotAction), and the requested action is not listed.',
    why: 'The list has to name everything that stays possible. Whatever is missing or misspelled in it is denied, in every service.',
    fix: 'Have the owner of the policy exempt the caller or add the action to NotAction. Excluding an action from a Deny does not allow it: another statement still has to.',
  },
  'deny-all': {
    what: 'denies everything to every principal it applies to, without a condition.',
    why: 'This is how a user, role or account is taken out of service: AWSDenyAll, an AWS Budgets action, or a quarantine OU. Someone did it on purpose.',
    fix: 'Ask who did it and why. When the reason is gone, the owner detaches the policy (or moves the account back to its OU). Nothing else helps.',
  },
  'not-resource-deny': {
    what: 'denies the action on every resource except those it lists (Deny with NotResource), and the requested resource is not listed.',
    why: 'The resource was added later, its ARN has a different region, account or path, or the list names a bucket without its objects. Actions without resource-level permissions are denied too.',
    fix: 'Have the owner of the policy exempt the caller or add the resource to NotResource; another statement still has to allow the request.',
  },
  'near-exemption': {
    what: 'denies the request to every principal except a few, and the caller’s ARN almost matches one of the exceptions.',
    why: 'The exception has a different path, account, letter case or pattern, or names the session: aws:PrincipalArn is the ARN of the role with its path.',
    fix: 'Have the owner of the policy add the ARN of the caller’s role to the exceptions. An Allow elsewhere does not help.',
  },
} as const satisfies Readonly<Record<string, CauseText>>;
