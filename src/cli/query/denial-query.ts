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
/** And of messages, whatever their code: IAM's sentence, and services that cannot assume a role. */
const MESSAGES = '(?i)not authorized to perform|be assumed by|to assume|not assume';

/** What the report needs of a record, under names that `--file` reads as columns. */
const COLUMNS: readonly (readonly [value: string, column?: string])[] = [
  ['eventtime'],
  ['eventsource'],
  ['eventname'],
  ['errorcode'],
  // A line break would cut the row of a CSV in two.
  ["regexp_replace(errormessage, '\\s+', ' ')", 'errormessage'],
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
  // Longer parameters have policy documents and the like in them, and a row that is too long is not read as a whole.
  ['substr(requestparameters, 1, 8000)', 'requestparameters'],
];

/** What differs from call to call in messages that say the same. */
const UNIQUE = 'Encoded authorization failure message: [^ ]+|(?:Request|Authorization) ?ID: [A-Za-z0-9-]+';

/**
 * What makes two calls the same denial: the user or role (not its session), the action, and the resource. Where the message does not name the
 * resource, the parameters have it. The region and the VPC endpoint may decide as well. The sessions of a role have the role as their issuer;
 * the issuer of a federated user is another user, so that a federated user keeps an ARN of its own.
 */
const COMPUTED: readonly (readonly [value: string, column: string])[] = [
  [
    "coalesce(if(useridentity.type = 'AssumedRole', useridentity.sessioncontext.sessionissuer.arn, NULL), useridentity.arn, useridentity.invokedby, useridentity.principalid)",
    'same_caller',
  ],
  [
    `regexp_replace(coalesce(replace(errormessage, useridentity.arn, ''), errormessage), '${UNIQUE}', '')`,
    'same_message',
  ],
  ["if(errormessage LIKE '%on resource: %', NULL, requestparameters)", 'same_parameters'],
];
const SAME = [
  ...COMPUTED.map(([, column]) => column),
  'eventsource',
  'eventname',
  'errorcode',
  'resources',
  'awsregion',
  'recipientaccountid',
  'vpcendpointid',
].join(', ');

/** The columns of the result after `denials`, which counts the calls that a row is for. */
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
  ${['denials', ...COLUMN_NAMES].join(',\n  ')}
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
 * The query for CloudWatch Logs Insights: the last record of each denial, whole. The period is no part of its language. Where the message
 * does not name the resource, what stands behind it in the record does: the parameters tell calls apart, or else the record itself.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
export function insightsQuery({ since, until }: Omit<Asked, 'table'>): string {
  return `# Time range (UTC): ${since ?? '<SINCE: YYYY-MM-DD>'} 00:00:00 to ${until ?? '<UNTIL: YYYY-MM-DD>'} 23:59:59
filter errorCode like /${CODES}/ or errorMessage like /${MESSAGES}/
| parse userIdentity.arn /^(?<identity>arn:[^:]*:sts::[^:]*:assumed-role\\/[^\\/]+|.+)/
| parse @message /"errorMessage":"(?<said>(?:[^"\\\\]|\\\\.)*?)(?:${UNIQUE}|",)/
| parse @message /(?<about>on resource:|"requestParameters":.+?,"responseElements":)/
| fields coalesce(identity, userIdentity.invokedBy, userIdentity.principalId) as caller
| fields coalesce(replace(said, userIdentity.arn, identity), said, errorMessage) as words, coalesce(about, @message) as parameters
| stats count(*) as denials, latest(@message) as record by caller, eventSource, eventName, errorCode, words, parameters, resources.0.ARN, awsRegion, recipientAccountId, vpcEndpointId
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
