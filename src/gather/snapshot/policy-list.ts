import { listOf } from '../ask/fields.ts';
import { isObject } from './json-place.ts';
import type { RecordEntry } from './record-entry.ts';

/**
 * The list of all attached policies is no part of a recording: most of it has nothing to do with the denial, and whether it came in time is chance.
 * For the policies that were read it is recorded as the answers to iam:GetPolicy that it stands for; then a replay needs no list.
 */
export function withoutPolicyList(entries: readonly RecordEntry[]): readonly RecordEntry[] {
  const others = entries.filter(({ call }) => call.call !== 'iam:ListPolicies');
  const read = policiesOf(others, 'iam:GetPolicyVersion');
  const asked = policiesOf(others, 'iam:GetPolicy');
  const listed = entries.flatMap((entry) => {
    if (entry.call.call !== 'iam:ListPolicies' || entry.status !== 'answered' || !isObject(entry.output)) return [];
    return (listOf(entry.output['Policies']) ?? []).flatMap((policy) => {
      const arn = isObject(policy) ? policy['Arn'] : undefined;
      if (typeof arn !== 'string' || !read.has(arn) || asked.has(arn)) return [];
      const call = { ...entry.call, call: 'iam:GetPolicy', input: { PolicyArn: arn } };
      return [{ ...entry, call, output: { Policy: policy } }];
    });
  });
  return [...others, ...listed];
}

function policiesOf(entries: readonly RecordEntry[], name: string): ReadonlySet<unknown> {
  return new Set(entries.flatMap(({ call }) => (call.call === name ? [call.input['PolicyArn']] : [])));
}
