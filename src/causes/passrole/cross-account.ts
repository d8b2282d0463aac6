import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { isAccountId } from '../../model/arn.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { caseCause } from '../cause.ts';
import { deniesPassRole } from './identity-pass-role.ts';

/** "You cannot pass a role across accounts": https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const crossAccount = caseCause({
  id: 'passrole.cross-account',
  layer: null,
  find(denialCase) {
    if (!deniesPassRole(denialCase)) return undefined;
    const quote = findQuote(denialCase, ['Cross-account pass role is not allowed']);
    const accounts = twoAccounts(denialCase);
    const answer: Evidence | undefined = accounts && {
      kind: 'answer',
      call: 'ARNs of caller and role',
      text: `the caller is of ${accounts.caller}, the role of ${accounts.role}`,
    };
    const evidence = nonEmpty<Evidence>([quote, answer].filter((one) => one !== undefined));
    if (evidence === undefined) return undefined;
    return {
      summary:
        accounts === undefined
          ? 'The role that is to be passed is in another account: AWS never allows that'
          : `The role to pass is in ${accounts.role}, and the caller in ${accounts.caller}: AWS never lets a role be passed across accounts`,
      evidence,
      certainty: quote === undefined ? 'evaluated' : 'aws',
      remedies: [
        advise(
          accounts === undefined
            ? 'pass a role of the account in which the call is made'
            : `pass a role of ${accounts.caller}, or call with credentials of ${accounts.role}`,
        ),
      ],
    };
  },
});

function twoAccounts({ facts, request }: DenialCase): { readonly caller: string; readonly role: string } | undefined {
  const caller = request?.principal.account ?? null;
  const role = facts.resourceAccount;
  if (caller === null || role === null || caller === role || !isAccountId(role)) return undefined;
  return request?.resource?.includes(':role/') === true ? { caller, role } : undefined;
}
