import { conditionCause } from './condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html */
export const mfa = conditionCause({
  id: 'trust.mfa',
  doc: {
    what: 'The trust policy wants multi-factor authentication, and the call was made without it.',
    why: 'A long-term access key alone carries no MFA: serial number and code have to come with the call, or with the session that makes it.',
    fix: 'Set mfa_serial in the profile, or pass --serial-number and --token-code with the call.',
  },
  keys: /^aws:multifactorauth(present|age)$/,
  when: ({ subject, condition }) =>
    subject.facts.principal?.type !== 'session' && /present$/i.test(condition.condition.key),
  summary: ({ condition, place }) =>
    condition.condition.request.status === 'unknown'
      ? `${place} wants MFA; whether the call was made with it does not show`
      : `${place} wants MFA, and the call was made without it`,
  because: ({ condition }) =>
    condition.condition.request.status === 'missing' ? 'the call was made without MFA' : undefined,
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
