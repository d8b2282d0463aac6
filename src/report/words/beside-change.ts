import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Requirement } from '../../model/requirement.ts';

/**
 * How the policy of a resource stands to the change of an identity policy that a cause above asks for: within one account one of them is
 * enough, except for KMS keys. Empty where no cause asks for that change, and where both are needed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function besideChange({ id, request, need }: Requirement, { causes, requirements }: Diagnosis): string {
  const identity = requirements.find((one) => one.id === 'identity');
  const isAskedFor = causes.some(({ layer, fix }) => layer === 'identity' && fix !== null && fix.changes.length > 0);
  if (id !== 'resource' || need !== 'allow' || !isAskedFor || identity === undefined) return '';
  if (/^kms:/i.test(request.action)) return '';
  const accounts = [identity, ...requirements.filter((one) => one.id === 'resource')].map(
    ({ target }) => target.account,
  );
  if (accounts.includes(null))
    return 'Instead of the change above if both are in one account; across accounts, in addition to it:';
  return new Set(accounts).size === 1
    ? 'Enough instead of the change above:'
    : 'Needed in addition to the change above:';
}
