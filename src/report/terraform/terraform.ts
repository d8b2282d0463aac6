import type { Fix } from '../../model/diagnosis.ts';
import type { PolicyRef } from '../../model/policy.ts';
import { visible } from '../escape/visible.ts';
import { hcl, hclString } from './hcl.ts';
import { terraformResource } from './resource.ts';

/**
 * The new documents of a fix as Terraform, a resource each; undefined where a policy has no resource of its own there.
 * Everything is visible already.
 */
export function terraform(fix: Fix): readonly string[] | undefined {
  const policies = distinct(fix.changes.map(({ policy }) => policy));
  if (policies.length === 0 || policies.length !== fix.documents.length) return undefined;
  const blocks = policies.map((policy, index) => terraformBlock(policy, fix.documents[index]?.document));
  return blocks.every((block) => block !== undefined) ? blocks.flat() : undefined;
}

/** A policy with its whole document; undefined where it has no resource of its own. Everything is visible already. */
export function terraformBlock(policy: PolicyRef, document: unknown): readonly string[] | undefined {
  const written = terraformResource(policy);
  if (written === undefined) return undefined;
  const { type, label, fields, references = [], documentField } = written;
  return [
    `resource "${type}" "${label}" {`,
    ...fields.map(([name, value]) => `  ${name} = ${hclString(value)}`),
    ...references.map(([name, expression]) => `  ${name} = ${expression}`),
    ...`${documentField} = jsonencode(${hcl(document)})`.split('\n').map((line) => `  ${line}`),
    '}',
  ].map(visible);
}

function distinct(policies: readonly PolicyRef[]): readonly PolicyRef[] {
  const seen = new Set<string>();
  return policies.filter(({ kind, name, attachedTo }) => {
    const key = JSON.stringify([kind, name, attachedTo]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
