/** Names that SDKs give to services (lower case, without blanks), if they differ from the service's prefix in IAM. */
const PREFIXES: Readonly<Record<string, string>> = {
  acm: 'acm',
  apigateway: 'apigateway',
  apigatewayv2: 'apigateway',
  applicationautoscaling: 'application-autoscaling',
  athena: 'athena',
  bedrockruntime: 'bedrock',
  bedrockagent: 'bedrock',
  bedrockagentruntime: 'bedrock',
  cloudwatchevents: 'events',
  cloudwatchlogs: 'logs',
  cloudcontrol: 'cloudformation',
  cognitoidentityprovider: 'cognito-idp',
  cognitoidentity: 'cognito-identity',
  configservice: 'config',
  costexplorer: 'ce',
  costandusagereportservice: 'cur',
  databasemigrationservice: 'dms',
  directconnect: 'directconnect',
  directoryservice: 'ds',
  docdb: 'rds',
  dynamodbstreams: 'dynamodb',
  ecrpublic: 'ecr-public',
  efs: 'elasticfilesystem',
  eksauth: 'eks-auth',
  elasticloadbalancingv2: 'elasticloadbalancing',
  elasticsearchservice: 'es',
  emr: 'elasticmapreduce',
  emrserverless: 'emr-serverless',
  eventbridge: 'events',
  identitymanagement: 'iam',
  iotdata: 'iot',
  iotdataplane: 'iot',
  kafka: 'kafka',
  keymanagementservice: 'kms',
  keymanagement: 'kms',
  msk: 'kafka',
  neptune: 'rds',
  opensearch: 'es',
  opensearchserverless: 'aoss',
  organizations: 'organizations',
  resourcegroups: 'resource-groups',
  resourcegroupstaggingapi: 'tag',
  route53domains: 'route53domains',
  s3control: 's3',
  sagemakerruntime: 'sagemaker',
  secretsmanager: 'secretsmanager',
  securitytokenservice: 'sts',
  securitytoken: 'sts',
  servicediscovery: 'servicediscovery',
  servicequotas: 'servicequotas',
  sesv2: 'ses',
  sfn: 'states',
  simpleemailservice: 'ses',
  simplenotificationservice: 'sns',
  simplequeueservice: 'sqs',
  simplesystemsmanagement: 'ssm',
  simplestorageservice: 's3',
  ssoadmin: 'sso',
  ssooidc: 'sso-oauth',
  stepfunctions: 'states',
  timestreamquery: 'timestream',
  timestreamwrite: 'timestream',
  transfer: 'transfer',
  wafregional: 'waf-regional',
};

/**
 * True for what can be the name of a service, in any spelling: words of letters and digits. To read one out of anything else would put together
 * what does not belong together, such as the label and the value of a secret.
 */
export function isServiceName(text: string): boolean {
  return text.length <= LONGEST_NAME && /^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/.test(text);
}

const LONGEST_NAME = 60;

/** The IAM prefix of a service as an SDK, an endpoint or CloudTrail names it: "AWSSecurityTokenService", "Route 53", "monitoring". */
export function prefixOfService(service: string): string {
  const name = service
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(?:aws|amazon)(?=.)/, '');
  if (Object.hasOwn(PREFIXES, name)) return PREFIXES[name] ?? name;
  if (name === 'cloudwatch' || name === 'monitoring') return 'cloudwatch';
  return /^[a-z0-9-]+$/.test(service) ? service : name;
}
