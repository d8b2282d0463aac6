import type { PrincipalType } from '../../model/principal.ts';

/**
 * Does AWS put a condition key into a request? `never`: its documentation says that such a request has none (the key is missing,
 * which a policy can test for). `depends`: only more knowledge of the request can tell.
 */
export type Presence = 'always' | 'never' | 'depends';

/** Presence by kind of caller; a kind that is not named depends. */
export type PresenceRule = Readonly<Partial<Record<PrincipalType, Presence>>>;

/** In every request. */
export const EVERY: PresenceRule = {
  user: 'always',
  role: 'always',
  session: 'always',
  'federated-user': 'always',
  root: 'always',
  service: 'always',
  federated: 'always',
  anonymous: 'always',
};

/** Nothing is said that holds for a kind of caller. */
export const DEPENDS: PresenceRule = {};

/** In requests that are signed with credentials of an account. */
export const SIGNED: PresenceRule = {
  user: 'always',
  role: 'always',
  session: 'always',
  'federated-user': 'always',
  root: 'always',
  anonymous: 'never',
};

/** IAM users only. */
export const USERS_ONLY: PresenceRule = {
  user: 'always',
  role: 'never',
  session: 'never',
  'federated-user': 'never',
  root: 'never',
  federated: 'never',
  anonymous: 'never',
};

/** Calls that a service makes as itself; not those with a role or in somebody's name. */
export const BY_SERVICES: PresenceRule = {
  user: 'never',
  role: 'never',
  session: 'never',
  'federated-user': 'never',
  root: 'never',
  federated: 'never',
  anonymous: 'never',
};

/** As above, and then without exception. */
export const ALWAYS_BY_SERVICES: PresenceRule = { ...BY_SERVICES, service: 'always' };

/** Principals of an account of an organization. */
export const ORGANIZATION_MEMBERS: PresenceRule = { service: 'never', anonymous: 'never' };

/** Users and roles that carry tags. */
export const TAGGED: PresenceRule = { root: 'never', service: 'never', anonymous: 'never' };

/** Properties that a role session was created with. */
export const ROLE_SESSIONS: PresenceRule = { user: 'never', root: 'never', service: 'never', anonymous: 'never' };

/** As above, and role sessions of web identities only. */
export const WEB_IDENTITY_SESSIONS: PresenceRule = { ...ROLE_SESSIONS, 'federated-user': 'never' };

/** Temporary credentials; a user's may be. */
export const TEMPORARY_CREDENTIALS: PresenceRule = {
  role: 'always',
  session: 'always',
  'federated-user': 'always',
  anonymous: 'never',
};

/** Temporary credentials that somebody got with an MFA device; never those of a federated identity. */
export const MFA: PresenceRule = { federated: 'never', anonymous: 'never' };

/** Sessions of sts:AssumeRoot, which are the root user's. */
export const ASSUMED_ROOT: PresenceRule = { ...BY_SERVICES, root: 'depends', service: 'never' };

/** Calls that a service makes in the name of a user or role. */
export const FORWARDED: PresenceRule = { service: 'never', anonymous: 'never' };
