import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { deniedAction } from '../../evidence/denied-action.ts';
import { differentAccounts } from '../../evidence/different-accounts.ts';
import { advise } from '../../grants/advise.ts';
import { isPassRole } from '../../model/actions.ts';
import { isAccountId } from '../../model/arn.ts';
import { isPermissionSet } from '../../model/aws-names.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import type { Remedy } from '../../model/remedy.ts';
import { shortName } from '../../model/short-name.ts';
import { isUnsetValue } from '../../model/unset-value.ts';
import { type CaseCause, caseCause } from '../cause.ts';

const NO_ROLE = 'the call passes no role';

/** The role that is passed is in another account; it may be missing there, or a reserved one, as well. */
export const passedAcrossAccounts = [
  /** "You cannot pass a role across accounts": https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
  caseCause({
    id: 'passrole.cross-account',
    layer: null,
    find(denialCase) {
      if (!isPassRole(deniedAction(denialCase))) return NO_ROLE;
      const quote = findQuote(denialCase, ['Cross-account pass role is not allowed']);
      const accounts = twoAccounts(denialCase);
      const answer: Evidence | undefined = accounts && {
        kind: 'answer',
        call: 'ARNs of caller and role',
        text: `the caller is of ${accounts.caller}, the role of ${accounts.role}`,
      };
      const evidence = nonEmpty<Evidence>([quote, answer].filter((one) => one !== undefined));
      if (evidence === undefined) return 'the caller and the role are not known to be in different accounts';
      return {
        summary:
          accounts === undefined
            ? 'The role to pass is in a different account: AWS never allows that'
            : `The role to pass is in ${accounts.role}, the caller in ${accounts.caller}: a role cannot be passed across accounts`,
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
  }),
] as const satisfies readonly CaseCause[];

/** What is wrong with the role itself. All are likely: iam:PassRole is evaluated for the ARN that was given, whatever it leads to. */
export const passedRole = [
  caseCause({
    id: 'passrole.reserved-role',
    layer: null,
    find(denialCase) {
      const role = denialCase.request?.resource ?? '';
      if (!isPassRole(deniedAction(denialCase)) || !role.includes(':role/')) return NO_ROLE;
      if (!isPermissionSet(role)) return 'the role is not that of a permission set';
      return {
        summary: `${shortName(role)} is the role of a permission set: it cannot be passed to a service`,
        evidence: [{ kind: 'answer', call: 'ARN of the role', text: role }],
        certainty: 'likely',
        remedies: [advise('make a role for the service, and pass that one')],
      };
    },
  }),
  caseCause({
    id: 'passrole.role-not-found',
    layer: null,
    find(denialCase) {
      const { role } = denialCase.facts;
      if (!isPassRole(deniedAction(denialCase))) return NO_ROLE;
      if (role?.entity.status !== 'absent') return 'the role is not known to be missing';
      const { arn } = role;
      const all = role.similar.status === 'known' ? role.similar.value : [];
      // Names are unique whatever the path and the letter case: no other role can have this name.
      const own = all.find((one) => one !== arn && shortName(one).toLowerCase() === shortName(arn).toLowerCase());
      const missing = `There is no role ${arn} to pass`;
      return {
        summary:
          own === undefined
            ? `${missing}${unsetWords(arn)}${nearestWords(all[0])}`
            : `${missing}: the role of that name has the ARN ${own}`,
        evidence: [{ kind: 'absent', call: role.entity.call, on: role.entity.on }],
        certainty: 'likely',
        remedies: [own === undefined ? passing(all[0], false) : passing(own, true)],
      };
    },
  }),
  caseCause({
    id: 'passrole.instance-profile-empty',
    layer: null,
    find({ denial, facts: { instanceProfile } }) {
      if (denial === null) return 'there is no error text';
      if (instanceProfile === null) return 'the call names no instance profile';
      const { arn, roles } = instanceProfile;
      const name = shortName(arn);
      if (roles.status === 'unreadable') return 'which role the instance profile has is not known';
      if (roles.status === 'absent')
        return {
          summary: `There is no instance profile ${name}`,
          evidence: [{ kind: 'absent', call: roles.call, on: roles.on }],
          certainty: 'likely',
          remedies: [advise('create the instance profile, and add the role to it', 'account-admin')],
        };
      if (roles.value.length > 0) return 'the instance profile has a role';
      return {
        summary: `The instance profile ${name} has no role in it`,
        evidence: [{ kind: 'answer', call: 'iam:GetInstanceProfile', text: `${arn}: Roles is empty` }],
        certainty: 'likely',
        remedies: [advise('add the role to the instance profile', 'account-admin', ...addRole(name))],
      };
    },
  }),
] as const satisfies readonly CaseCause[];

/** The accounts of caller and role where they differ. */
function twoAccounts(denialCase: DenialCase): { readonly caller: string; readonly role: string } | undefined {
  const accounts = differentAccounts(denialCase);
  const isRole = denialCase.request?.resource?.includes(':role/') === true;
  if (accounts === undefined || !isRole || !isAccountId(accounts.resource)) return undefined;
  return { caller: accounts.caller, role: accounts.resource };
}

/** Names that come from a variable which was not set when the ARN was put together. */
function unsetWords(arn: string): string {
  const name = shortName(arn);
  return isUnsetValue(name) || name === '[object Object]' ? ', which looks like an unset variable' : '';
}

function nearestWords(similar: string | undefined): string {
  return similar === undefined ? '' : `; the name that comes nearest is ${similar}`;
}

function passing(arn: string | undefined, certain: boolean): Remedy {
  if (arn === undefined) return advise('create the role, or pass one that exists; then it can be allowed');
  const summary = certain ? `pass ${arn}` : `pass ${arn}, if that is the role that is meant`;
  return { kind: 'rename', part: 'resource', arn, certain, summary, who: 'you' };
}

/** The command for a profile and a role of the same name, as the console creates them; none where the name is no plain one. */
function addRole(name: string): readonly (readonly string[])[] {
  if (!/^[\w+=,.@-]{1,128}$/.test(name)) return [];
  return [['aws', 'iam', 'add-role-to-instance-profile', '--instance-profile-name', name, '--role-name', name]];
}
