import { describe, expect, it } from 'vitest';
import { diagnosisOf } from '../requirements/requirements-of.ts';

async function commandsFor(text: string): Promise<readonly string[]> {
  const { causes } = await diagnosisOf(text);
  return causes.flatMap(({ fix }) => fix?.commands.map((argv) => argv.join(' ')) ?? []);
}

const lacks = (rest: string) =>
  `An error occurred (AccessDeniedException) when calling the GetTable operation: Insufficient Lake Formation permission(s)${rest}`;

describe('a grant that Lake Formation asks for', () => {
  it.each([
    [': Required Create Database on Catalog', 'CREATE_DATABASE', '{"Catalog":{}}'],
    [': Required Create Table on sales', 'CREATE_TABLE', '{"Database":{"Name":"sales"}}'],
    [':\nRequired Create Table on sales', 'CREATE_TABLE', '{"Database":{"Name":"sales"}}'],
    [': Required Create Tag on Catalog', 'CREATE_LF_TAG', '{"Catalog":{}}'],
    [': Required Select on orders', 'SELECT', '{"Table":{"DatabaseName":"DATABASE_NAME","Name":"orders"}}'],
    [': Required Drop on sales.orders', 'DROP', '{"Table":{"DatabaseName":"sales","Name":"orders"}}'],
    [' on s3://lake/raw', 'DATA_LOCATION_ACCESS', '{"DataLocation":{"ResourceArn":"arn:aws:s3:::lake/raw"}}'],
    [
      ': Required Describe on orders (Service: AWSGlue; Status Code: 400)',
      'DESCRIBE',
      '{"Table":{"DatabaseName":"DATABASE_NAME","Name":"orders"}}',
    ],
    [' on moj (Database name: moj) (Service: AWSGlue)', 'PERMISSION', '{"Database":{"Name":"moj"}}'],
    [
      ' on orders (Database name: sales, Table Name: orders) (Service: AWSGlue)',
      'PERMISSION',
      '{"Table":{"DatabaseName":"sales","Name":"orders"}}',
    ],
    [' on orders', 'PERMISSION', '{"Table":{"DatabaseName":"DATABASE_NAME","Name":"orders"}}'],
    ['.', 'PERMISSION', '{"Table":{"DatabaseName":"DATABASE_NAME","Name":"TABLE_NAME"}}'],
  ])('%s', async (rest, permission, resource) => {
    expect(await commandsFor(lacks(rest))).toContain(
      `aws lakeformation grant-permissions --principal DataLakePrincipalIdentifier=CALLER_ARN --permissions ${permission} --resource ${resource}`,
    );
  });

  it('no policy is asked for', async () => {
    const { requirements, conclusion } = await diagnosisOf(lacks(': Required Select on orders'));
    expect([requirements, conclusion]).toEqual([[], 'explained']);
  });
});

describe('an answer of a Lambda authorizer', () => {
  it.each([
    '{"Message":"User is not authorized to access this resource with an explicit deny"}',
    '{"Message":"User is not authorized to access this resource with an explicit deny in an identity-based policy"}',
    '{"Message":"User is not authorized to access this resource"}',
  ])('is not looked for in IAM: %s', async (text) => {
    const { causes, requirements } = await diagnosisOf(text);
    expect(causes.map(({ id }) => id)).toEqual(['resource.api-authorizer']);
    expect(requirements).toEqual([]);
  });

  it('is not meant where IAM decides', async () => {
    const { causes } = await diagnosisOf(
      'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********3333:abc/prod/GET/pets with an explicit deny in an identity-based policy',
    );
    expect(causes.map(({ id }) => id)).toEqual(['identity.named-by-aws']);
  });
});
