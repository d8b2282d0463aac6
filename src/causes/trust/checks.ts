import type { AnyCause } from '../cause.ts';
import { condition } from '../fallbacks/condition.ts';
import { explicitDeny } from '../fallbacks/explicit-deny.ts';
import { namedByAws } from '../fallbacks/named-by-aws.ts';
import { nearMiss } from '../fallbacks/near-miss.ts';
import { action } from './action.ts';
import { cdkBootstrap } from './cdk-bootstrap.ts';
import { confusedDeputy } from './confused-deputy.ts';
import { createdAfter } from './created-after.ts';
import { dateWindow } from './date-window.ts';
import { denyTopics } from './deny-topics.ts';
import { externalId } from './external-id.ts';
import { justCreated } from './just-created.ts';
import { mfa } from './mfa.ts';
import { mfaAge } from './mfa-age.ts';
import { mfaChaining } from './mfa-chaining.ts';
import { notARole } from './not-a-role.ts';
import { notListed } from './not-listed.ts';
import { onlyFederated } from './only-federated.ts';
import { onlyServices } from './only-services.ts';
import { organizationAccessRole } from './organization-access-role.ts';
import { otherAccount } from './other-account.ts';
import { otherPartition } from './other-partition.ts';
import { permissionSet } from './permission-set.ts';
import { policyVariable } from './policy-variable.ts';
import { principalAccount } from './principal-account.ts';
import { principalArn } from './principal-arn.ts';
import { principalKind } from './principal-kind.ts';
import { principalOrg } from './principal-org.ts';
import { principalOrgPath } from './principal-org-path.ts';
import { principalOrgService } from './principal-org-service.ts';
import { principalPath } from './principal-path.ts';
import { principalTag } from './principal-tag.ts';
import { requestTag } from './request-tag.ts';
import { roleCase } from './role-case.ts';
import { roleNotFound } from './role-not-found.ts';
import { rolePath } from './role-path.ts';
import { self } from './self.ts';
import { serviceHost } from './service-host.ts';
import { serviceLinked } from './service-linked.ts';
import { serviceNotTrusted } from './service-not-trusted.ts';
import { serviceRefused } from './service-refused.ts';
import { sessionName } from './session-name.ts';
import { sessionPrincipal } from './session-principal.ts';
import { setContext } from './set-context.ts';
import { setSourceIdentity } from './set-source-identity.ts';
import { sourceArn } from './source-arn.ts';
import { sourceIdentity } from './source-identity.ts';
import { sourceIp } from './source-ip.ts';
import { sourceVpc } from './source-vpc.ts';
import { stalePrincipal } from './stale-principal.ts';
import { tagSession } from './tag-session.ts';
import { wildcardPrincipal } from './wildcard-principal.ts';

/** Roles that are not there, or that nobody can assume whatever their trust policy says. */
const aboutTheRole = [
  notARole,
  cdkBootstrap,
  organizationAccessRole,
  rolePath,
  roleCase,
  roleNotFound,
  serviceLinked,
  permissionSet,
  self,
] as const satisfies readonly AnyCause[];

/** The action that the statement lacks. */
const aboutTheAction = [tagSession, setSourceIdentity, setContext, action] as const satisfies readonly AnyCause[];

/** Somebody else is named than the caller. */
const aboutThePrincipal = [
  stalePrincipal,
  serviceHost,
  sessionPrincipal,
  wildcardPrincipal,
  otherPartition,
  otherAccount,
  principalPath,
  principalKind,
] as const satisfies readonly AnyCause[];

/** The caller is named, and a condition does not hold. */
const aboutConditions = [
  policyVariable,
  externalId,
  mfaChaining,
  mfaAge,
  mfa,
  sessionName,
  principalOrgService,
  principalOrg,
  principalOrgPath,
  principalAccount,
  principalArn,
  principalTag,
  requestTag,
  sourceIdentity,
  sourceIp,
  sourceVpc,
  sourceArn,
  confusedDeputy,
  dateWindow,
] as const satisfies readonly AnyCause[];

/** Nothing in the policy comes near. */
const aboutSilence = [
  onlyServices,
  onlyFederated,
  serviceNotTrusted,
  serviceRefused,
] as const satisfies readonly AnyCause[];

/** Causes in the role's trust policy. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html */
export const trustChecks = [
  justCreated,
  createdAfter,
  ...aboutTheRole,
  ...aboutTheAction,
  ...aboutThePrincipal,
  ...aboutConditions,
  explicitDeny('trust', denyTopics),
  condition('trust'),
  nearMiss('trust'),
  ...aboutSilence,
  notListed,
  namedByAws('trust'),
] as const satisfies readonly AnyCause[];
