import { DENIAL_CODES } from '../../parse/grammar/codes.ts';
import { createTable } from './create-table.ts';

/** What a query is made for. Every value has been checked by the command line; null: a placeholder to fill in. */
export interface Asked {
  /** `YYYY-MM-DD`; both days belong to the period. */
  readonly since: string | null;
  readonly until: string | null;
  /** `table` or `database.table`. Null: the name in AWS's page. */
  readonly table: string | null;
}

/** The name of the table in AWS's page. https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html */
const TABLE = 'cloudtrail_logs_pp';

/** Codes of denials as a regular expression that both engines take. */
const CODES = `(?i)${DENIAL_CODES.map((code) => code.replaceAll('.', '[.]')).join('|')}`;
const MESSAGES = '(?i)not authorized to perform';

/** What the report needs of a record, under names that `--file` reads as columns. */
const COLUMNS: readonly (readonly [value: string, column?: string])[] = [
  ['eventtime'],
  ['eventsource'],
  ['eventname'],
  ['errorcode'],
  ['errormessage'],
  ['awsregion'],
  ['recipientaccountid'],
  ['requestid'],
  ['useridentity.type', 'useridentity_type'],
  ['useridentity.arn', 'useridentity_arn'],
  ['useridentity.principalid', 'useridentity_principalid'],
  ['useridentity.username', 'useridentity_username'],
  ['useridentity.invokedby', 'useridentity_invokedby'],
  ['useridentity.sessioncontext.sessionissuer.type', 'useridentity_sessioncontext_sessionissuer_type'],
  ['useridentity.sessioncontext.sessionissuer.arn', 'useridentity_sessioncontext_sessionissuer_arn'],
  ['sourceipaddress'],
  ['vpcendpointid'],
  ['useragent'],
  ['resources'],
  ['requestparameters'],
];

/**
 * What makes two calls the same denial: the user or role (not its session), the action, and the resource. Where the message does not name the
 * resource, the parameters have it. The region and the VPC endpoint may decide as well.
 */
const COMPUTED: readonly (readonly [value: string, column: string])[] = [
  ['coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby)', 'same_caller'],
  ["coalesce(replace(errormessage, useridentity.arn, ''), errormessage)", 'same_message'],
  ["if(errormessage LIKE '%on resource: %', NULL, requestparameters)", 'same_parameters'],
  ['transform(resources, resource -> resource.arn)', 'same_resources'],
];
const SAME = [
  ...COMPUTED.map(([, column]) => column),
  'eventsource',
  'eventname',
  'errorcode',
  'awsregion',
  'recipientaccountid',
  'vpcendpointid',
].join(', ');

/** The columns of the result, besides `denials`, which counts the calls that a row is for. */
export const COLUMN_NAMES: readonly string[] = COLUMNS.map(([value, column = value]) => column);

/**
 * One statement for Athena: the last record of each denial of the period.
 * https://docs.aws.amazon.com/athena/latest/ug/query-examples-cloudtrail-logs.html
 */
export function athenaQuery({ since, until, table }: Asked): string {
  const selected = [...COLUMNS, ...COMPUTED].map(([value, column]) =>
    column === undefined ? value : `${value} AS ${column}`,
  );
  return `WITH denied AS (
  SELECT
    ${selected.join(',\n    ')}
  FROM ${quoted(table ?? TABLE)}
  WHERE "timestamp" BETWEEN '${folder(since) ?? '<SINCE: YYYY/MM/DD>'}' AND '${folder(until) ?? '<UNTIL: YYYY/MM/DD>'}'
    AND (regexp_like(errorcode, '${CODES}')
      OR regexp_like(errormessage, '${MESSAGES}'))
), counted AS (
  SELECT
    *,
    count(*) OVER (PARTITION BY ${SAME}) AS denials,
    row_number() OVER (PARTITION BY ${SAME} ORDER BY eventtime DESC) AS age
  FROM denied
)
SELECT
  ${[...COLUMN_NAMES, 'denials'].join(',\n  ')}
FROM counted
WHERE age = 1
ORDER BY denials DESC
`;
}

/** The statement that makes the table which the query reads. */
export function athenaTable({ table }: Pick<Asked, 'table'>): string {
  return createTable(
    (table ?? TABLE)
      .split('.')
      .map((name) => `\`${name}\``)
      .join('.'),
  );
}

/**
 * The query for CloudWatch Logs Insights: the last record of each denial, whole. The period is no part of its language.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
export function insightsQuery({ since, until }: Omit<Asked, 'table'>): string {
  return `# Time range (UTC): ${since ?? '<SINCE: YYYY-MM-DD>'} 00:00:00 to ${until ?? '<UNTIL: YYYY-MM-DD>'} 23:59:59
fields coalesce(userIdentity.sessionContext.sessionIssuer.arn, userIdentity.arn, userIdentity.invokedBy) as caller
| fields coalesce(replace(errorMessage, userIdentity.arn, ""), errorMessage) as words
| filter errorCode like /${CODES}/ or errorMessage like /${MESSAGES}/
| stats count(*) as denials, latest(@message) as record by caller, eventSource, eventName, errorCode, words, resources.0.ARN, requestParameters.bucketName, requestParameters.key, awsRegion, recipientAccountId, vpcEndpointId
| sort denials desc
| limit 10000
`;
}

/** CloudTrail has a folder a day, which is a partition of the table. */
function folder(day: string | null): string | undefined {
  return day?.replaceAll('-', '/');
}

function quoted(table: string): string {
  return table
    .split('.')
    .map((name) => `"${name}"`)
    .join('.');
}
