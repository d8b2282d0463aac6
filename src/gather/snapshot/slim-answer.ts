import { decodeDocument } from '../ask/decode-document.ts';
import { isObject, type JsonObject } from './json-place.ts';

/** Fields that hold a JSON document as text. */
const DOCUMENTS = new Set(['AssumeRolePolicyDocument', 'PolicyDocument', 'Document', 'Content', 'DecodedMessage']);

/** Fields about the transport of an answer, and fields that change by themselves. */
const DROPPED = new Set([
  ...['$metadata', 'IsTruncated', 'Marker', 'NextToken', 'nextToken'],
  ...['RoleLastUsed', 'PasswordLastUsed', 'AttachmentCount', 'PermissionsBoundaryUsageCount', 'Description'],
]);

const SUMMARY = ['Id', 'Arn', 'Name', 'Type', 'AwsManaged'];
const MEMBER = ['Arn', 'Path', 'RoleName', 'RoleId', 'UserName', 'UserId', 'CreateDate'];

/** Of answers that hold more than anybody asks for (e-mail addresses, other roles' policies, metadata): what is kept, by place. */
const KEPT: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'organizations:DescribeOrganization': {
    Organization: ['Id', 'FeatureSet', 'MasterAccountId', 'ManagementAccountId'],
  },
  'organizations:DescribeAccount': { Account: ['Id', 'Arn', 'Name', 'Paths'] },
  'organizations:DescribeOrganizationalUnit': { OrganizationalUnit: ['Id', 'Name'] },
  'organizations:ListRoots': { Roots: ['Id', 'Arn', 'Name', 'PolicyTypes'] },
  'organizations:ListPoliciesForTarget': { Policies: SUMMARY },
  'iam:ListRoles': { Roles: MEMBER },
  'iam:ListUsers': { Users: MEMBER },
  'iam:GetSAMLProvider': { '': ['CreateDate', 'ValidUntil'] },
};

/** What is recorded of an answer: plain JSON, documents parsed, without what denytrace never looks at. */
export function slimAnswer(call: string, output: unknown): unknown {
  const plain = plainJson(output, '');
  if (!isObject(plain)) return plain;
  const kept = KEPT[call];
  if (call === 'organizations:DescribePolicy' && isObject(plain['Policy']))
    return { Policy: slimPolicy(plain['Policy']) };
  if (call === 'iam:GetInstanceProfile' && isObject(plain['InstanceProfile']))
    return { InstanceProfile: { ...plain['InstanceProfile'], Roles: pick(plain['InstanceProfile']['Roles'], ROLE) } };
  if (kept === undefined) return plain;
  if (kept[''] !== undefined) return pick(plain, kept['']);
  return Object.fromEntries(Object.entries(kept).map(([place, fields]) => [place, pick(plain[place], fields)]));
}

const ROLE = ['Arn', 'RoleName', 'RoleId', 'Path'];

function slimPolicy(policy: JsonObject): JsonObject {
  return { PolicySummary: pick(policy['PolicySummary'], SUMMARY), Content: policy['Content'] };
}

function pick(value: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => pick(item, fields));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([field]) => fields.includes(field)));
}

function plainJson(value: unknown, field: string): unknown {
  if (DOCUMENTS.has(field)) return decodeDocument(value) ?? value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plainJson(item, ''));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([key, item]) => item !== undefined && !DROPPED.has(key));
  return Object.fromEntries(entries.map(([key, item]) => [key, plainJson(item, key)]));
}

/** True where all that was recorded is in the replay too, unchanged and in the same order. */
export function covers(replayed: unknown, recorded: unknown): boolean {
  if (Array.isArray(recorded))
    return (
      Array.isArray(replayed) &&
      replayed.length === recorded.length &&
      recorded.every((item, index) => covers(replayed[index], item))
    );
  if (!isObject(recorded)) return replayed === recorded;
  return isObject(replayed) && Object.entries(recorded).every(([key, item]) => covers(replayed[key], item));
}
