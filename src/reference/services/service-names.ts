/** A service principal, and what the roles are for that have to trust it, where a service has several. */
export interface PrincipalCandidate {
  readonly host: string;
  readonly purpose: string | null;
}

/** What error messages and people call a service (lower case, letters and digits only) → its principals, the likeliest first. */
const NAMES: Readonly<Record<string, string>> = {
  apigateway: 'apigateway',
  applicationautoscaling: 'application-autoscaling',
  appsync: 'appsync',
  athena: 'athena',
  automation: 'ssm',
  autoscaling: 'autoscaling',
  backup: 'backup',
  bedrock: 'bedrock',
  bedrockagentcore: 'bedrock-agentcore',
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
  cloudwatchalarms: 'cloudwatch',
  cloudformation: 'cloudformation',
  cloudtrail: 'cloudtrail',
  cloudwatch: 'cloudwatch',
  cloudwatchevents: 'events',
  cloudwatchlogs: 'logs',
  cloudwatchmetricstreams: 'streams.metrics.cloudwatch',
  codebuild: 'codebuild',
  codedeploy: 'codedeploy',
  codepipeline: 'codepipeline',
  config: 'config',
  connect: 'connect',
  databasemigrationservice: 'dms',
  databrew: 'databrew',
  datafirehose: 'firehose',
  datalifecyclemanager: 'dlm',
  datapipeline: 'datapipeline',
  datasync: 'datasync',
  dms: 'dms',
  dynamodbaccelerator: 'dax',
  ec2: 'ec2',
  ec2autoscaling: 'autoscaling',
  edgelambda: 'edgelambda',
  elasticbeanstalk: 'elasticbeanstalk',
  elasticcomputecloud: 'ec2',
  elasticloadbalancing: 'elasticloadbalancing',
  elasticsearch: 'es',
  emrserverless: 'emr-serverless',
  eventbridge: 'events',
  eventbridgepipes: 'pipes',
  eventbridgescheduler: 'scheduler',
  faultinjectionservice: 'fis',
  firehose: 'firehose',
  flowlogs: 'vpc-flow-logs',
  glue: 'glue',
  gluedatabrew: 'databrew',
  greengrass: 'greengrass',
  guardduty: 'guardduty',
  imagebuilder: 'imagebuilder',
  inspector: 'inspector',
  iot: 'iot',
  iotcore: 'iot',
  kendra: 'kendra',
  kinesis: 'kinesis',
  kinesisanalytics: 'kinesisanalytics',
  kinesisdataanalytics: 'kinesisanalytics',
  kinesisdatafirehose: 'firehose',
  kinesisfirehose: 'firehose',
  lakeformation: 'lakeformation',
  lambda: 'lambda',
  lambdaedge: 'edgelambda',
  managedgrafana: 'grafana',
  managedserviceforapacheflink: 'kinesisanalytics',
  mediaconnect: 'mediaconnect',
  mediaconvert: 'mediaconvert',
  medialive: 'medialive',
  metricstreams: 'streams.metrics.cloudwatch',
  mskconnect: 'kafkaconnect',
  opensearchingestion: 'osis-pipelines',
  pinpoint: 'pinpoint',
  pipes: 'pipes',
  quicksight: 'quicksight',
  redshift: 'redshift',
  rekognition: 'rekognition',
  rolesanywhere: 'rolesanywhere',
  s3: 's3',
  s3batchoperations: 'batchoperations.s3',
  sagemaker: 'sagemaker',
  sagemakerai: 'sagemaker',
  scheduler: 'scheduler',
  secretsmanager: 'secretsmanager',
  servicecatalog: 'servicecatalog',
  ses: 'ses',
  simpleemailservice: 'ses',
  simplenotificationservice: 'sns',
  simplequeueservice: 'sqs',
  simplestorageservice: 's3',
  simplesystemsmanagement: 'ssm',
  sns: 'sns',
  spotfleet: 'spotfleet',
  sqs: 'sqs',
  ssm: 'ssm',
  ssmautomation: 'ssm',
  stepfunctions: 'states',
  systemsmanager: 'ssm',
  transfer: 'transfer',
  transferfamily: 'transfer',
  vmimportexport: 'vmie',
  vpcflowlogs: 'vpc-flow-logs',
};

type Purposes = readonly (readonly [name: string, purpose: string])[];

const ECS: Purposes = [
  ['ecs-tasks', 'task roles and task execution roles'],
  ['ecs', 'service and infrastructure roles'],
];
const EKS: Purposes = [
  ['eks', 'cluster roles'],
  ['pods.eks', 'roles of pods (EKS Pod Identity)'],
  ['ec2', 'node roles'],
  ['eks-fargate-pods', 'pod execution roles (Fargate)'],
];
const BATCH: Purposes = [
  ['batch', 'service roles of compute environments'],
  ['ecs-tasks', 'job roles and execution roles'],
  ['ec2', 'instance roles'],
  ['spotfleet', 'spot fleet roles'],
];
const EMR: Purposes = [
  ['elasticmapreduce', 'service roles'],
  ['ec2', 'roles of the instance profile'],
];
const RDS: Purposes = [
  ['rds', 'roles that a database uses'],
  ['monitoring.rds', 'enhanced monitoring roles'],
  ['export.rds', 'roles for exports of snapshots'],
];
const COGNITO: Purposes = [
  ['cognito-idp', 'roles of user pools'],
  ['cognito-identity', 'roles for streams and events of identity pools'],
];
const APP_RUNNER: Purposes = [
  ['tasks.apprunner', 'instance roles'],
  ['build.apprunner', 'access roles'],
];
const OPENSEARCH: Purposes = [
  ['opensearchservice', 'roles of domains'],
  ['es', 'roles of domains, older form'],
];
const SYNTHETICS: Purposes = [
  ['lambda', 'canary roles'],
  ['synthetics', 'the service itself'],
];
const FARGATE: Purposes = [
  ['ecs-tasks', 'ECS tasks'],
  ['eks-fargate-pods', 'EKS pods'],
];

/** Services that act as several principals. */
const SEVERAL: Readonly<Record<string, Purposes>> = {
  apprunner: APP_RUNNER,
  batch: BATCH,
  cognito: COGNITO,
  ecs: ECS,
  eks: EKS,
  elasticcontainerservice: ECS,
  elastickubernetesservice: EKS,
  elasticmapreduce: EMR,
  emr: EMR,
  es: OPENSEARCH,
  fargate: FARGATE,
  opensearch: OPENSEARCH,
  opensearchservice: OPENSEARCH,
  rds: RDS,
  relationaldatabaseservice: RDS,
  synthetics: SYNTHETICS,
};

/** The principals of a service that is called so in prose ("AWS Step Functions", "ECS"); none where the name is not known. */
export function principalsByName(text: string): readonly PrincipalCandidate[] {
  if (text.length > 100) return [];
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(?:aws|amazon)(?=..)/, '');
  const several = Object.hasOwn(SEVERAL, name) ? SEVERAL[name] : undefined;
  if (several !== undefined) return several.map(([host, purpose]) => ({ host: `${host}.amazonaws.com`, purpose }));
  const only = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  return only === undefined ? [] : [{ host: `${only}.amazonaws.com`, purpose: null }];
}
