import { advise } from '../../grants/advise.ts';
import { conditionCause } from './condition-cause.ts';

/**
 * "The temporary credentials returned by AssumeRole do not include MFA information in the context":
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
export const mfaChaining = conditionCause({
  id: 'trust.mfa-chaining',
  doc: {
    what: 'The trust policy wants multi-factor authentication, and the caller is a role session, which carries none.',
    why: 'The MFA of the first step does not go along when one role assumes the next one.',
    fix: 'Assume the role directly as the user, with MFA; or have the owner of the role require MFA of users only, and of roles that their own trust policy does.',
  },
  keys: /^aws:multifactorauth(present|age)$/,
  when: ({ subject }) => subject.facts.principal?.type === 'session',
  summary: ({ place }) => `${place} wants MFA, and the session of a role that assumes another role carries none`,
  because: () => 'the session of a role carries no MFA when it assumes the next role',
  remedies: () => [
    advise('assume the role directly as the user, with an MFA code, rather than through the role in between'),
  ],
});
