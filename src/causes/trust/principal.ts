import { isUniqueId } from '../../evidence/near-miss/compare-principals.ts';
import { covers } from '../../evidence/near-miss/covers.ts';
import { callerWords } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { isDeadId, replaceDeadId } from '../../grants/dead-principal.ts';
import { isAccountId, parseArn } from '../../model/arn.ts';
import { type Principal, parsePrincipal } from '../../model/principal.ts';
import type { BlockerCause } from '../cause.ts';
import { principalCause } from '../runners/principal-cause.ts';

/**
 * A statement of the trust policy names another principal than the caller, and nothing else in it fails.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const trustPrincipal = [
  principalCause({
    id: 'trust.stale-principal',
    when: ({ named }) => isUniqueId(named),
    whyNot: 'the principal in the policy is not a unique id',
    summary({ named, place, denialCase }) {
      const kind = named.startsWith('AROA') ? 'role' : 'user';
      const state = isDeadId(named, denialCase) ? 'no longer exists' : 'AWS could not show by its ARN';
      return `${place} names ${named}, the unique id of a ${kind} that ${state}; ${callerWords(denialCase.facts.principal)} is not trusted`;
    },
    evidence({ named, denialCase }) {
      const holder = denialCase.facts.uniqueIds[named];
      return holder?.status === 'absent' ? [{ kind: 'absent', call: holder.call, on: named }] : [];
    },
    remedies: ({ miss, blocker, denialCase }) =>
      replaceDeadId(miss, 'trust', denialCase) ?? allowRemedies(blocker, denialCase),
  }),
  principalCause({
    id: 'trust.service-host',
    when: ({ denialCase }) => denialCase.facts.principal?.type === 'service',
    whyNot: 'the caller is not an AWS service',
    summary: ({ named, caller, miss, place }) =>
      `${place} trusts ${named}, but the service is ${caller}: ${miss.difference.words}`,
  }),
  principalCause({
    id: 'trust.session-principal',
    when: ({ named, denialCase }) => {
      const { principal } = denialCase.facts;
      const policy = parsePrincipal(named);
      return policy?.type === 'session' && policy.name === principal?.name && policy.account === principal.account;
    },
    whyNot: 'the principal in the policy is not a session of the caller’s role',
    summary: ({ named, place, denialCase }) =>
      `${place} names ${named}, one session of the role ${denialCase.facts.principal?.name ?? ''}, but the caller is the session ${denialCase.facts.principal?.sessionName ?? ''}`,
  }),
  // "You cannot use a wildcard to match part of a principal name or ARN" (the page above).
  principalCause({
    id: 'trust.wildcard-principal',
    when: ({ named, caller }) => {
      const arn = parseArn(named);
      return arn?.service === 'iam' && /[*?]/.test(arn.resource) && covers(named, caller);
    },
    whyNot: 'the principal in the policy has no wildcard in it, or one that does not cover the caller',
    summary: ({ named, caller, place }) =>
      `${place} names ${named}: a wildcard inside a principal ARN matches no principal, not even ${caller}`,
    remedies: ({ blocker, denialCase }) => allowRemedies(blocker, denialCase),
  }),
  principalCause({
    id: 'trust.other-partition',
    when: ({ named, caller }) => {
      const [policy, own] = [parseArn(named), parseArn(caller)];
      return policy !== undefined && own !== undefined && policy.partition !== own.partition;
    },
    whyNot: 'the principal in the policy is of the caller’s partition',
    summary: ({ named, caller, place }) =>
      `${place} names ${named}, but the caller is ${caller}: the partition differs`,
  }),
  principalCause({
    id: 'trust.other-account',
    when: ({ named, denialCase }) => {
      const account = wholeAccount(named);
      return account !== undefined && account !== denialCase.facts.principal?.account;
    },
    whyNot: 'the policy does not trust another account as a whole',
    summary: ({ named, miss, place, denialCase: { facts } }) =>
      `${place} trusts ${miss.difference.placeholder ? 'AWS’s example account' : 'account'} ${wholeAccount(named) ?? named}; ${callerWords(facts.principal)} is of account ${facts.principal?.account ?? 'unknown'}`,
  }),
  principalCause({
    id: 'trust.principal-path',
    when: ({ named, caller }) => {
      const [policy, own] = [parsePrincipal(named), parsePrincipal(caller)];
      return isNamesake(policy, own) && policy?.type === own?.type && policy?.path !== own?.path;
    },
    whyNot: 'the principal in the policy is not the caller under another path',
    summary: ({ named, caller, place }) =>
      `${place} names ${named}, but the caller’s ARN is ${caller}: the path differs`,
  }),
  principalCause({
    id: 'trust.principal-kind',
    when: ({ named, caller }) => {
      const [policy, own] = [parsePrincipal(named), parsePrincipal(caller)];
      const kinds = new Set([policy?.type, own?.type]);
      return isNamesake(policy, own) && kinds.has('user') && kinds.has('role');
    },
    whyNot: 'the policy does not name a role where the caller is a user of the same name, or a user where it is a role',
    summary: ({ named, caller, place }) => `${place} names ${named}, but the caller is ${caller}`,
  }),
] as const satisfies readonly BlockerCause[];

/** The account that a principal stands for: `111122223333`, `arn:aws:iam::111122223333:root`. */
function wholeAccount(named: string): string | undefined {
  if (isAccountId(named)) return named;
  const arn = parseArn(named);
  return arn?.resource === 'root' ? arn.account : undefined;
}

/** True for two principals of one account with the same name. */
function isNamesake(one: Principal | undefined, other: Principal | undefined): boolean {
  return one !== undefined && other !== undefined && one.name === other.name && one.account === other.account;
}
