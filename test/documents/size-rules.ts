import { actionsOf, DOCS, IAM, is, listOf, ofService, type Rule } from './rule.ts';
import { statementsOf } from './shown-document.ts';

/** Characters without the white space between elements. */
const characters = (document: unknown) => JSON.stringify(document).length;
const largerThan = (size: number) => (document: unknown) => characters(document) > size;

/** How large documents may be. */
export const SIZE_RULES: readonly Rule[] = [
  {
    says: 'a managed policy has at most 6,144 characters',
    page: `${IAM}/reference_iam-quotas.html`,
    about: is('managed', 'boundary'),
    document: largerThan(6_144),
  },
  {
    says: 'inline policies have at most 10,240 characters for a role, 2,048 for a user, 5,120 for a group',
    page: `${IAM}/reference_iam-quotas.html`,
    about: is('inline'),
    document: (document, { holder }) =>
      characters(document) > ({ user: 2_048, group: 5_120, role: 10_240 }[holder ?? ''] ?? 32_768),
  },
  {
    says: 'a trust policy has at most 8,192 characters',
    page: `${IAM}/reference_iam-quotas.html`,
    about: is('trust'),
    document: largerThan(8_192),
  },
  {
    says: 'an SCP has at most 10,240 characters',
    page: `${DOCS}/organizations/latest/userguide/orgs_reference_limits.html`,
    about: is('scp'),
    document: largerThan(10_240),
  },
  {
    says: 'an RCP has at most 5,120 characters',
    page: `${DOCS}/organizations/latest/userguide/orgs_reference_limits.html`,
    about: is('rcp'),
    document: largerThan(5_120),
  },
  {
    says: 'an endpoint policy has at most 20,480 characters',
    page: `${DOCS}/vpc/latest/privatelink/vpc-limits-endpoints.html`,
    about: is('endpoint'),
    document: largerThan(20_480),
  },
  {
    says: 'a bucket policy has at most 20 KB',
    page: `${DOCS}/AmazonS3/latest/userguide/bucket-policies.html`,
    about: ofService('s3'),
    document: largerThan(20_480),
  },
  {
    says: 'a key policy has at most 32 KB',
    page: `${DOCS}/kms/latest/developerguide/resource-limits.html`,
    about: ofService('kms'),
    document: largerThan(32_768),
  },
  {
    says: 'a queue policy has at most 8,192 bytes, 20 statements, 7 actions in each',
    page: `${DOCS}/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html`,
    about: ofService('sqs'),
    document: (document) => characters(document) > 8_192 || statementsOf(document).length > 20,
    statement: (one) => actionsOf(one).length > 7,
  },
  {
    says: 'a topic policy has at most 30 KB and 100 statements, each about the topic',
    page: `${DOCS}/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html`,
    about: ofService('sns'),
    document: (document) => characters(document) > 30_720 || statementsOf(document).length > 100,
    statement: (one) => listOf(one['Resource']).length !== 1,
  },
  {
    says: 'a policy of a secret has at most 20,480 characters',
    page: `${DOCS}/secretsmanager/latest/userguide/reference_limits.html`,
    about: ofService('secretsmanager'),
    document: largerThan(20_480),
  },
  {
    says: 'a policy of a table has at most 20 KB',
    page: `${DOCS}/amazondynamodb/latest/developerguide/rbac-considerations.html`,
    about: ofService('dynamodb'),
    document: largerThan(20_480),
  },
  {
    says: 'a repository policy has at most 10,240 characters',
    page: `${DOCS}/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html`,
    about: ofService('ecr'),
    document: largerThan(10_240),
  },
];
