import { AUTHORIZER_ANSWER } from '../../evidence/aws-words/authorizer-answer.ts';
import { lakeFormationLack } from '../../evidence/aws-words/lake-formation.ts';
import { advise } from '../../grants/advise.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { QuotedCause } from '../runners/quoted-cause.ts';

/** Services that decide about access themselves, beside IAM: no policy of the caller changes their answer. */
export const ACCESS_MANAGERS = [
  {
    // https://docs.aws.amazon.com/lake-formation/latest/dg/lake-formation-permissions.html
    id: 'resource.lake-formation',
    layer: 'resource',
    phrases: [
      'Insufficient Lake Formation permission',
      'Principal does not have any privilege on specified resource',
      'requester is not authorized to access requested permissions',
    ],
    beyondPolicies: true,
    summary: (denialCase) =>
      `Lake Formation refuses it: the caller lacks ${lackOf(denialCase)}. No IAM policy gives that, only a grant in Lake Formation`,
    remedies: (denialCase) => [
      advise(
        `grant it to the user or role that made the call, as a data lake administrator (the first command lists them)${alsoOnLocation(denialCase)}`,
        'account-admin',
        ['aws', 'lakeformation', 'get-data-lake-settings', '--query', 'DataLakeSettings.DataLakeAdmins'],
        ...grantCommands(denialCase),
      ),
    ],
  },
  {
    // https://repost.aws/knowledge-center/api-gateway-403-error-lambda-authorizer
    id: 'resource.api-authorizer',
    layer: 'resource',
    phrases: [AUTHORIZER_ANSWER],
    beyondPolicies: true,
    summary:
      'The policy that the Lambda authorizer of the API returned does not allow the call: no IAM policy of a user or role takes part',
    remedies: [
      advise(
        'call the API with a token (or key) that is valid and allowed for this method and path: an expired one, or one of a different user, gets the same answer',
        'you',
      ),
      advise(
        'see in the execution log of the API which policy the authorizer returned; where its answers are cached, the Resource must cover every path (stage/*/*), not only the one that was called first',
        'resource-owner',
        ['aws', 'apigateway', 'get-authorizers', '--rest-api-id', 'API_ID'],
        ['aws', 'apigateway', 'flush-stage-authorizers-cache', '--rest-api-id', 'API_ID', '--stage-name', 'STAGE'],
      ),
    ],
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html
    id: 'resource.access-grant',
    layer: 'resource',
    phrases: ['permissions to the requested S3 Prefix'],
    beyondPolicies: true,
    summary: ({ text }) =>
      `S3 Access Grants has no grant for the caller that covers ${askedPrefix(text) ?? 'the prefix'}${askedLevel(text)}: no IAM policy or bucket policy changes that`,
    remedies: ({ text }) => [
      advise(
        'ask for what a grant covers (the first command lists yours; the prefix ends in /*, and READ is not READWRITE), or have the owner of the Access Grants instance add one to the user or role that calls, or to its identity in IAM Identity Center',
        'resource-owner',
        ['aws', 's3control', 'list-caller-access-grants', '--account-id', 'ACCOUNT'],
        [
          'aws',
          's3control',
          'list-access-grants',
          '--account-id',
          'ACCOUNT',
          ...(askedPrefix(text) === undefined ? [] : ['--grant-scope', askedPrefix(text) ?? '']),
        ],
      ),
    ],
  },
] as const satisfies readonly QuotedCause[];

/** `You do not have READ permissions to the requested S3 Prefix: s3://bucket/prefix/*` */
function askedPrefix(text: string): string | undefined {
  return /permissions to the requested S3 Prefix:\s*(s3:\/\/[\w.!*'()/=:+@-]{3,1000})/.exec(text)?.[1];
}

function askedLevel(text: string): string {
  const level = /have (READ|WRITE|READWRITE) permissions to the requested/.exec(text)?.[1];
  return level === undefined ? '' : ` with ${level}`;
}

function lackOf(denialCase: DenialCase): string {
  const { permission, on } = lakeFormationLack(denialCase);
  const what = permission ?? 'a Lake Formation permission';
  if (on === null) return what;
  return /^catalog$/i.test(on) ? `${what} on the Data Catalog` : `${what} on ${on}`;
}

/** https://docs.aws.amazon.com/lake-formation/latest/dg/troubleshooting.html#trouble-location */
function alsoOnLocation(denialCase: DenialCase): string {
  const { permission } = lakeFormationLack(denialCase);
  return permission === 'CREATE_TABLE' || permission === 'ALTER'
    ? '; where the table has a location in S3 that is registered, DATA_LOCATION_ACCESS on it as well'
    : '';
}

/**
 * The command that grants it, with tokens for what the text does not show. Several where the text does not show whether the name is that of a database or of a table.
 * https://docs.aws.amazon.com/cli/latest/reference/lakeformation/grant-permissions.html
 */
function grantCommands(denialCase: DenialCase): readonly (readonly string[])[] {
  const { permission, on, database: inDatabase, table: ofName } = lakeFormationLack(denialCase);
  const given = permission ?? 'PERMISSION';
  if (inDatabase !== undefined)
    return [
      ofName === undefined
        ? grant(denialCase, given, { Database: { Name: inDatabase } })
        : grant(denialCase, given, { Table: { DatabaseName: inDatabase, Name: ofName } }),
    ];
  const location = /^s3:\/\/(.+)$/.exec(on ?? '')?.[1] ?? /^arn:aws[a-z-]*:s3:::(.+)$/.exec(on ?? '')?.[1];
  if (location !== undefined)
    return [grant(denialCase, 'DATA_LOCATION_ACCESS', { DataLocation: { ResourceArn: `arn:aws:s3:::${location}` } })];
  if (/^catalog$/i.test(on ?? '') || (on === null && given === 'CREATE_DATABASE'))
    return [grant(denialCase, given, { Catalog: {} })];
  const [database = 'DATABASE_NAME', table] = (on ?? '').includes('.') ? (on ?? '').split('.') : [];
  const ofTable = grant(denialCase, given, { Table: { DatabaseName: database, Name: table ?? on ?? 'TABLE_NAME' } });
  const ofDatabase = grant(denialCase, given, { Database: { Name: on ?? 'DATABASE_NAME' } });
  if (given === 'CREATE_TABLE') return [ofDatabase];
  if (/^(?:SELECT|INSERT|DELETE)$/.test(given) || table !== undefined) return [ofTable];
  return [ofTable, ofDatabase];
}

function grant(denialCase: DenialCase, permission: string, resource: object): readonly string[] {
  const arn = denialCase.facts.principal?.arn ?? 'CALLER_ARN';
  return [
    'aws',
    'lakeformation',
    'grant-permissions',
    '--principal',
    `DataLakePrincipalIdentifier=${arn}`,
    '--permissions',
    permission,
    '--resource',
    JSON.stringify(resource),
  ];
}
