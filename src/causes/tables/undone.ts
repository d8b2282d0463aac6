/**
 * What would be otherwise if a likely cause did not hold:
 * `caller`: somebody else makes the call; `caller-of-account`: somebody else of the same account does; `permission`: the caller has the
 * permission in its own policies; `provider`: the trust policy names an identity provider that exists.
 */
export type Undone = 'caller' | 'caller-of-account' | 'permission' | 'provider';

/**
 * By the id of a cause that is likely, and about no layer: what a certain cause beside it must leave open for it to matter. A cause that is
 * not here stands for itself, whatever else blocks.
 */
export const UNDONE: Readonly<Record<string, Undone>> = {
  'caller.cdk-role': 'permission',
  'caller.cognito-guest': 'caller-of-account',
  'caller.environment-over-profile': 'caller',
  'caller.instance-role': 'caller',
  'caller.intermediate-role': 'caller',
  'caller.member-account': 'permission',
  'caller.node-role': 'caller-of-account',
  'caller.not-the-jobs-role': 'caller',
  'caller.other-identity': 'caller',
  'caller.read-only-permission-set': 'caller-of-account',
  'caller.service-session': 'permission',
  'caller.task-execution-role': 'caller-of-account',
  'caller.terraform-backend': 'caller',
  'trust.oidc-provider-missing': 'provider',
  'trust.saml-provider-missing': 'provider',
};
