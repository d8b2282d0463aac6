import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { roleIsMissing } from '../../evidence/blockers/role-is-missing.ts';
import { callerEvidence } from '../../evidence/caller-evidence.ts';
import { hasVariable, profileOf, variableEvidence } from '../../evidence/job-environment.ts';
import { assumesItself, maskedSelf, trustsItself } from '../../evidence/self-assumption.ts';
import { advise } from '../../grants/advise.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { type CaseCause, caseCause } from '../cause.ts';

/**
 * A role that assumes itself without being meant to: the credentials of a first AssumeRole were exported, or are those of the machine or
 * the job, and the profile or provider assumes the role once more. The text alone shows it, whatever blocks.
 * https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior/
 */
export const selfAssumption = [
  caseCause({
    id: 'trust.self',
    layer: null,
    find(denialCase) {
      const { facts, verdict } = denialCase;
      if (!assumesItself(denialCase)) return 'the caller is not the role that it asks for';
      if (denialCase.denial === null && denialCase.relatedTo?.denial == null)
        return 'there is no error text: whether a role may assume itself is the question';
      if (trustsItself(denialCase)) return 'the trust policy names the role itself: it is meant to assume itself';
      if (roleIsMissing(denialCase)) return 'the role does not exist';
      const masked = maskedSelf(denialCase);
      const shown = masked === undefined ? undefined : findQuote(denialCase, [denialCase.denial?.caller ?? '']);
      const evidence = callerEvidence(denialCase, ...(shown === undefined ? [] : [shown]), ...whereFrom(denialCase));
      if (evidence === undefined) return 'the ARN of the caller is not known';
      const name = masked ?? facts.principal?.name ?? '';
      return {
        summary: `The caller already is the role ${name}: the call asks ${name} to assume itself`,
        evidence,
        // Where the policies allow it, something else denied it. Accounts that are masked alike may be different ones.
        certainty: verdict?.allowed === 'yes' || masked !== undefined ? 'likely' : 'evaluated',
        beyondPolicies: true,
        remedies: [
          advise(
            'leave out the second assume-role (role_arn of the profile, assume_role of the provider): these credentials are already those of the role; or, if others were meant, unset AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, which come before a profile',
            'you',
            ['aws', 'configure', 'list'],
            ['aws', 'sts', 'get-caller-identity'],
          ),
        ],
      };
    },
  }),
] as const satisfies readonly CaseCause[];

/** What the environment shows of it: the exported credentials, and the profile that assumes the role again. */
function whereFrom(denialCase: DenialCase): readonly Evidence[] {
  if (!hasVariable(denialCase, 'AWS_SESSION_TOKEN')) return [];
  const profile = profileOf(denialCase);
  return [variableEvidence(`AWS_SESSION_TOKEN is set${profile === undefined ? '' : `, and AWS_PROFILE=${profile}`}`)];
}
