import { isAccountId, parseArn } from '../../model/arn.ts';
import { callerWords } from '../../evidence/words.ts';
import { principalCause } from './principal-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts */
export const otherAccount = principalCause({
  id: 'trust.other-account',
  doc: {
    what: 'The trust policy trusts an account, and the caller is of another one.',
    why: '`:root` (or the bare id) stands for the whole account that is named, and for no other. The id is mistyped, or the call was made with credentials of the wrong account.',
    fix: 'Call from the account that is trusted, or have the owner of the role add the caller’s own role or user.',
  },
  when: ({ named, subject }) => {
    const arn = parseArn(named);
    const account = isAccountId(named) ? named : arn?.resource === 'root' ? arn.account : undefined;
    return account !== undefined && account !== subject.facts.principal?.account;
  },
  summary: ({ named, place, subject }) => {
    const account = isAccountId(named) ? named : (parseArn(named)?.account ?? named);
    const { principal } = subject.facts;
    return `${place} trusts account ${account}; ${callerWords(principal)} is of account ${principal?.account ?? 'unknown'}`;
  },
});
