import { advise } from '../../grants/advise.ts';
import { conditionCause, listed } from '../trust/condition-cause.ts';
import { isWebIdentity } from './is-web-identity.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
export const tokenNotShown = conditionCause({
  id: 'web-identity.token-not-shown',
  doc: {
    what: 'The trust policy wants several claims of the token to be certain ones, and nothing shows what the token has.',
    why: 'AWS’s answer says neither subject nor audience. The usual reason is a subject for another branch, environment, pull request or service account.',
    fix: 'Run denytrace in the job itself, pass the token with --web-identity-token (it is decoded here and sent nowhere), or look up the failed AssumeRoleWithWebIdentity event in CloudTrail of the role’s account.',
  },
  keys: /^[a-z0-9.-]+\.[a-z]{2,}(\/[^:]*)?:[a-z_]+$/,
  when: ({ miss, subject }) => isWebIdentity(subject) && !miss.certain && miss.conditions.length > 1,
  summary({ miss, place }) {
    const wants = miss.conditions.map(
      ({ condition: { key }, values }) =>
        `${key.slice(key.lastIndexOf(':') + 1)} ${listed(values.map(({ value }) => value))}`,
    );
    return `${place} wants ${wants.join(' and ')}; what the token has does not show`;
  },
  remedies: () => [
    advise(
      'run denytrace in the job, or pass its token with --web-identity-token: it is decoded here and sent nowhere',
    ),
  ],
});
