import { isPassRole, servicePrefix } from '../model/actions.ts';
import { parseArn } from '../model/arn.ts';
import type { Layer } from '../model/layer.ts';
import type { PolicyStatement } from '../model/requirement.ts';
import { resourceOfRun } from '../reference/resources/resource-of-run.ts';
import { actionFacts } from '../reference/service-facts.ts';

/** A kind of policy document, by what AWS accepts in it. */
export type DocumentKind = 'permissions' | 'trust' | 'key' | 'repository' | 'resource' | 'endpoint' | 'rcp';

/** What a service accepts in a statement of its documents. */
interface DocumentRules {
  /** Must a statement name a principal, or must it not? */
  readonly principal: boolean;
  /** The Resource element: any, none at all, or this one value. */
  readonly resource: 'any' | 'none' | '*';
  /** The only effect that a statement can have. */
  readonly effect?: 'Deny';
}

/**
 * The rules of each kind of document; the only place that has them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
 */
const RULES: Readonly<Record<DocumentKind, DocumentRules>> = {
  permissions: { principal: false, resource: 'any' },
  trust: { principal: true, resource: 'none' },
  key: { principal: true, resource: '*' },
  repository: { principal: true, resource: 'none' },
  resource: { principal: true, resource: 'any' },
  endpoint: { principal: true, resource: 'any' },
  rcp: { principal: true, resource: 'any', effect: 'Deny' },
};

/**
 * Services whose actions stand in policies of resources that bear another service's name in their ARN.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const ACTIONS_OF: Readonly<Record<string, readonly string[]>> = {
  apigateway: ['apigateway', 'execute-api'],
  'vpc-lattice': ['vpc-lattice', 'vpc-lattice-svcs'],
  iam: ['sts'],
};

/** The actions that belong into the policy of the whole ECR registry. https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html */
const REGISTRY_ACTIONS = /^ecr:(?:replicateimage|batchimportupstreamimage|createrepository)$/i;

/**
 * Can the policy of this resource allow the action? It takes actions of the resource's own service only; "*" may be the resource of any.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function policyTakesAction(resource: string, action: string): boolean {
  const service = parseArn(resource)?.service;
  if (service === undefined) return true;
  const services = Object.hasOwn(ACTIONS_OF, service) ? (ACTIONS_OF[service] ?? []) : [service];
  return services.includes(servicePrefix(action)) && !REGISTRY_ACTIONS.test(action);
}

/** The kind of document that a layer has; for the policy of a resource it depends on whose it is. */
export function documentKindOf(layer: Layer, resource: string | null): DocumentKind {
  switch (layer) {
    case 'identity':
    case 'boundary':
    case 'session':
    case 'scp':
      return 'permissions';
    case 'rcp':
      return 'rcp';
    case 'trust':
      return 'trust';
    case 'endpoint':
      return 'endpoint';
    case 'resource': {
      const service = resource === null ? undefined : parseArn(resource)?.service;
      return service === 'kms' ? 'key' : service === 'ecr' ? 'repository' : 'resource';
    }
  }
}

/** What an Allow in a policy of the caller is about. */
export interface Permission {
  readonly action: string;
  readonly resource: string | readonly string[];
  /** For iam:PassRole: the services that may get the role. */
  readonly passedTo?: string | readonly string[] | undefined;
}

/**
 * The smallest Allow for a policy of the caller, a boundary, a session policy or an SCP that helps the next run too: where the resource is of
 * one run, it names what stays. An action without resource types is allowed by "*" only, whatever resource is named.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function permissionStatement({ action, resource, passedTo }: Permission): PolicyStatement {
  return {
    Effect: 'Allow',
    Action: actionFacts(action)?.name ?? action,
    Resource: resourceOf(action, resource),
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
    ...(isPassRole(action) && passedTo !== undefined
      ? { Condition: { StringEquals: { 'iam:PassedToService': passedTo } } }
      : {}),
  };
}

/** An action without resource types is allowed by "*" only; what is of one run has a new ARN in the next. */
function resourceOf(action: string | readonly string[], resource: Permission['resource']): Permission['resource'] {
  if (typeof action !== 'string') return resource;
  if (actionFacts(action)?.wildcardOnly === true) return '*';
  const covering = (arn: string) => resourceOfRun(action, arn)?.covers ?? arn;
  return typeof resource === 'string' ? covering(resource) : resource.map(covering);
}

/** What an Allow in a document of a resource is about. */
export interface Grant {
  /** `{ "AWS": … }`, `{ "Service": … }`, `{ "Federated": … }`. */
  readonly principal: unknown;
  readonly action: string | readonly string[];
  /** Left out where the document has no Resource element; ignored where it allows one value only. */
  readonly resource?: string | readonly string[] | undefined;
  readonly condition?: unknown;
}

/** The smallest Allow for a document that names its principals, with the Resource element that the document takes. */
export function grantStatement(kind: DocumentKind, { principal, action, resource, condition }: Grant): PolicyStatement {
  const rule = RULES[kind].resource;
  const wanted = resource === undefined ? undefined : kind === 'endpoint' ? resourceOf(action, resource) : resource;
  const resourceElement = rule === 'any' ? wanted : rule === '*' ? '*' : undefined;
  return {
    Effect: 'Allow',
    Principal: principal,
    Action: action,
    ...(resourceElement === undefined ? {} : { Resource: resourceElement }),
    ...(condition === undefined ? {} : { Condition: condition }),
  };
}

/** Why a service would refuse the statement in a document of this kind; undefined where it takes it. */
export function documentFault(kind: DocumentKind, statement: PolicyStatement): string | undefined {
  const { principal, resource, effect } = RULES[kind];
  if (effect !== undefined && statement['Effect'] !== effect) return `the Effect must be ${effect}`;
  if (principal !== Object.hasOwn(statement, 'Principal'))
    return principal ? 'a Principal is missing' : 'a Principal is not allowed';
  const hasResource = Object.hasOwn(statement, 'Resource');
  if (resource === 'none') return hasResource ? 'a Resource is not allowed' : undefined;
  if (!hasResource) return 'a Resource is missing';
  return resource === '*' && statement['Resource'] !== '*' ? 'the Resource must be "*"' : undefined;
}
