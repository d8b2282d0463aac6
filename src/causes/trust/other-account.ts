import { callerWords } from '../../evidence/words.ts';
import { isAccountId, parseArn } from '../../model/arn.ts';
import { principalCause } from '../runners/principal-cause.ts';

export const otherAccount = principalCause({
  id: 'trust.other-account',
  when: ({ named, denialCase }) => {
    const arn = parseArn(named);
    const account = isAccountId(named) ? named : arn?.resource === 'root' ? arn.account : undefined;
    return account !== undefined && account !== denialCase.facts.principal?.account;
  },
  summary: ({ named, place, denialCase }) => {
    const account = isAccountId(named) ? named : (parseArn(named)?.account ?? named);
    const { principal } = denialCase.facts;
    return `${place} trusts account ${account}; ${callerWords(principal)} is of account ${principal?.account ?? 'unknown'}`;
  },
});
