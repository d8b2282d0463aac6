import { conditionCause } from '../runners/condition-cause.ts';

export const mfa = conditionCause({
  id: 'trust.mfa',
  keys: /^aws:multifactorauth(present|age)$/,
  when: ({ denialCase, condition }) =>
    denialCase.facts.principal?.type !== 'session' && /present$/i.test(condition.finding.key),
  summary: ({ condition, place }) =>
    condition.finding.request.status === 'unknown'
      ? `${place} wants MFA; whether the call was made with it does not show`
      : `${place} wants MFA, and the call was made without it`,
  because: ({ condition }) =>
    condition.finding.request.status === 'missing' ? 'the call was made without MFA' : undefined,
  remedies: ({ miss }) => [
    {
      kind: 'send',
      context: {
        'aws:MultiFactorAuthPresent': ['true'],
        ...(miss.conditions.length > 1 ? { 'aws:MultiFactorAuthAge': ['1'] } : {}),
      },
      summary: 'pass the serial number of your MFA device and a code with the call (mfa_serial in the profile)',
      who: 'you',
    },
  ],
});
