import { servicePrefix } from '../../model/actions.ts';
import { parseArn } from '../../model/arn.ts';
import { policyCommand, QUEUE_URL } from './policy-commands.ts';

/**
 * Services whose resources cannot have policies of their own, from AWS's table and from its lists of actions: a service that has no
 * action to write a policy, and whose policies no other service writes either. Resources of other services may have some.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const WITHOUT = `a2c a4b access-analyzer account account-access acm aco-automation action-recommendations activate agentaccess-mcp aidevops airflow
  airflow-serverless amplify amplifybackend amplifyuibuilder app-integrations appconfig appfabric appflow application-autoscaling
  application-signals application-signals-mcp application-transformation applicationinsights apprunner appstream appstudio apptest
  arc-zonal-shift arsenal artifact athena auditmanager autoscaling autoscaling-plans aws-external-anthropic
  aws-marketplace-management aws-portal awsconnector b2bi backup-gateway backup-search backup-storage batch bcm-dashboards
  bcm-data-exports bcm-pricing-calculator bcm-recommended-actions bedrock-mantle bedrock-websearch billingconductor braket budgets
  bugbust cases cassandra ce chatbot chime cleanrooms cloudformation cloudfront cloudfront-keyvaluestore cloudshell
  cloudtrail-data cloudwatch codecatalyst codecommit codeconnections codedeploy codedeploy-commands-secure codeguru
  codeguru-reviewer codeguru-security codepipeline codestar codestar-connections codestar-notifications cognito-identity
  cognito-idp cognito-sync comprehendmedical compute-optimizer config connect connect-campaigns consoleapp consolidatedbilling
  controlcatalog controltower cost-optimization-hub cur customer-verification databrew datapipeline datasync dax dbqms deadline
  detective devicefarm devops-guru directconnect discovery dlm dms docdb-elastic drs ds ds-data ebs ec2 ec2-instance-connect
  ec2messages ecs ecs-mcp eks eks-auth eks-mcp elasticache elasticbeanstalk elasticloadbalancing elasticmapreduce
  elastictranscoder elemental-activations elemental-appliances-software elemental-support-cases elemental-support-content
  emr-containers emr-serverless eventsbilltoaws evidently evs finops-agent finspace finspace-api firehose fis forecast
  frauddetector freertos freetier fsx gamelift gameliftstreams geo geo-maps geo-places geo-routes globalaccelerator grafana
  greengrass groundstation groundtruthlabeling guardduty health health-agent healthlake honeycode iam identity-sync identitystore
  identitystore-auth importexport inspector inspector-scan inspector2 inspector2-telemetry interconnect internetmonitor invoicing
  iot-device-tester iotanalytics iotdeviceadvisor iotevents iotfleethub iotfleetwise iotjobsdata iotmanagedintegrations
  iotsitewise iottwinmaker iotwireless iq kafkaconnect kendra kendra-ranking kinesisanalytics kinesisvideo lakeformation
  launchwizard license-manager-linux-subscriptions license-manager-user-subscriptions lightsail lookoutmetrics lookoutvision m2
  machinelearning macie2 managedblockchain managedblockchain-query mapcredits marketplacecommerceanalytics mechanicalturk
  mediaconnect mediaimport medialive mediapackage mediapackage-vod medical-imaging mgh mgn migrationhub-orchestrator
  migrationhub-strategy mobileanalytics mobiletargeting monitron mq neptune-db neptune-graph network-security-director
  networkflowmonitor networkmanager-chat networkmonitor nimble notifications notifications-contacts nova-act observabilityadmin
  one opsworks-cm outposts panorama partnercentral partnercentral-account-management payments pca-connector-ad pca-connector-scep
  pcs personalize pi pipes polly pricing pricingplanmanager private-networks profile proton purchase-orders qdeveloper quicksight
  ram rbin rds rds-data rds-db redshift-data repostspace researchstudio resource-explorer rhelkb robomaker rolesanywhere route53
  route53-recovery-cluster route53-recovery-readiness route53domains route53globalresolver rtbfabric
  sagemaker-data-science-assistant sagemaker-geospatial sagemaker-mlflow sagemaker-unified-studio-mcp savingsplans scheduler scn
  sdb security-ir securityagent securityhub securitylake servicediscovery serviceextract servicequotas shield simspaceweaver sms
  snow-device-management snowball social-messaging sqlworkbench ssm-guiconnect ssm-quicksetup ssmmessages sso sso-directory
  sso-oauth states storagegateway sts support support-console supportapp supportauthz supportplans sustainability swf synthetics
  tag tax textract thinclient timestream timestream-influxdb tiros tnb transcribe transfer transform transform-custom translate
  trustedadvisor ts user-subscriptions uxc vendor-insights verified-access voiceid vpce wam wellarchitected wickr wisdom
  workmailmessageflow workspaces workspaces-instances workspaces-web`;

/** Those services, by their prefixes. */
export function servicesWithoutPolicies(): readonly string[] {
  return WITHOUT.split(/\s+/);
}

