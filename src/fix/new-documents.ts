import type { Change } from '../model/diagnosis.ts';
import type { PolicyRef, RequestPolicies } from '../model/policy.ts';
import { sameDocument } from '../policy/same-policy.ts';
import type { NewDocument } from './commands/fix-commands.ts';
import { spareVersion } from './commands/spare-version.ts';
import { findPolicy } from './find-policy.ts';
import { versionWith } from './version-with.ts';

/** The complete documents after the changes, one for each policy that they touch, in the order first touched. */
export function newDocuments(
  before: RequestPolicies,
  after: RequestPolicies,
  changes: readonly Change[],
): readonly NewDocument[] {
  const documents: NewDocument[] = [];
  for (const { policy } of changes) {
    if (documents.some((other) => sameDocument(other.policy, policy))) continue;
    const changed = findPolicy(after, policy);
    if (changed?.document.status !== 'known') continue;
    const old = findPolicy(before, policy);
    const document = changed.document.value;
    const file = freeName(fileName(policy), documents);
    const version = versionWith(document, old);
    const spare = version === null ? spareVersion(old?.versions) : null;
    documents.push({ file, policy, document, isNew: old === undefined, version, spare });
  }
  return documents;
}

function freeName(file: string, documents: readonly NewDocument[]): string {
  let name = file;
  for (let number = 2; documents.some((other) => other.file === name); number += 1)
    name = file.replace(/\.json$/, `-${number}.json`);
  return name;
}

/** A file name that is safe in any shell and tells what is in it: `prod-deploy-trust.json`. */
function fileName(policy: PolicyRef): string {
  const owner = policy.kind === 'inline' ? `${policy.attachedTo?.split('/').at(-1) ?? ''}-` : '';
  const plain = `${owner}${policy.name}`
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${plain === '' ? 'policy' : plain}-${policy.kind}.json`;
}
