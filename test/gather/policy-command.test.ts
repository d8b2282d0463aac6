import { expect, it } from 'vitest';
import { commandForPolicy } from '../../src/reference/resources/resource-policies.ts';

it.each([
  ['arn:aws:s3:::artifacts', 'aws s3api get-bucket-policy --bucket artifacts --query Policy --output text'],
  [
    'arn:aws:s3:eu-west-1:111122223333:accesspoint/reports',
    'aws s3control get-access-point-policy --account-id 111122223333 --name reports --query Policy --output text --region eu-west-1',
  ],
  [
    'arn:aws:ecr:eu-west-1:111122223333:repository/team/app',
    'aws ecr get-repository-policy --repository-name team/app --query policyText --output text --region eu-west-1',
  ],
  [
    'arn:aws:lambda:us-east-1:111122223333:layer:deps:12',
    'aws lambda get-layer-version-policy --layer-name arn:aws:lambda:us-east-1:111122223333:layer:deps --version-number 12 --query Policy --output text --region us-east-1',
  ],
  [
    'arn:aws:s3express:use1-az4:111122223333:bucket/data--use1-az4--x-s3',
    'aws s3api get-bucket-policy --bucket data--use1-az4--x-s3 --query Policy --output text',
  ],
  [
    'arn:aws:s3express:us-east-1:111122223333:bucket/data--use1-az4--x-s3',
    'aws s3api get-bucket-policy --bucket data--use1-az4--x-s3 --query Policy --output text --region us-east-1',
  ],
  [
    'arn:aws:s3-object-lambda:eu-west-1:111122223333:accesspoint/redact',
    'aws s3control get-access-point-policy-for-object-lambda --account-id 111122223333 --name redact --query Policy --output text --region eu-west-1',
  ],
  [
    'arn:aws:s3tables:eu-west-1:111122223333:bucket/lake/table/0a1b',
    'aws s3tables get-table-bucket-policy --table-bucket-arn arn:aws:s3tables:eu-west-1:111122223333:bucket/lake --query resourcePolicy --output text --region eu-west-1',
  ],
  [
    'arn:aws:codeartifact:eu-west-1:111122223333:repository/acme/npm',
    'aws codeartifact get-repository-permissions-policy --domain acme --domain-owner 111122223333 --repository npm --query policy.document --output text --region eu-west-1',
  ],
  [
    'arn:aws:codeartifact:eu-west-1:111122223333:domain/acme',
    'aws codeartifact get-domain-permissions-policy --domain acme --domain-owner 111122223333 --query policy.document --output text --region eu-west-1',
  ],
  [
    'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod/GET/orders',
    'aws apigateway get-rest-api --rest-api-id a1b2c3 --query policy --output text --region eu-west-1',
  ],
  [
    'arn:aws:kafka:eu-west-1:111122223333:cluster/orders/0a1b',
    'aws kafka get-cluster-policy --cluster-arn arn:aws:kafka:eu-west-1:111122223333:cluster/orders/0a1b --query Policy --output text --region eu-west-1',
  ],
  [
    'arn:aws:vpc-lattice:eu-west-1:111122223333:service/svc-0a1b2c3d4e5f60718/orders',
    'aws vpc-lattice get-auth-policy --resource-identifier svc-0a1b2c3d4e5f60718 --query policy --output text --region eu-west-1',
  ],
  ['arn:aws:s3:::$(id)', undefined],
])('the policy of %s is shown by: %s', (resource, command) => {
  expect(commandForPolicy(resource)).toBe(command);
});
