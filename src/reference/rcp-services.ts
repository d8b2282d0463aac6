import { servicePrefix } from '../model/actions.ts';
import type { Tri } from '../model/tri.ts';
import { actionFacts } from './service-facts.ts';

/**
 * Services whose resources resource control policies protect.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
 */
const SERVICES: ReadonlySet<string> = new Set([
  ...['aoss', 'appconfig', 'appstream', 'autoscaling', 'autoscaling-plans', 'budgets', 'clouddirectory', 'cloudfront'],
  ...['cloudsearch', 'cloudtrail-data', 'codeartifact', 'codebuild', 'codecommit', 'codepipeline', 'cognito-identity'],
  ...['cognito-idp', 'comprehend', 'comprehendmedical', 'compute-optimizer', 'cost-optimization-hub', 'dax', 'dsql'],
  ...['dynamodb', 'ecr', 'ecr-public', 'events', 'firehose', 'fis', 'fms', 'gamelift', 'health', 'inspector-scan'],
  ...['kendra', 'kinesisvideo', 'kms', 'logs', 'memorydb', 'networkmonitor', 'notifications', 'opensearch'],
  ...[
    'pca-connector-ad',
    'personalize',
    'polly',
    'pricing',
    'resource-groups',
    'rolesanywhere',
    's3',
    'secretsmanager',
  ],
  ...['servicediscovery', 'signin', 'sqs', 'sts', 'support', 'swf', 'textract', 'timestream-influxdb', 'transcribe'],
  ...['transfer', 'translate', 'wafv2', 'workspaces', 'xray'],
]);

/**
 * Permissions that resource control policies never touch, in lower case.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#actions-not-restricted-by-rcps
 */
const EXEMPT_ACTIONS: ReadonlySet<string> = new Set(['kms:retiregrant']);

/** The list names OpenSearch Service by another prefix than its actions have. */
const UNCLEAR_SERVICES: ReadonlySet<string> = new Set(['es']);

/** Every service prefix of the list. */
export function rcpServices(): Iterable<string> {
  return SERVICES.values();
}

/**
 * Can resource control policies limit this action on this resource? What the caller and the resource's account exempt
 * (service-linked roles, the management account) is not judged here.
 * `no`: the service is not on AWS's list, or the permission is exempt. `unknown`: AWS managed keys of KMS are exempt, and the
 * ARN of a key does not tell whose it is; an action that names no resource may have none to protect.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function rcpsApply(action: string, resource: string | null): Tri {
  const id = action.toLowerCase();
  const prefix = servicePrefix(id);
  if (UNCLEAR_SERVICES.has(prefix)) return 'unknown';
  if (!SERVICES.has(prefix) || EXEMPT_ACTIONS.has(id)) return 'no';
  if (resource !== null && /^arn:[^:]*:kms:[^:]*:[^:]*:alias\/aws\//.test(resource)) return 'no';
  if (prefix === 'kms') return 'unknown';
  return actionFacts(action)?.wildcardOnly === true ? 'unknown' : 'yes';
}
