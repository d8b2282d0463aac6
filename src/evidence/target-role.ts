import type { DenialCase } from '../model/denial-case.ts';
import { shortName } from '../model/short-name.ts';

/** The ARN of the role that the caller wants to assume: as IAM shows it, or as the request has it; null where neither is known. */
export function targetRole({ facts, request }: DenialCase): string | null {
  return facts.role?.arn ?? request?.resource ?? null;
}

/** The name of that role in a sentence; `the resource` where it is not known. */
export function targetRoleName(denialCase: DenialCase): string {
  return shortName(targetRole(denialCase));
}
