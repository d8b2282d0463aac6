import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import type { AnswerEvidence } from '../../model/evidence.ts';
import { isLimitedToOrganizationAccounts } from '../../reference/actions/organization-calls.ts';
import { caseCause } from '../cause.ts';

/** What AWS Organizations answers to an account that may not make the call. A missing permission is told with caller and action. */
const ORGANIZATIONS_WORDS = ["You don't have permissions to access this resource"];

/**
 * A member account made a call that AWS takes from the management account or a delegated administrator only. Who is a delegated administrator is not
 * read, so it is likely.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html
 */
export const memberAccount = [
  caseCause({
    id: 'caller.member-account',
    layer: null,
    find(denialCase) {
      const { denial, facts, request } = denialCase;
      if (request === null || !isLimitedToOrganizationAccounts(request.action))
        return 'AWS takes the call from every account';
      if (denial === null || denial.reason !== null) return 'there is no error text, or AWS names what denies it';
      const { callerOrganization: place } = facts;
      if (place.status !== 'known') return 'the organization of the caller is not known';
      const { managementAccountId: management, organizationId } = place.value;
      const account = request.principal.account;
      if (management === null || account === null)
        return 'the account of the call or the management account is not known';
      if (management === account) return 'the call came from the management account';
      const answer: AnswerEvidence = {
        kind: 'answer',
        call: 'organizations:DescribeOrganization',
        text: `the management account of ${organizationId} is ${management}`,
      };
      const quote = findQuote(denialCase, ORGANIZATIONS_WORDS);
      return {
        summary: `${account} is a member account: AWS takes ${request.action} only from the management account (${management}) or a delegated administrator, whatever the policies allow`,
        evidence: quote === undefined ? [answer] : [quote, answer],
        certainty: 'likely',
        remedies: [
          advise(
            `make the call with a role in ${management}, or have ${account} registered there as a delegated administrator`,
          ),
        ],
      };
    },
  }),
] as const;
