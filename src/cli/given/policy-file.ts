import { readJson } from '../files.ts';
import { UsageError } from '../usage-error.ts';

/** Where AWS's commands print a policy, as an object or as text: `aws s3api get-bucket-policy`, `aws iam get-policy-version` … */
const WRAPPERS = [
  'Policy',
  'PolicyDocument',
  'PolicyVersion',
  'Document',
  'Content',
  'ResourcePolicy',
  'policyText',
  'policy',
];

/** The policy in a file: the document itself, or what AWS's command printed around it. A file without one is a UsageError. */
export function readPolicyFile(path: string): object {
  const policy = policyIn(readJson(path));
  if (policy === undefined)
    throw new UsageError(`cannot read ${path}: it is not a policy (an object with a Statement)`);
  return policy;
}

/** The policy itself, of JSON that may have it inside of what AWS's command printed around it; undefined where there is none. */
export function policyIn(value: unknown): object | undefined {
  return unwrap(value, 3);
}

function unwrap(value: unknown, depth: number): object | undefined {
  if (typeof value !== 'object' || value === null || depth === 0) return undefined;
  if (Object.hasOwn(value, 'Statement')) return value;
  for (const name of WRAPPERS) {
    const inner: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
    const found = unwrap(typeof inner === 'string' ? parsed(inner) : inner, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
