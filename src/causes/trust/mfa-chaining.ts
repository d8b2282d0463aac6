import { advise } from '../../grants/advise.ts';
import { conditionCause } from '../runners/condition-cause.ts';

/**
 * "The temporary credentials returned by AssumeRole do not include MFA information in the context":
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
export const mfaChaining = conditionCause({
  id: 'trust.mfa-chaining',
  keys: /^aws:multifactorauth(present|age)$/,
  when: ({ denialCase }) => denialCase.facts.principal?.type === 'session',
  summary: ({ place }) => `${place} wants MFA, and the session of a role that assumes another role carries none`,
  because: () => 'the session of a role carries no MFA when it assumes the next role',
  remedies: () => [
    advise('assume the role directly as the user, with an MFA code, rather than through the role in between'),
  ],
});
