import { conditionCause, sent } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthage */
export const mfaAge = conditionCause({
  id: 'trust.mfa-age',
  doc: {
    what: 'The trust policy wants a fresh MFA code, and the one that the session was made with is too old, or there was none.',
    why: 'aws:MultiFactorAuthAge counts the seconds since the code was checked; a session that is used for hours outlives the limit.',
    fix: 'Get a new session with a new MFA code, then assume the role.',
  },
  keys: /^aws:multifactorauth(present|age)$/,
  when: ({ subject, condition }) =>
    subject.facts.principal?.type !== 'session' && /age$/i.test(condition.condition.key),
  summary({ condition, place, wanted }) {
    const age = sent(condition);
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
