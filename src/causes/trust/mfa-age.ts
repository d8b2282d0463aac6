import { requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const mfaAge = conditionCause({
  id: 'trust.mfa-age',
  keys: /^aws:multifactorauth(present|age)$/,
  when: ({ denialCase, condition }) =>
    denialCase.facts.principal?.type !== 'session' && /age$/i.test(condition.finding.key),
  summary({ condition, place, wanted }) {
    const age = requestValue(condition);
    const limit = `${condition.operator.name} ${wanted.join(', ')} seconds`;
    return age === undefined
      ? `${place} wants a fresh MFA code (${limit}); the call brought none that shows`
      : `${place} wants a fresh MFA code (${limit}), and it was checked ${age} seconds ago`;
  },
  remedies: () => [
    {
      kind: 'send',
      context: { 'aws:MultiFactorAuthPresent': ['true'], 'aws:MultiFactorAuthAge': ['1'] },
      summary: 'get a new session with a new MFA code, and make the call at once',
      who: 'you',
    },
  ],
});
