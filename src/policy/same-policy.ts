import type { PolicyRef } from '../model/policy.ts';

/** True if both are the same policy, attached to the same thing. */
export function samePolicy(left: PolicyRef, right: PolicyRef): boolean {
  return (
    left === right ||
    (left.kind === right.kind &&
      left.name === right.name &&
      left.arn === right.arn &&
      left.attachedTo === right.attachedTo)
  );
}

/** True if both are the same document: a managed policy has one document, wherever it is attached. */
export function sameDocument(left: PolicyRef, right: PolicyRef): boolean {
  return (left.arn !== null && left.arn === right.arn) || samePolicy(left, right);
}