/** True if no resource of the action's service can have a policy of its own. */
export function hasNoResourcePolicies(action: string): boolean {
  return lists(WITHOUT, servicePrefix(action));
}

/**
 * Resources of those services that their owner can share with other accounts in another way: by AWS RAM, by a permission of the service
 * (snapshots, images, invitations), or with a delegated administrator, for whom the ARN still has the account of the organization's
 * management account or of the Identity Center instance. By service, and by the first word in the last part of the ARN.
 * https://docs.aws.amazon.com/ram/latest/userguide/shareable.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html
 */
const SHARED: Readonly<Record<string, string>> = {
  account: 'account',
  appstream: 'image',
  cleanrooms: 'collaboration',
  cloudfront: 'vpcorigin anycast-ip-list',
  codeconnections: 'connection',
  'codestar-connections': 'connection',
  ds: 'directory',
  ec2: `capacity-reservation coip-pool dedicated-host fpga-image image ipam-pool ipam-resource-discovery
      local-gateway-route-table network-interface outpost placement-group prefix-list security-group snapshot subnet traffic-mirror-target
      transit-gateway transit-gateway-attachment transit-gateway-multicast-domain verified-access-endpoint
      verified-access-group vpc vpc-endpoint-service vpc-peering-connection`,
  elasticloadbalancing: 'truststore',
  fsx: 'volume',
  identitystore: 'identitystore',
  outposts: 'outpost site',
  ram: 'permission resource-share resource-share-invitation',
  rds: 'cluster cluster-snapshot snapshot',
  servicediscovery: 'namespace',
  sso: 'application trustedTokenIssuer',
  workspaces: 'workspaceimage',
};

/** True if the resource may be shared with another account although it cannot have a policy. */
export function mayBeShared(resource: string): boolean {
  const arn = parseArn(resource);
  if (arn === undefined || !Object.hasOwn(SHARED, arn.service)) return false;
  return lists(SHARED[arn.service] ?? '', arn.resource.split(/[/:]/, 1)[0] ?? '');
}

const sets = new Map<string, ReadonlySet<string>>();

/** True if the word is in a list. Lists are texts because a text costs nothing until it is used. */
function lists(words: string, word: string): boolean {
  const set = sets.get(words) ?? new Set(words.split(/\s+/));
  sets.set(words, set);
  return set.has(word);
}

/**
 * Services whose resources can have a policy of their own that names users and roles. What is on neither list may have some, or only
 * policies that name services. The policies of APIs decide about execute-api, not about managing them. The data access policies of OpenSearch
 * Serverless have a form and permissions of their own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const WITH = `acm-pca backup bedrock-agentcore cloudhsm codeartifact codebuild dynamodb ecr ecr-public elasticfilesystem
  es events execute-api glacier glue imagebuilder kafka kinesis kms lambda lex mediastore network-firewall osis
  redshift-serverless refactor-spaces resource-explorer-2 rekognition s3 s3-object-lambda s3-outposts s3express s3tables schemas
  secretsmanager serverlessrepo signer sns sqs ssm-contacts ssm-incidents verifiedpermissions vpc-lattice vpc-lattice-svcs`;

/** True if resources of the action's service can have a policy that names principals. */
export function takesResourcePolicy(action: string): boolean {
  return lists(WITH, servicePrefix(action));
}

/** The AWS CLI command that prints the policy of a resource, to be run with credentials of its account. Undefined if we know none. */
export function commandForPolicy(text: string): string | undefined {
  const name = parseArn(text)?.resource ?? '';
  return policyCommand(text)
    ?.map((word) => (word === QUEUE_URL ? `<url of ${name}>` : word))
    .join(' ');
}
