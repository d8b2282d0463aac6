import { parseArn } from '../../model/arn.ts';
import type { DetailEntry } from './format.ts';
import { below, itemsAt, type JsonObject, objectAt, textAt, unexpectedValue } from './json-place.ts';
import { readDocument } from './read-document.ts';
import type { SnapshotBuilder } from './snapshot-builder.ts';

/**
 * Opens managed policies as GetAccountAuthorizationDetails prints them: as the answers of GetPolicy, ListPolicyVersions and
 * GetPolicyVersion.
 */
export function openPolicies(details: JsonObject, account: string, pointer: string, builder: SnapshotBuilder): void {
  for (const [item, at] of itemsAt(details['Policies'], below(pointer, 'Policies'))) {
    const entry = objectAt(item, at);
    const arn = textAt(entry['Arn'], below(at, 'Arn'), 'the ARN of a managed policy');
    const owner = parseArn(arn)?.account;
    if (owner !== account && owner !== 'aws')
      throw unexpectedValue(arn, below(at, 'Arn'), `an ARN of account ${account} or of an AWS-managed policy`);
    builder.list(account, 'policy', arn, { arn, pointer: at });
    openPolicy(entry, arn, account, at, builder);
  }
}

function openPolicy(entry: DetailEntry, arn: string, account: string, at: string, builder: SnapshotBuilder): void {
  const { PolicyVersionList: _, ...own } = entry;
  const versions = itemsAt(entry['PolicyVersionList'] ?? [], below(at, 'PolicyVersionList')).map(([item, to]) => ({
    version: objectAt(item, to),
    to,
  }));
  const current = defaultVersion(
    entry,
    versions.map(({ version }) => version),
  );
  // Without its default version a policy shows nothing, so GetPolicy is left unknown.
  if (current !== undefined) {
    const fields = { ...own, DefaultVersionId: current };
    const print = (known: JsonObject) => ({ Policy: known });
    builder.hold(account, 'iam:GetPolicy', arn, '', { fields, print, pointer: at });
  }
  if (entry['PolicyVersionList'] !== undefined) {
    const fields = { Versions: versions.map(({ version: { Document: _document, ...plain } }) => plain) };
    builder.hold(account, 'iam:ListPolicyVersions', arn, '', { fields, print: (known) => known, pointer: at });
  }
  for (const { version, to } of versions) {
    if (version['Document'] === undefined || version['Document'] === null) continue;
    const id = textAt(version['VersionId'], below(to, 'VersionId'), 'a version id such as v1');
    const fields = { ...version, Document: readDocument(version['Document'], below(to, 'Document')) };
    const print = (known: JsonObject) => ({
      PolicyVersion: { ...known, IsDefaultVersion: id === current },
    });
    builder.hold(account, 'iam:GetPolicyVersion', arn, id, { fields, print, pointer: to });
  }
}

function defaultVersion(entry: DetailEntry, versions: readonly JsonObject[]): unknown {
  const marked = versions.find((version) => version['IsDefaultVersion'] === true);
  const only = versions.length === 1 ? versions[0] : undefined;
  return entry['DefaultVersionId'] ?? (marked ?? only)?.['VersionId'];
}
