import type { Change } from '../model/diagnosis.ts';
import type { PolicyRef, RequestPolicies } from '../model/policy.ts';
import { findPolicy, sameDocument } from './find-policy.ts';
import type { NewDocument } from './fix-commands.ts';

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
    const isNew = findPolicy(before, policy) === undefined;
    documents.push({ file: fileName(policy), policy, document: changed.document.value, isNew });
  }
  return documents;
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
