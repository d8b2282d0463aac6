import type { DenialCase } from '../model/denial-case.ts';
import { deniedAction } from './denied-action.ts';

/** True for a denial of sts:AssumeRoleWithWebIdentity. */
export function isWebIdentity(denialCase: DenialCase): boolean {
  const isAction = deniedAction(denialCase)?.toLowerCase() === 'sts:assumerolewithwebidentity';
  return isAction || denialCase.denial?.operation === 'AssumeRoleWithWebIdentity';
}

/** True for a denial of sts:AssumeRoleWithSAML. */
export function isSaml(denialCase: DenialCase): boolean {
  const isAction = deniedAction(denialCase)?.toLowerCase() === 'sts:assumerolewithsaml';
  return isAction || denialCase.denial?.operation === 'AssumeRoleWithSAML';
}
