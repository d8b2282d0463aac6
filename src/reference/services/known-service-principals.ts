/**
 * Service principals without their `.amazonaws.com`: those in AWS's managed policies, and others that AWS's guides name.
 * AWS publishes no list, so that a host which is missing here may well exist.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html
 */
const NAMES = [
  'access-analyzer access-grants.s3 acm acm-pca agentless.inspector2 aiops airflow airflow-env ',
  'airflow-serverless amplify apidestinations.events apigateway appconfig appfabric appflow ',
  'application-autoscaling application-insights application-signals.cloudwatch application-transformation ',
  'appmesh apprunner appstream appstream.application-autoscaling appsync aps artifact assets.marketplace athena ',
  'auditmanager autoscaling autoscaling-plans aws-external-anthropic backup backup-gateway batch ',
  'batchoperations.s3 bcm-data-exports bedrock bedrock-agentcore bedrock-mantle billingconductor billingreports ',
  'braket budgets bugbust build.apprunner cassandra-streams cassandra.application-autoscaling ce channels.lex ',
  'channels.lexv2 chatbot chime cleanrooms cleanrooms-ml cloud9 cloudformation cloudfront cloudhsm cloudsearch ',
  'cloudtrail cloudwatch cloudwatch-crossaccount codebuild codecatalyst codecatalyst-runner codecommit ',
  'codedeploy codeguru-profiler codeguru-reviewer codeguru-security codepipeline codestar ',
  'codestar-notifications cognito-identity cognito-idp comprehend config config-conforms connect ',
  'continuousexport.discovery contract.iq contributorinsights.dynamodb cost-optimization-hub.bcm costalerts ',
  'credentials.deadline credentials.iot databrew dataexchange datapipeline datasync datazone dax deadline ',
  'deeplens delivery.logs detective devops-guru directconnect directquery.opensearchservice discovery dlm dms ',
  'dmsintegration.migrationhub docdb-elastic drs ds dsql dynamodb dynamodb.application-autoscaling ec2 ',
  'ec2-images ec2-instance-connect ec2.application-autoscaling ec2fastlaunch ec2fleet ec2scheduled ecr ecs ',
  'ecs-tasks ecs.application-autoscaling edgelambda eks eks-connector eks-fargate eks-fargate-pods ',
  'eks-nodegroup elasticache elasticbeanstalk elasticfilesystem elasticloadbalancing elasticmapreduce ',
  'elastictranscoder email.cognito-idp emr-containers emr-serverless entityresolution es events events.workmail ',
  'evidently export.rds firehose fis fms forecast frauddetector fsx gamelift gameliftstreams geo ',
  'globalaccelerator glue grafana greengrass guardduty health healthlake hooks.cloudformation iam identitystore ',
  'imagebuilder importexport inspector inspector2 internetmonitor iot iotanalytics iotevents iotfleetwise ',
  'iotmanagedintegrations iotsitewise iotthingsgraph iottwinmaker iotwireless justintimeaccess.ssm kafka ',
  'kafkaconnect kendra kinesis kinesisanalytics kinesisreplication.dynamodb kinesisvideo kms lakeformation ',
  'lambda launchwizard lex lexv2 license-management.marketplace license-manager.member-account lightsail logs ',
  'lookoutequipment lookoutmetrics lookoutvision machinelearning macie macie2 maintenance.elasticbeanstalk ',
  'malware-protection-plan.guardduty malware-protection.guardduty managedservices ',
  'managedupdates.elasticbeanstalk marketplace mediaconnect mediaconvert mediaimport.rds medialive mediapackage ',
  'mediastore mediatailor medical-imaging member.org.stacksets.cloudformation memorydb metering-marketplace mgh ',
  'mgn migrationhub migrationhub-orchestrator migrationhub-strategy mobilehub mobiletargeting monitoring ',
  'monitoring.rds monitoring.thinclient monitron mpa mq neptune-db neptune-graph network-firewall ',
  'network.bedrock-agentcore networkmanager nimble notifications.ssm observability.aoss observabilityadmin ',
  'omics opensearch opensearchservice ops.apigateway ops.athena ops.emr-serverless opsworks opsworks-cm ',
  'organizations orgsdatasync.servicecatalog osis osis-pipelines outposts panorama partnercentral-account-management payments ',
  'permission.iq personalize pinpoint pipes pods.eks polly private-marketplace.marketplace profile proton q ',
  'qbusiness qldb quicksight ram rds rds.application-autoscaling redshift redshift-data redshift-serverless ',
  'refactor-spaces rekognition remediation.config replication.cassandra replication.dynamodb replication.ecr ',
  'replication.lexv2 replication.s3tables replicator.lambda reporting.trustedadvisor ',
  'resale-authorization.marketplace resource-explorer-2 resource-groups ',
  'resource-snapshot-job.partnercentral-selling resources.cloudformation restore-testing.backup robomaker ',
  'rolesanywhere route53 route53-recovery-control-config route53resolver rum runtime-identity.bedrock-agentcore ',
  's3 s3-object-lambda s3-outposts s3.data-source.lustre.fsx sagemaker sagemaker-geospatial ',
  'sagemaker.application-autoscaling scheduler schema-conversion.dms schemas scraper.aps secretsmanager ',
  'security-ir securityhub securityhubv2 securitylake serverlessrepo servicecatalog servicecatalog-appregistry ',
  'servicediscovery servicequotas ses shield signin simpledb sms smsintegration.migrationhub snowball sns spot ',
  'spotfleet sqlworkbench sqs ssm ssm-contacts ssm-guiconnect ssm-incidents ssm-quicksetup ssm-sap ',
  'ssm.integrations sso stacksets.cloudformation states storage-lens.s3 storagegateway ',
  'streams.metrics.cloudwatch sts support supportapp swf sync.proton synthetics tagging tasks.apprunner ',
  'telemetry-pipelines.observabilityadmin textract timestream timestream-influxdb transcribe transfer ',
  'transform-custom transitgateway translate triage.security-ir trustedadvisor ',
  'user-attribute-cost-allocation-data verified-access vmie voiceid vpc-flow-logs vpc-lattice vpce waf ',
  'waf-regional wafv2 wisdom workdocs worklink workmail workspaces workspaces-web xray ',
].join('');

/** Made when it is first asked for: most runs start and end without it. */
let known: ReadonlySet<string> | undefined;

/** Is it a service principal that we know, in its global form? AWS publishes no list: `false` does not prove a mistake. */
export function isKnownServicePrincipal(host: string): boolean {
  known ??= new Set(knownServicePrincipals());
  return known.has(host);
}

/** All hosts of the list. */
export function knownServicePrincipals(): readonly string[] {
  return NAMES.trim()
    .split(' ')
    .map((name) => `${name}.amazonaws.com`);
}
