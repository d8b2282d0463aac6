import { once } from '../../../model/once.ts';
import { isFields, type ObjectFields, type ObjectValue, textAt } from '../../text/read-object.ts';

/** The paths of a CloudTrail record under which a table may have its columns; a table in Athena has them in lower case. */
const PATHS = [
  'userIdentity',
  'userIdentity.type',
  'userIdentity.arn',
  'userIdentity.principalId',
  'userIdentity.userName',
  'userIdentity.invokedBy',
  'userIdentity.identityProvider',
  'userIdentity.sessionContext.sessionIssuer.type',
  'userIdentity.sessionContext.sessionIssuer.arn',
  'eventSource',
  'eventName',
  'eventTime',
  'awsRegion',
  'sourceIPAddress',
  'userAgent',
  'recipientAccountId',
  'errorCode',
  'errorMessage',
  'requestParameters',
  'requestID',
  'resources',
  'vpcEndpointId',
];

/** The field of a record that has how many calls the row is about: no record of one call has it. */
export const CALLS = 'denials';

/** What people call the number of calls in their queries, besides `count(*)` itself. */
const COUNTS = [CALLS, 'count', 'cnt', 'calls', 'events', 'eventcount', 'occurrences'];

/** What people call the caller's ARN in their queries. */
const CALLERS = ['arn', 'principalarn', 'callerarn', 'userarn', 'identityarn', 'caller', 'principal'];

/** Columns that hold the record as it is: what `denytrace query cloudwatch-insights` asks for, and what such a query is often made of. */
const WHOLE = ['record', 'message', 'cloudtrailevent'];

const byColumn = once(
  (): ReadonlyMap<string, string> =>
    new Map([
      ...CALLERS.map((name) => [name, 'userIdentity.arn'] as const),
      ...COUNTS.map((name) => [name, CALLS] as const),
      ...PATHS.map((path) => [plain(path), path] as const),
    ]),
);

/** The path of a record that a column has, however it is written. */
export function pathOfColumn(name: string): string | undefined {
  return byColumn().get(plain(name));
}

/** True for the header of a table of CloudTrail events. */
export function isHeader(names: readonly string[]): boolean {
  const paths = names.map(pathOfColumn);
  return paths.includes('errorCode') && paths.includes('eventName');
}

/** True for the keys of an object that is a row of such a table, with the names of its columns, and not a record itself. */
export function isRow(keys: readonly string[]): boolean {
  return isHeader(keys) && !keys.includes('eventName');
}

/** True for a column that holds a whole record. */
export function isWhole(name: string): boolean {
  return WHOLE.includes(plain(name));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** The record that a row of a table was made of. Columns that hold an object, as JSON or as Athena prints it, become one again. */
export function recordOfRow(names: readonly string[], values: readonly ObjectValue[]): ObjectFields {
  const whole = cellValue(values[names.findIndex(isWhole)] ?? '');
  const hasWhole = isFields(whole) && textAt(whole, 'errorCode') !== undefined;
  const entries = names.flatMap((name, index) => {
    const path = pathOfColumn(name);
    const value = values[index] ?? '';
    const isCell = path !== undefined && value !== '' && value !== '-' && (!hasWhole || path === CALLS);
    return isCell ? [[path, cellValue(value)] as const] : [];
  });
  return { ...(hasWhole ? whole : {}), ...Object.fromEntries(entries) };
}

function cellValue(text: ObjectValue): ObjectValue {
  if (typeof text !== 'string' || !/^[[{]/.test(text)) return text;
  return parsed(text) ?? parsed(structAsJson(text)) ?? text;
}

function parsed(text: string): ObjectValue | undefined {
  try {
    return plainValue(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function plainValue(value: unknown): ObjectValue | undefined {
  if (Array.isArray(value)) return value.map(plainValue).filter((each) => each !== undefined);
  if (typeof value !== 'object' || value === null) return value === null ? undefined : String(value);
  const entries = Object.entries(value).map(([key, own]) => [key, plainValue(own)] as const);
  return Object.fromEntries(entries.flatMap(([key, own]) => (own === undefined ? [] : [[key, own]])));
}

/** `{type=AssumedRole, arn=arn:…, sessioncontext={…}}` as JSON, with the names of CloudTrail's record. */
function structAsJson(struct: string): string {
  return struct.replace(
    /([{[,]\s{0,4})(\w{1,40})=(?:(?=[{[])|([^{}[\],]{0,2048}))/g,
    (_, before: string, name: string, value?: string) => {
      const key = `${before}"${NAMES[name] ?? name}":`;
      if (value === undefined) return key;
      return value === '' || value === 'null' ? `${key}null` : key + JSON.stringify(value);
    },
  );
}

const NAMES: Readonly<Record<string, string>> = {
  accountid: 'accountId',
  creationdate: 'creationDate',
  identityprovider: 'identityProvider',
  invokedby: 'invokedBy',
  mfaauthenticated: 'mfaAuthenticated',
  principalid: 'principalId',
  sessioncontext: 'sessionContext',
  sessionissuer: 'sessionIssuer',
  sourceidentity: 'sourceIdentity',
  username: 'userName',
};
