import { nameWithoutPath, parseArn } from '../../model/arn.ts';

const NAME = /^[\w+=,.@][\w+=,.@/-]{0,511}$/;

/** Stands in the command for the URL of a queue, which its ARN does not have. */
export const QUEUE_URL = 'QUEUE_URL';

/**
 * Services whose command takes the ARN: the command up to it, and where its answer has the policy.
 * https://docs.aws.amazon.com/cli/latest/reference/ (each command has a page of its own under its name)
 */
const BY_ARN: Readonly<Record<string, readonly [command: string, query: string]>> = {
  'acm-pca': ['acm-pca get-policy --resource-arn', 'Policy'],
  'bedrock-agentcore': ['bedrock-agentcore-control get-resource-policy --resource-arn', 'policy'],
  codebuild: ['codebuild get-resource-policy --resource-arn', 'policy'],
  dynamodb: ['dynamodb get-resource-policy --resource-arn', 'Policy'],
  kafka: ['kafka get-cluster-policy --cluster-arn', 'Policy'],
  kinesis: ['kinesis get-resource-policy --resource-arn', 'Policy'],
  lex: ['lexv2-models describe-resource-policy --resource-arn', 'policy'],
  'network-firewall': ['network-firewall describe-resource-policy --resource-arn', 'Policy'],
  osis: ['osis get-resource-policy --resource-arn', 'Policy'],
  'redshift-serverless': ['redshift-serverless get-resource-policy --resource-arn', 'resourcePolicy.policy'],
  rekognition: ['rekognition list-project-policies --project-arn', 'ProjectPolicies[].PolicyDocument'],
  secretsmanager: ['secretsmanager get-resource-policy --secret-id', 'ResourcePolicy'],
  sns: ['sns get-topic-attributes --topic-arn', 'Attributes.Policy'],
};

/**
 * The AWS CLI command that prints the policy of a resource, as an argument vector, to be run with credentials of its account. Undefined
 * where none is known, or where the ARN is not what AWS's grammar allows.
 */
export function policyCommand(text: string): readonly string[] | undefined {
  const arn = parseArn(text);
  if (arn === undefined || !/^[\w+=,.@:/-]{1,1024}$/.test(text)) return undefined;
  const { service, account, resource } = arn;
  const [first = ''] = resource.split('/');
  const region = /^$|-az\d+$/.test(arn.region) ? [] : ['--region', arn.region];
  const ask = (command: string, query: string) => [
    'aws',
    ...command.split(' '),
    ...(query === '' ? [] : ['--query', query, '--output', 'text']),
    ...region,
  ];
  switch (service) {
    case 's3':
      if (first === 'accesspoint' && account !== '')
        return ask(
          `s3control get-access-point-policy --account-id ${account} --name ${nameWithoutPath(resource)}`,
          'Policy',
        );
      return NAME.test(first) ? ask(`s3api get-bucket-policy --bucket ${first}`, 'Policy') : undefined;
    case 'kms':
      return ask(`kms get-key-policy --key-id ${text} --policy-name default`, 'Policy');
    case 'sqs':
      return ask(`sqs get-queue-attributes --queue-url ${QUEUE_URL} --attribute-names Policy`, '');
    case 'lambda':
      return ask(ofFunctionOrLayer(text), 'Policy');
    case 's3express':
      return ask(`s3api get-bucket-policy --bucket ${nameWithoutPath(resource)}`, 'Policy');
    case 's3-object-lambda':
      return ask(
        `s3control get-access-point-policy-for-object-lambda --account-id ${account} --name ${nameWithoutPath(resource)}`,
        'Policy',
      );
    case 's3tables': {
      const [bucket = ''] = text.split('/table/');
      return ask(`s3tables get-table-bucket-policy --table-bucket-arn ${bucket}`, 'resourcePolicy');
    }
    case 'codeartifact': {
      const [, domain = '', repository] = resource.split('/');
      const owner = `--domain ${domain} --domain-owner ${account}`;
      return repository === undefined
        ? ask(`codeartifact get-domain-permissions-policy ${owner}`, 'policy.document')
        : ask(`codeartifact get-repository-permissions-policy ${owner} --repository ${repository}`, 'policy.document');
    }
    case 'vpc-lattice':
      return ask(`vpc-lattice get-auth-policy --resource-identifier ${resource.split('/')[1] ?? ''}`, 'policy');
    case 'execute-api':
      return ask(`apigateway get-rest-api --rest-api-id ${first}`, 'policy');
    case 'ecr':
      return ask(`ecr get-repository-policy --repository-name ${resource.slice(first.length + 1)}`, 'policyText');
    case 'glue':
      return ask('glue get-resource-policy', 'PolicyInJson');
    case 'elasticfilesystem':
      return ask(`efs describe-file-system-policy --file-system-id ${nameWithoutPath(resource)}`, 'Policy');
    case 'backup':
      return ask(`backup get-backup-vault-access-policy --backup-vault-name ${resource.split(':')[1] ?? ''}`, 'Policy');
    case 'events':
      return ask(`events describe-event-bus --name ${nameWithoutPath(resource)}`, 'Policy');
    case 'es':
      return ask(
        `opensearch describe-domain-config --domain-name ${nameWithoutPath(resource)}`,
        'DomainConfig.AccessPolicies.Options',
      );
    default: {
      const [command, query] = Object.hasOwn(BY_ARN, service) ? (BY_ARN[service] ?? []) : [];
      return command === undefined || query === undefined ? undefined : ask(`${command} ${text}`, query);
    }
  }
}

/** The version of a layer has a policy of its own. https://docs.aws.amazon.com/cli/latest/reference/lambda/get-layer-version-policy.html */
function ofFunctionOrLayer(text: string): string {
  const [, layer, version] = /^(.+:layer:[^:]+):(\d+)$/.exec(text) ?? [];
  return layer === undefined
    ? `lambda get-policy --function-name ${text}`
    : `lambda get-layer-version-policy --layer-name ${layer} --version-number ${version}`;
}
