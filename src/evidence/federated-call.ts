import type { DenialCase } from '../model/denial-case.ts';

/** True for a denial of sts:AssumeRoleWithWebIdentity. */
export function isWebIdentity({ denial, request }: DenialCase): boolean {
  const action = request?.action ?? denial?.action;
  return action?.toLowerCase() === 'sts:assumerolewithwebidentity' || denial?.operation === 'AssumeRoleWithWebIdentity';
}

/** True for a denial of sts:AssumeRoleWithSAML. */
export function isSaml({ denial, request }: DenialCase): boolean {
  const action = request?.action ?? denial?.action;
  return action?.toLowerCase() === 'sts:assumerolewithsaml' || denial?.operation === 'AssumeRoleWithSAML';
}
