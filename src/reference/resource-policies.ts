import { servicePrefix } from '../model/actions.ts';
import { nameWithoutPath, parseArn } from '../model/arn.ts';

/**
 * Services whose resources cannot have policies of their own. Resources of other services may have some.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const WITHOUT = `access-analyzer account acm amplify appconfig application-autoscaling apprunner appstream athena autoscaling
  batch budgets ce chatbot cloudformation cloudfront cloudwatch codedeploy codepipeline codestar-connections codeconnections
  cognito-identity cognito-idp config connect cur datapipeline datasync dax directconnect dlm dms ds ec2 ec2messages ecs eks
  elasticache elasticbeanstalk elasticloadbalancing elasticmapreduce emr-containers firehose fis forecast freetier fsx gamelift
  globalaccelerator grafana guardduty health iam identitystore inspector inspector2 iotevents iotsitewise
  kinesisanalytics lakeformation lightsail macie2 mq pi pipes polly pricing quicksight ram rds rds-data
  route53 route53domains savingsplans scheduler sdb securityhub servicediscovery servicequotas shield ssmmessages sso states storagegateway sts support swf tag textract timestream transcribe
  transfer translate trustedadvisor workspaces`;

/** True if no resource of the action's service can have a policy of its own. */
export function hasNoResourcePolicies(action: string): boolean {
  return lists(WITHOUT, servicePrefix(action));
}

/**
 * Resources of those services that their owner can share with other accounts in another way: by AWS RAM, or by a permission of the
 * service (snapshots, images, invitations). By service, and by the first word in the last part of the ARN.
 * https://docs.aws.amazon.com/ram/latest/userguide/shareable.html
 */
const SHARED: Readonly<Record<string, string>> = {
  appstream: 'image',
  cloudfront: 'vpcorigin anycast-ip-list',
  codeconnections: 'connection',
  'codestar-connections': 'connection',
  ds: 'directory',
  ec2: `capacity-reservation coip-pool dedicated-host fpga-image image ipam-pool ipam-resource-discovery
      local-gateway-route-table outpost placement-group prefix-list security-group snapshot subnet traffic-mirror-target
      transit-gateway transit-gateway-attachment transit-gateway-multicast-domain verified-access-endpoint
      verified-access-group vpc vpc-endpoint-service vpc-peering-connection`,
  elasticloadbalancing: 'truststore',
  fsx: 'volume',
  ram: 'permission resource-share resource-share-invitation',
  rds: 'cluster cluster-snapshot snapshot',
  servicediscovery: 'namespace',
  workspaces: 'workspaceimage',
};

/** True if the resource may be shared with another account although it cannot have a policy. */
export function mayBeShared(resource: string): boolean {
  const arn = parseArn(resource);
  if (arn === undefined || !Object.hasOwn(SHARED, arn.service)) return false;
  return lists(SHARED[arn.service] ?? '', arn.resource.split(/[/:]/, 1)[0] ?? '');
}

/** True if the word is in a list. Lists are texts because a text costs nothing until it is used. */
function lists(words: string, word: string): boolean {
  return words.split(/\s+/).includes(word);
}

const NAME = /^[\w+=,.@/-]{1,512}$/;

/** The AWS CLI command that prints the policy of a resource, to be run with credentials of its account. Undefined if we know none. */
export function commandForPolicy(text: string): string | undefined {
  const arn = parseArn(text);
  if (arn === undefined || !/^[\w+=,.@:/-]{1,1024}$/.test(text)) return undefined;
  const [first = ''] = arn.resource.split('/');
  const region = arn.region === '' ? '' : ` --region ${arn.region}`;
  switch (arn.service) {
    case 's3':
      if (first === 'accesspoint' && arn.account !== '')
        return `aws s3control get-access-point-policy --account-id ${arn.account} --name ${nameWithoutPath(arn.resource)} --query Policy --output text${region}`;
      return NAME.test(first)
        ? `aws s3api get-bucket-policy --bucket ${first} --query Policy --output text`
        : undefined;
    case 'kms':
      return `aws kms get-key-policy --key-id ${text} --policy-name default --query Policy --output text${region}`;
    case 'sqs':
      return `aws sqs get-queue-attributes --queue-url <url of ${arn.resource}> --attribute-names Policy${region}`;
    case 'sns':
      return `aws sns get-topic-attributes --topic-arn ${text} --query Attributes.Policy --output text${region}`;
    case 'lambda':
      return `aws lambda get-policy --function-name ${text} --query Policy --output text${region}`;
    case 'secretsmanager':
      return `aws secretsmanager get-resource-policy --secret-id ${text} --query ResourcePolicy --output text${region}`;
    case 'dynamodb':
      return `aws dynamodb get-resource-policy --resource-arn ${text} --query Policy --output text${region}`;
    case 'ecr':
      return `aws ecr get-repository-policy --repository-name ${arn.resource.slice(first.length + 1)} --query policyText --output text${region}`;
    default:
      return undefined;
  }
}
