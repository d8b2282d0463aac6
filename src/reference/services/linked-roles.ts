/** A role that belongs to a service, and is made once for each account. */
export interface LinkedRole {
  /** The service in words. */
  readonly service: string;
  /** The service principal: `iam:AWSServiceName`. */
  readonly host: string;
  readonly role: string;
}

type Row = LinkedRole & {
  /** What a text says that means this role. */
  readonly said: RegExp;
  /** Prefixes of the services whose calls need it. */
  readonly prefixes: readonly string[];
};

/** Rows that the text must name come first: EC2 has several. */
const ROWS: readonly Row[] = [
  {
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-fleet-requests.html#service-linked-roles-spot-fleet-requests
    service: 'Spot Fleet',
    host: 'spotfleet.amazonaws.com',
    role: 'AWSServiceRoleForEC2SpotFleet',
    said: /spot ?fleet/i,
    prefixes: [],
  },
  {
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests.html
    service: 'EC2 Spot',
    host: 'spot.amazonaws.com',
    role: 'AWSServiceRoleForEC2Spot',
    said: /spot instances?|AWSServiceRoleForEC2Spot\b/i,
    prefixes: [],
  },
  {
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-fleet-prerequisites.html#ec2-fleet-service-linked-role
    service: 'EC2 Fleet',
    host: 'ec2fleet.amazonaws.com',
    role: 'AWSServiceRoleForEC2Fleet',
    said: /ec2 ?fleet/i,
    prefixes: [],
  },
  {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html
    service: 'Amazon ECS',
    host: 'ecs.amazonaws.com',
    role: 'AWSServiceRoleForECS',
    said: /\bECS\b/,
    prefixes: ['ecs'],
  },
  {
    // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/slr.html
    service: 'Amazon OpenSearch Service',
    host: 'opensearchservice.amazonaws.com',
    role: 'AWSServiceRoleForAmazonOpenSearchService',
    said: /to give Amazon (?:OpenSearch|ES|Elasticsearch)/i,
    prefixes: ['es'],
  },
  {
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html
    service: 'Amazon RDS',
    host: 'rds.amazonaws.com',
    role: 'AWSServiceRoleForRDS',
    said: /\bRDS\b|\bDB(?:Instance|Cluster)\b/,
    prefixes: ['rds'],
  },
  {
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-service-linked-role.html
    service: 'Amazon EC2 Auto Scaling',
    host: 'autoscaling.amazonaws.com',
    role: 'AWSServiceRoleForAutoScaling',
    said: /AWSServiceRoleForAutoScaling\b|auto ?scaling group/i,
    prefixes: ['autoscaling'],
  },
  {
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-service-linked-roles.html
    service: 'Elastic Load Balancing',
    host: 'elasticloadbalancing.amazonaws.com',
    role: 'AWSServiceRoleForElasticLoadBalancing',
    said: /AWSServiceRoleForElasticLoadBalancing\b/,
    prefixes: ['elasticloadbalancing'],
  },
  {
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/using-service-linked-roles.html
    service: 'Amazon ElastiCache',
    host: 'elasticache.amazonaws.com',
    role: 'AWSServiceRoleForElastiCache',
    said: /AWSServiceRoleForElastiCache\b|\bElastiCache\b/,
    prefixes: ['elasticache'],
  },
];

/**
 * The service-linked role that a text is about; undefined where neither its words nor the service that was called show it.
 * @param prefix of the service that the denied call was made to
 */
export function linkedRoleOf(text: string, prefix: string | undefined): LinkedRole | undefined {
  return (
    ROWS.find(({ prefixes, said }) => prefixes.length === 0 && said.test(text)) ??
    ROWS.find(({ prefixes }) => prefix !== undefined && prefixes.includes(prefix)) ??
    ROWS.find(({ said }) => said.test(text))
  );
}
