import { isAccountId } from '../../model/arn.ts';
import type { Case } from '../../model/case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { said } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';
import { deniesPassRole } from './identity-pass-role.ts';

/** "You cannot pass a role across accounts": https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const crossAccount = defineCheck({
  on: 'case',
  id: 'passrole.cross-account',
  layer: null,
  doc: {
    what: 'The role that is to be passed is in another account than the caller, which AWS never allows, whatever the policies say.',
    why: 'The account id in the role’s ARN is a wrong one, or the call was made with credentials of another account than the one that the role and the resource are in.',
    fix: 'Pass a role of the caller’s own account, or make the call with credentials of the role’s account.',
  },
  find(subject) {
    if (!deniesPassRole(subject)) return undefined;
    const quote = said(subject, ['Cross-account pass role is not allowed']);
    const accounts = twoAccounts(subject);
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
      rung: quote === undefined ? 'evaluated' : 'aws',
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

function twoAccounts({ facts, request }: Case): { readonly caller: string; readonly role: string } | undefined {
  const caller = request?.principal.account ?? null;
  const role = facts.resourceAccount;
  if (caller === null || role === null || caller === role || !isAccountId(role)) return undefined;
  return request?.resource?.includes(':role/') === true ? { caller, role } : undefined;
}
