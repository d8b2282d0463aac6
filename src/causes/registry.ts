import { ASPECTS, type Aspect } from '../model/aspect.ts';
import type { PerLayer } from '../model/layer.ts';
import { intendedIdentity, missingCaller } from './caller/identities.ts';
import { callerLimits, callerPartition } from './caller/limits.ts';
import { machineRoles } from './caller/machine-roles.ts';
import { memberAccount } from './caller/member-account.ts';
import { signInRoles, toolRoles } from './caller/tool-roles.ts';
import type { BlockerCause, CaseCause } from './cause.ts';
import { credentials } from './credentials/credentials.ts';
import { recordedDeny } from './fallbacks/recorded-deny.ts';
import { allowedYetDenied } from './layers/allowed-yet-denied.ts';
import {
  boundaryContest,
  endpointContest,
  identityContest,
  rcpContest,
  resourceContest,
  scpContest,
  sessionContest,
} from './layers/contests.ts';
import { passedAcrossAccounts, passedRole } from './passrole/passed-role.ts';
import { passRoleStatements } from './passrole/statements.ts';
import { publicAccess } from './request/public-access.ts';
import { unsetVariable } from './request/unset-variable.ts';
import { quotedCauses } from './runners/quoted-cause.ts';
import { samlTrust } from './saml/saml.ts';
import { SERVICE_REFUSALS } from './tables/services.ts';
import { trustCase } from './trust/case.ts';
import { trustContest } from './trust/contest.ts';
import { selfAssumption } from './trust/self.ts';
import { claimConditions } from './web-identity/claims.ts';
import { missingProvider, missingSamlProvider, tokenProvider } from './web-identity/provider.ts';
import { tokenSubject } from './web-identity/subject.ts';

/**
 * For each layer the causes that compete to explain what blocks in it, in the order in which they are asked: what is wrong with a token,
 * a call or a passed role stands before the causes of the layer itself, and special causes stand before general ones.
 */
export const BLOCKER_CONTESTS = {
  identity: [...missingCaller, ...passRoleStatements, ...identityContest],
  boundary: boundaryContest,
  session: sessionContest,
  scp: scpContest,
  rcp: rcpContest,
  trust: [...claimConditions, ...tokenSubject, ...tokenProvider, ...missingSamlProvider, ...samlTrust, ...trustContest],
  resource: resourceContest,
  endpoint: endpointContest,
} as const satisfies PerLayer<readonly BlockerCause[]>;

/**
 * The contests about what is wrong beyond the policies, by aspect. In each contest the first certain cause wins; the contests do not
 * compete with each other.
 */
export const CASE_CONTESTS = {
  credentials: [credentials],
  token: [missingProvider],
  caller: [
    selfAssumption,
    callerLimits,
    memberAccount,
    callerPartition,
    intendedIdentity,
    machineRoles,
    toolRoles,
    signInRoles,
  ],
  'passed-role': [passedAcrossAccounts, passedRole],
  request: [recordedDeny, quotedCauses(SERVICE_REFUSALS), unsetVariable, publicAccess, allowedYetDenied, trustCase],
} as const satisfies Readonly<Record<Aspect, readonly (readonly CaseCause[])[]>>;

/** The causes of the contests about what is wrong beyond the policies. */
const CASE_CAUSES = ASPECTS.flatMap((aspect) => CASE_CONTESTS[aspect].flat());

/** Every cause, in the order in which `explain` lists them. */
export const CAUSES = [...CASE_CAUSES, ...Object.values(BLOCKER_CONTESTS).flat()];

/** The id of every cause that denytrace knows. */
export type CauseId = (typeof CAUSES)[number]['id'];
