import { nameWithoutPath, parseArn } from '../../model/arn.ts';

const NAME = /^[\w+=,.@][\w+=,.@/-]{0,511}$/;

/** Stands in the command for the URL of a queue, which its ARN does not have. */
export const QUEUE_URL = 'QUEUE_URL';

/**
 * The AWS CLI command that prints the policy of a resource, as an argument vector, to be run with credentials of its account. Undefined
 * where none is known, or where the ARN is not what AWS's grammar allows.
 */
export function policyCommand(text: string): readonly string[] | undefined {
  const arn = parseArn(text);
  if (arn === undefined || !/^[\w+=,.@:/-]{1,1024}$/.test(text)) return undefined;
  const { service, account, resource } = arn;
  const [first = ''] = resource.split('/');
  const region = arn.region === '' ? [] : ['--region', arn.region];
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
    case 'sns':
      return ask(`sns get-topic-attributes --topic-arn ${text}`, 'Attributes.Policy');
    case 'lambda':
      return ask(`lambda get-policy --function-name ${text}`, 'Policy');
    case 'secretsmanager':
      return ask(`secretsmanager get-resource-policy --secret-id ${text}`, 'ResourcePolicy');
    case 'dynamodb':
      return ask(`dynamodb get-resource-policy --resource-arn ${text}`, 'Policy');
    case 'ecr':
      return ask(`ecr get-repository-policy --repository-name ${resource.slice(first.length + 1)}`, 'policyText');
    case 'glue':
      return ask('glue get-resource-policy', 'PolicyInJson');
    case 'kinesis':
      return ask(`kinesis get-resource-policy --resource-arn ${text}`, 'Policy');
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
    default:
      return undefined;
  }
}
