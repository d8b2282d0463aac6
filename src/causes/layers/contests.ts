import type { BlockerCause } from '../cause.ts';
import { explicitDeny } from '../fallbacks/explicit-deny.ts';
import { condition, nearMiss, noAllow, serviceNotListed } from '../fallbacks/missing-allow.ts';
import { namedByAws } from '../fallbacks/named-by-aws.ts';
import { unsupportedKey } from '../fallbacks/unsupported-key.ts';
import { nearMissCauses } from '../runners/near-miss-cause.ts';
import { topicCauses } from '../runners/topic-cause.ts';
import { LAYER_CAUSES } from '../tables/layer-causes.ts';
import { bucketBehindAccessPoint } from './access-point.ts';
import { denyShapeCauses } from './deny-shapes.ts';
import { awsOwnedBucket, throughScp } from './endpoint.ts';
import {
  defaultVersion,
  dependentAction,
  variableForSession,
  variableVersion,
  wildcardOnly,
} from './identity-allows.ts';
import { quarantine, revokedSession } from './identity-denies.ts';
import { notPrincipal, silentResourcePolicy } from './resource.ts';
import { denyRoot, fullAccessMissing } from './scp.ts';
import { broker, federatedUser } from './session.ts';

/**
 * The contests of the layers, each from top to bottom: what only this layer has, Deny statements of a special shape, an Allow that misses
 * the request by a detail, what conditions are about, a Deny of everything but a list (where no condition explains it better), and the
 * general causes. The contest of the trust policy is in trust/contest.ts.
 */

/** The policies of the caller: managed and inline ones, of the user or role and of the user's groups. */
export const identityContest = [
  quarantine,
  revokedSession,
  ...denyShapeCauses('identity', ['deny-all', 'near-exemption']),
  defaultVersion('identity'),
  variableVersion,
  variableForSession,
  wildcardOnly,
  unsupportedKey('identity'),
  ...nearMissCauses('identity', LAYER_CAUSES.identity.nearMisses),
  ...topicCauses('identity', LAYER_CAUSES.identity.topics),
  ...denyShapeCauses('identity', ['not-action-deny', 'not-resource-deny']),
  explicitDeny('identity'),
  condition('identity'),
  nearMiss('identity'),
  dependentAction,
  noAllow('identity'),
  namedByAws('identity'),
] as const satisfies readonly BlockerCause[];

/** The permissions boundary of the caller. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export const boundaryContest = [
  ...denyShapeCauses('boundary', ['deny-all', 'near-exemption']),
  defaultVersion('boundary'),
  ...nearMissCauses('boundary', LAYER_CAUSES.boundary.nearMisses),
  ...topicCauses('boundary', LAYER_CAUSES.boundary.topics),
  ...denyShapeCauses('boundary', ['not-action-deny', 'not-resource-deny']),
  explicitDeny('boundary'),
  condition('boundary'),
  nearMiss('boundary'),
  serviceNotListed('boundary'),
  noAllow('boundary'),
  namedByAws('boundary'),
] as const satisfies readonly BlockerCause[];

/** The session policy that was passed when the session was made. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session */
export const sessionContest = [
  federatedUser,
  broker,
  ...nearMissCauses('session', LAYER_CAUSES.session.nearMisses),
  ...topicCauses('session', LAYER_CAUSES.session.topics),
  ...denyShapeCauses('session', ['not-action-deny', 'not-resource-deny']),
  explicitDeny('session'),
  condition('session'),
  nearMiss('session'),
  serviceNotListed('session'),
  noAllow('session'),
  namedByAws('session'),
] as const satisfies readonly BlockerCause[];

/** The service control policies over the account of the caller. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
export const scpContest = [
  denyRoot,
  ...denyShapeCauses('scp', ['deny-all', 'near-exemption']),
  ...nearMissCauses('scp', LAYER_CAUSES.scp.nearMisses),
  ...topicCauses('scp', LAYER_CAUSES.scp.topics),
  ...denyShapeCauses('scp', ['not-action-deny', 'not-resource-deny']),
  explicitDeny('scp'),
  condition('scp'),
  nearMiss('scp'),
  fullAccessMissing,
  serviceNotListed('scp'),
  noAllow('scp'),
  namedByAws('scp'),
] as const satisfies readonly BlockerCause[];

/** The resource control policies over the account of the resource. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html */
export const rcpContest = [
  ...denyShapeCauses('rcp', ['deny-all', 'near-exemption']),
  ...topicCauses('rcp', LAYER_CAUSES.rcp.topics),
  ...denyShapeCauses('rcp', ['not-action-deny', 'not-resource-deny']),
  explicitDeny('rcp'),
  namedByAws('rcp'),
] as const satisfies readonly BlockerCause[];

/** The resource's own policy: of a bucket, a key, a queue, a topic, a secret. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html */
export const resourceContest = [
  ...denyShapeCauses('resource', ['deny-all', 'near-exemption']),
  notPrincipal,
  ...nearMissCauses('resource', LAYER_CAUSES.resource.nearMisses),
  ...topicCauses('resource', LAYER_CAUSES.resource.topics),
  ...denyShapeCauses('resource', ['not-action-deny', 'not-resource-deny']),
  explicitDeny('resource'),
  condition('resource'),
  nearMiss('resource'),
  ...silentResourcePolicy,
  noAllow('resource'),
  bucketBehindAccessPoint,
  namedByAws('resource'),
] as const satisfies readonly BlockerCause[];

/** The policy of the VPC endpoint that the request went through. https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
export const endpointContest = [
  ...denyShapeCauses('endpoint', ['near-exemption']),
  throughScp,
  awsOwnedBucket,
  ...nearMissCauses('endpoint', LAYER_CAUSES.endpoint.nearMisses),
  ...topicCauses('endpoint', LAYER_CAUSES.endpoint.topics),
  ...denyShapeCauses('endpoint', ['not-action-deny', 'not-resource-deny']),
  explicitDeny('endpoint'),
  condition('endpoint'),
  nearMiss('endpoint'),
  serviceNotListed('endpoint'),
  noAllow('endpoint'),
  namedByAws('endpoint'),
] as const satisfies readonly BlockerCause[];
