import type { Fix } from '../../src/model/diagnosis.ts';
import type { PolicyRef } from '../../src/model/policy.ts';

/**
 * Applies a fix to a snapshot file, as its owner would with the commands: independent of the product's own code.
 * Throws where a change does not fit the file.
 */
export function applyFix(snapshot: unknown, fix: Fix): unknown {
  const file = structuredClone(snapshot);
  for (const change of fix.changes) {
    if (change.pointer === '') attach(file, change.policy, change.after);
    else edit(documentHolder(file, change.policy), change.pointer, change.before, change.after);
  }
  return file;
}

type Holder = { readonly get: () => unknown };

/** Every object of the file, depth first. */
function* objects(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>; // a plain JSON object
  for (const child of Object.values(value)) yield* objects(child);
}

function documentHolder(file: unknown, policy: PolicyRef): Holder {
  for (const object of objects(file)) {
    if (policy.kind === 'trust' && object['Arn'] === policy.attachedTo)
      return { get: () => object['AssumeRolePolicyDocument'] };
    if (policy.arn !== null && (object['Arn'] === policy.arn || object['arn'] === policy.arn)) {
      const versions = object['PolicyVersionList'];
      if (Array.isArray(versions)) return { get: () => versions.find((version) => version.IsDefaultVersion).Document };
      if ('document' in object) return { get: () => object['document'] };
    }
    if (policy.kind === 'inline' && object['Arn'] === policy.attachedTo) {
      const list = object['UserPolicyList'] ?? object['RolePolicyList'] ?? object['GroupPolicyList'];
      const found = Array.isArray(list) ? list.find((entry) => entry.PolicyName === policy.name) : undefined;
      if (found) return { get: () => found.PolicyDocument };
    }
    const resourcePolicies = object['resourcePolicies'];
    if (policy.kind === 'resource' && typeof resourcePolicies === 'object' && resourcePolicies !== null) {
      const found = Object.entries(resourcePolicies).find(([arn]) => arn === policy.attachedTo || arn === policy.name);
      if (found) return { get: () => found[1] };
    }
  }
  throw new Error(`the file has no ${policy.kind} policy ${policy.name} on ${policy.attachedTo}`);
}

function edit(holder: Holder, pointer: string, before: unknown, after: unknown): void {
  const path = pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = path.pop() ?? '';
  let at = holder.get() as Record<string, unknown>; // a policy document is an object
  for (const part of path) at = at[part] as Record<string, unknown>; // the pointer leads through objects and lists
  if (last === '-') {
    if (!Array.isArray(at)) throw new Error(`${pointer} does not append to a list`);
    at.push(after);
    return;
  }
  if (JSON.stringify(at[last] ?? null) !== JSON.stringify(before))
    throw new Error(`${pointer} is not ${JSON.stringify(before)}`);
  if (after === null) delete at[last];
  else at[last] = after;
}

function attach(file: unknown, policy: PolicyRef, document: unknown): void {
  for (const object of objects(file)) {
    if (object['Arn'] === policy.attachedTo) {
      const list = object['UserPolicyList'] ?? object['RolePolicyList'] ?? object['GroupPolicyList'];
      if (policy.kind === 'inline' && Array.isArray(list)) {
        list.push({ PolicyName: policy.name, PolicyDocument: document });
        return;
      }
    }
    const attachments = object['attachments'] as Record<string, string[]> | undefined; // the organization part
    const target = policy.attachedTo === null ? undefined : attachments?.[policy.attachedTo];
    if (policy.kind === 'scp' && target) {
      target.push('p-new00000');
      const policies = object['policies'] as Record<string, unknown>; // of the organization part, too
      policies['p-new00000'] = {
        name: policy.name,
        arn: 'arn:aws:organizations::1:policy/o/x/p-new00000',
        type: 'SERVICE_CONTROL_POLICY',
        document,
      }; // same part
      return;
    }
    const resourcePolicies = object['resourcePolicies'] as Record<string, unknown> | undefined; // an account part
    if (
      policy.kind === 'resource' &&
      policy.attachedTo !== null &&
      resourcePolicies &&
      policy.attachedTo in resourcePolicies
    ) {
      resourcePolicies[policy.attachedTo] = document;
      return;
    }
  }
  throw new Error(`cannot attach a ${policy.kind} policy to ${policy.attachedTo}`);
}
