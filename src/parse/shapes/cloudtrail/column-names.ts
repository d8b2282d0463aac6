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

/** What people call the caller's ARN in their queries. */
const CALLERS = ['arn', 'principalarn', 'callerarn', 'userarn', 'identityarn', 'caller', 'principal'];

/** Columns that hold the record as it is: what `denytrace query cloudwatch-insights` asks for, and what such a query is often made of. */
const WHOLE = ['record', 'message', 'cloudtrailevent'];

const BY_COLUMN: ReadonlyMap<string, string> = new Map([
  ...CALLERS.map((name) => [name, 'userIdentity.arn'] as const),
  ...PATHS.map((path) => [plain(path), path] as const),
]);

function pathOfColumn(name: string): string | undefined {
  return BY_COLUMN.get(plain(name));
}

/** True for the header of a table of CloudTrail events. */
export function isHeader(names: readonly string[]): boolean {
  const paths = names.map(pathOfColumn);
  return paths.includes('errorCode') && paths.includes('eventName');
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** The record that a row of a table was made of. Columns that hold an object, as JSON or as Athena prints it, become one again. */
export function recordOfRow(names: readonly string[], values: readonly ObjectValue[]): ObjectFields {
  const whole = cellValue(values[names.findIndex((name) => WHOLE.includes(plain(name)))] ?? '');
  if (isFields(whole) && textAt(whole, 'errorCode') !== undefined) return whole;
  const entries = names.flatMap((name, index) => {
    const path = pathOfColumn(name);
    const value = values[index] ?? '';
    return path === undefined || value === '' || value === '-' ? [] : [[path, cellValue(value)] as const];
  });
  return Object.fromEntries(entries);
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
