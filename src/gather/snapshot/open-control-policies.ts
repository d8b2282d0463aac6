import { answerKey } from './call-key.ts';
import { below, entriesAt, type JsonObject, objectAt, optionalTextAt } from './json-place.ts';
import { readDocument } from './read-document.ts';
import type { Snapshot } from './snapshot.ts';
import type { SnapshotBuilder } from './snapshot-builder.ts';

/** A row with a policy of an organization without its document, which may be unknown. */
const SUMMARY = 'snapshot:PolicySummary';

/** The types of the two policies that AWS attaches everywhere, by id. */
const AWS_OWN: ReadonlyMap<string, string> = new Map([
  ['p-FullAWSAccess', 'SERVICE_CONTROL_POLICY'],
  ['p-RCPFullAWSAccess', 'RESOURCE_CONTROL_POLICY'],
]);

/** The type of a policy, if its id shows it. */
function typeById(id: string): string | undefined {
  return AWS_OWN.get(id);
}

/** What is known of a policy besides its document. */
export function summaryOf(id: string, held: Snapshot['held']): JsonObject {
  const type = typeById(id);
  return { Id: id, ...(type === undefined ? {} : { Type: type }), ...held.get(answerKey('', SUMMARY, id))?.fields };
}

/** True if a policy may be of this type. One of unknown type may be of any: it is on every list, and its document is unknown. */
export function isOfType(id: string, type: string, held: Snapshot['held']): boolean {
  const known = summaryOf(id, held)['Type'];
  return known === undefined || known === type;
}

/** Opens the `policies` of an organization: answers of DescribePolicy, for those with a document. */
export function openControlPolicies(value: unknown, pointer: string, builder: SnapshotBuilder): void {
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
    builder.hold('', SUMMARY, id, '', { fields: summary, print: same, pointer: at });
    if (entry['document'] === undefined || entry['document'] === null) continue;
    const document = readDocument(entry['document'], below(at, 'document'));
    builder.hold('', 'organizations:DescribePolicy', id, '', {
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

/** A policy as Organizations lists it. If a file leaves out the name and who made the policy, they follow from the id. */
export function printSummary(summary: JsonObject): JsonObject {
  const arn = summary['Arn'];
  return {
    Name: summary['Id'],
    ...summary,
    AwsManaged: typeof arn === 'string' ? arn.includes(':aws:policy/') : typeById(String(summary['Id'])) !== undefined,
  };
}
