import { decide } from '../evaluate/decide.ts';
import { callerArnIsKnown, namedCaller } from '../evidence/named-caller.ts';
import { nameWithoutPath, parseArn } from '../model/arn.ts';
import { isPermissionSet, permissionSetPattern } from '../model/aws-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { issuerOfProvider } from '../model/issuer.ts';
import type { Layer } from '../model/layer.ts';
import type { AccessRequest } from '../model/request.ts';
import type { PolicyStatement } from '../model/requirement.ts';
import { coveringPattern, isUnnamedRole } from '../model/unnamed-resource.ts';
import { oneOrMore } from '../policy/one-or-more.ts';
import { otherHoldersOf } from '../reference/keys/condition-keys.ts';
import { likelyService } from '../request/call-keys.ts';
import { otherResources } from '../request/call-resources.ts';
import { callerCondition } from './caller-condition.ts';
import {
  documentKindOf,
  grantStatement,
  type Permission,
  permissionStatement,
  policyTakesAction,
} from './grant-statement.ts';

/**
 * The smallest Allow of the request for a document of the layer. Undefined where the request does not name what such a statement has to
 * name, and for resource control policies: RCPFullAWSAccess, which is attached everywhere, allows everything. `passedTo` is the service that
 * likely gets a role, where the request does not show it.
 */
export function smallestStatement(
  layer: Layer,
  denialCase: DenialCase,
  passedTo?: string,
): PolicyStatement | undefined {
  switch (layer) {
    case 'identity':
    case 'boundary':
    case 'session':
      return allowOf(layer, denialCase, passedTo);
    case 'scp':
      return guardrailAllow(denialCase);
    case 'rcp':
      return undefined;
    case 'trust':
      return grantOf('trust', denialCase);
    case 'resource':
      return resourceGrant(denialCase);
    case 'endpoint':
      return endpointAllow(denialCase);
  }
}

/** Layers in which an Allow names an action and its resources. */
type PlainLayer = 'identity' | 'boundary' | 'session' | 'scp' | 'endpoint';

/** An Allow in a policy of the caller. */
function allowOf(layer: PlainLayer, denialCase: DenialCase, passedTo?: string): PolicyStatement | undefined {
  const permission = permissionOf(layer, denialCase, passedTo);
  return permission && permissionStatement(permission);
}

function permissionOf(layer: PlainLayer, denialCase: DenialCase, passedTo?: string): Permission | undefined {
  const { request } = denialCase;
  if (request === null || request.resource === null || isUnnamedRole(request.resource)) return undefined;
  const service = request.context.get('iam:PassedToService');
  return {
    action: request.action,
    resource: oneOrMore([request.resource, ...alsoLacking(layer, denialCase, request)].map(coveringPattern)),
    passedTo: service.status === 'known' ? service.values[0] : (passedTo ?? likelyHost(denialCase, service.status)),
  };
}

/** A role is passed to one service: the statement says so also where that service is only likely. */
function likelyHost({ denial, request }: DenialCase, status: 'missing' | 'unknown'): string | undefined {
  if (status === 'missing' || request === null) return undefined;
  return likelyService({ action: request.action, resource: request.resource, service: null, denial });
}

/**
 * What else the same call is evaluated for, and no statement of the layer allows: one statement for all of it, or the next denial follows.
 * What a condition keeps out stays out, unless AWS never sends its key for a resource of that kind.
 */
export function alsoLacking(layer: PlainLayer, { facts }: DenialCase, request: AccessRequest): readonly string[] {
  const isLacking = (resource: string) => {
    const { allow, statements } = decide({ ...request, resource }, facts.policies).layers[layer];
    const covering = statements.filter(
      ({ effect, elements }) => effect === 'Allow' && elements.action !== 'no' && elements.resource !== 'no',
    );
    const isNeverSent = (key: string) => otherHoldersOf(key, request.action, resource).length > 0;
    return allow === 'no' && covering.every(({ conditions }) => conditions.some(({ key }) => isNeverSent(key)));
  };
  return otherResources(request).flatMap(({ arn }) => (isLacking(arn) ? [arn] : []));
}

/** An SCP grants nothing, it only has to let the request through: a condition would make it no safer. */
function guardrailAllow(denialCase: DenialCase): PolicyStatement | undefined {
  const permission = permissionOf('scp', denialCase);
  return permission && permissionStatement({ ...permission, passedTo: undefined });
}

/** An Allow in a policy of the resource, which names the caller. */
function grantOf(layer: 'trust' | 'resource', denialCase: DenialCase): PolicyStatement | undefined {
  const caller = callerElements(denialCase);
  const { request } = denialCase;
  if (caller === undefined || request === null) return undefined;
  if (request.resource !== null && !policyTakesAction(request.resource, request.action)) return undefined;
  return grantStatement(documentKindOf(layer, request.resource), {
    principal: caller['Principal'],
    action: request.action,
    resource: request.resource ?? undefined,
    condition: caller['Condition'],
  });
}

function resourceGrant(denialCase: DenialCase): PolicyStatement | undefined {
  const resource = denialCase.request?.resource ?? null;
  return resource === null || resource === '*' ? undefined : grantOf('resource', denialCase);
}

/** Gateway endpoints do not take ARNs as principals: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
function endpointAllow(denialCase: DenialCase): PolicyStatement | undefined {
  const permission = permissionOf('endpoint', denialCase);
  const { arn } = namedCaller(denialCase);
  if (permission === undefined || arn === null || callerElements(denialCase) === undefined) return undefined;
  return grantStatement('endpoint', {
    ...permission,
    principal: '*',
    condition: callerCondition(arn, callerArnIsKnown(denialCase)),
  });
}

/** The caller as the Principal of a statement, and the Condition that narrows it down to the caller; undefined where it cannot be named. */
function callerElements(denialCase: DenialCase): PolicyStatement | undefined {
  const { principal, arn } = namedCaller(denialCase);
  switch (principal.type) {
    case 'user':
    case 'root':
    case 'federated-user':
      return { Principal: { AWS: principal.arn } };
    case 'role':
    case 'session':
      return isPermissionSet(arn) && !callerArnIsKnown(denialCase)
        ? permissionSetElements(arn ?? '')
        : { Principal: { AWS: arn } };
    case 'service':
      return { Principal: { Service: principal.name } };
    case 'federated':
      return federatedElements(denialCase, principal.name);
    case 'anonymous':
      return undefined;
  }
}

/**
 * The role of a permission set, whose path is not in its session: outside us-east-1 it holds a region.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export function permissionSetElements(arn: string): PolicyStatement {
  const parts = parseArn(arn);
  const account = `arn:${parts?.partition}:iam::${parts?.account}`;
  const name = nameWithoutPath(arn);
  return {
    Principal: { AWS: `${account}:root` },
    Condition: { ArnLike: { 'aws:PrincipalArn': permissionSetPattern(`${account}:role/`, name) } },
  };
}

/** A provider with the audience and the subject of the token: without a subject, everybody it knows would be let in. */
function federatedElements(denialCase: DenialCase, provider: string): PolicyStatement | undefined {
  const issuer = issuerOfProvider(provider) ?? provider;
  const keys = ['aud', 'sub'].map(
    (claim) => [`${issuer}:${claim}`, denialCase.request?.context.get(`${issuer}:${claim}`)] as const,
  );
  const known = keys.flatMap(([key, value]) => (value?.status === 'known' ? [[key, value.values[0] ?? '']] : []));
  if (known.length < keys.length) return undefined;
  return { Principal: { Federated: provider }, Condition: { StringEquals: Object.fromEntries(known) } };
}
