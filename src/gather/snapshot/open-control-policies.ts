import { answerKey } from './call-key.ts';
import { below, entriesAt, type JsonObject, objectAt, optionalTextAt } from './json-place.ts';
import { readDocument } from './read-document.ts';
import type { Snapshot } from './snapshot.ts';
import type { Table } from './table.ts';

/** Row of a policy of an organization without its document: known also where the document is not. */
const SUMMARY = 'snapshot:PolicySummary';

/** The types of the two policies that AWS attaches to everything. */
const AWS_OWN: ReadonlyMap<string, string> = new Map([
  ['p-FullAWSAccess', 'SERVICE_CONTROL_POLICY'],
  ['p-RCPFullAWSAccess', 'RESOURCE_CONTROL_POLICY'],
]);

/** The type that an id alone tells. */
function typeById(id: string): string | undefined {
  return AWS_OWN.get(id);
}

/** A policy without its document, as far as it is known. */
export function summaryOf(id: string, held: Snapshot['held']): JsonObject {
  const type = typeById(id);
  return { Id: id, ...(type === undefined ? {} : { Type: type }), ...held.get(answerKey('', SUMMARY, id))?.fields };
}

/** A policy whose type is not known may be of any: it is on every list, and its document is not known. */
export function isOfType(id: string, type: string, held: Snapshot['held']): boolean {
  const known = summaryOf(id, held)['Type'];
  return known === undefined || known === type;
}

/** The `policies` of an organization: DescribePolicy, where there is a document. */
export function openControlPolicies(value: unknown, pointer: string, table: Table): void {
  for (const [id, item, at] of entriesAt(value, pointer, 'an object by policy id')) {
    const entry = objectAt(item, at);
    const summary: Record<string, unknown> = { Id: id };
    const fields = [
      ['name', 'Name'],
      ['arn', 'Arn'],
      ['type', 'Type'],
    ] as const;
    for (const [key, field] of fields) {
      const text = optionalTextAt(entry[key], below(at, key));
      if (text !== undefined) summary[field] = text;
    }
    const same = (known: JsonObject) => known;
    table.hold('', SUMMARY, id, '', { fields: summary, print: same, pointer: at });
    if (entry['document'] === undefined || entry['document'] === null) continue;
    const document = readDocument(entry['document'], below(at, 'document'));
    table.hold('', 'organizations:DescribePolicy', id, '', {
      fields: { ...summary, Content: document },
      print: ({ Content, ...known }) => printControlPolicy(known, Content),
      pointer: at,
    });
  }
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribePolicy.html */
export function printControlPolicy(summary: JsonObject, document: unknown): unknown {
  return { Policy: { PolicySummary: printSummary(summary), Content: document } };
}

/** A policy as Organizations lists it. A file may leave out the name, and who made it: the id tells. */
export function printSummary(summary: JsonObject): JsonObject {
  const arn = summary['Arn'];
  return {
    Name: summary['Id'],
    ...summary,
    AwsManaged: typeof arn === 'string' ? arn.includes(':aws:policy/') : typeById(String(summary['Id'])) !== undefined,
  };
}
