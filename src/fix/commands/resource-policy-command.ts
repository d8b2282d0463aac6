import { parseArn } from '../../model/arn.ts';
import type { PolicyRef } from '../../model/policy.ts';

/** The command that replaces a resource's own policy; none where we know no plain one for the service. */
export function resourcePolicyCommand(policy: PolicyRef, file: string): readonly (readonly string[])[] {
  const text = policy.attachedTo ?? policy.name;
  const arn = parseArn(text);
  if (arn === undefined || !/^[\w+=,.@:/-]{1,512}$/.test(arn.resource)) return [];
  const resource = arn.resource;
  // Without it the AWS CLI asks the region that it is set to.
  const region = /^[a-z0-9-]{1,32}$/.test(arn.region) ? ['--region', arn.region] : [];
  switch (arn.service) {
    case 's3': {
      const bucket = resource.split('/')[0] ?? '';
      return /^[a-z0-9][a-z0-9.-]{1,62}$/.test(bucket)
        ? [['aws', 's3api', 'put-bucket-policy', '--bucket', bucket, '--policy', file]]
        : [];
    }
    case 'kms':
      return [
        ['aws', 'kms', 'put-key-policy', '--key-id', text, '--policy-name', 'default', '--policy', file, ...region],
      ];
    case 'secretsmanager':
      return [
        ['aws', 'secretsmanager', 'put-resource-policy', '--secret-id', text, '--resource-policy', file, ...region],
      ];
    case 'sns':
      return [
        [
          'aws',
          'sns',
          'set-topic-attributes',
          '--topic-arn',
          text,
          '--attribute-name',
          'Policy',
          '--attribute-value',
          file,
          ...region,
        ],
      ];
    case 'dynamodb':
      return [['aws', 'dynamodb', 'put-resource-policy', '--resource-arn', text, '--policy', file, ...region]];
    case 'ecr':
      return /^repository\/[a-z0-9._/-]+$/.test(resource)
        ? [
            [
              'aws',
              'ecr',
              'set-repository-policy',
              '--repository-name',
              resource.slice('repository/'.length),
              '--policy-text',
              file,
              ...region,
            ],
          ]
        : [];
    default:
      return [];
  }
}
