import type { PolicyRef } from '../model/policy.ts';

/** True where both name the same policy at the same place. */
export function samePolicy(left: PolicyRef, right: PolicyRef): boolean {
  return (
    left === right ||
    (left.kind === right.kind &&
      left.name === right.name &&
      left.arn === right.arn &&
      left.attachedTo === right.attachedTo)
  );
}

/** True where a change of one is a change of the other: a managed policy is one document wherever it is attached. */
export function sameDocument(left: PolicyRef, right: PolicyRef): boolean {
  return (left.arn !== null && left.arn === right.arn) || samePolicy(left, right);
}
