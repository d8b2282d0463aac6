import { servicePrefix } from '../../model/actions.ts';
import { type Tri, tri } from '../../model/tri.ts';
import { actionFacts } from '../service-facts.ts';

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
 * What cannot be done to an AWS managed key, in lower case: "You cannot edit any properties of AWS managed keys". An RCP that denies one of
 * these is the end of it for either kind of key.
 * https://docs.aws.amazon.com/kms/latest/developerguide/editing-keys.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
 */
const CUSTOMER_KEYS_ONLY: ReadonlySet<string> = new Set(
  [
    ...[
      'cancelkeydeletion',
      'createalias',
      'deleteimportedkeymaterial',
      'disablekey',
      'disablekeyrotation',
      'enablekey',
    ],
    ...['enablekeyrotation', 'importkeymaterial', 'putkeypolicy', 'replicatekey', 'rotatekeyondemand'],
    ...['schedulekeydeletion', 'synchronizemultiregionkey', 'tagresource', 'untagresource', 'updatealias'],
    ...['updatekeydescription', 'updateprimaryregion'],
  ].map((operation) => `kms:${operation}`),
);

/**
 * What the policy of an AWS managed key allows the account's principals without a service in between, in lower case.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html
 */
const DIRECT_ON_AWS_KEYS = /^kms:(?:describe|get|list|revokegrant$)/;

/**
 * Would AWS refuse this on an AWS managed key, whatever policies say? Its properties cannot be changed, and only the service that made it
 * can use it. `direct`: the request comes from the caller and not through a service (kms:ViaService is missing).
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
 */
export function needsCustomerKey(action: string, direct: boolean): boolean {
  const id = action.toLowerCase();
  return CUSTOMER_KEYS_ONLY.has(id) || (direct && id.startsWith('kms:') && !DIRECT_ON_AWS_KEYS.test(id));
}

/**
 * Can resource control policies limit this action on this resource? What the caller and the resource's account exempt
 * (service-linked roles, the management account) is not judged here. For an action without resource types, the RCPs of the caller's account count.
 * `no`: the service is not on AWS's list, or the permission is exempt. `unknown`: AWS managed keys of KMS are exempt, and the
 * ARN of a key does not tell whose it is; an alias does, for `aws/` is reserved.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-effects-on-permissions
 * https://docs.aws.amazon.com/kms/latest/developerguide/resource-control-policies.html
 */
export function rcpsApply(action: string, resource: string | null): Tri {
  const id = action.toLowerCase();
  const prefix = servicePrefix(id);
  if (UNCLEAR_SERVICES.has(prefix)) return 'unknown';
  if (!SERVICES.has(prefix) || EXEMPT_ACTIONS.has(id)) return 'no';
  if (prefix !== 'kms') return 'yes';
  const alias = /^arn:[^:]*:kms:[^:]*:[^:]*:alias\/(aws\/)?/.exec(resource ?? '');
  if (alias !== null) return tri(alias[1] === undefined);
  return needsCustomerKey(id, false) || actionFacts(action)?.wildcardOnly === true ? 'yes' : 'unknown';
}
