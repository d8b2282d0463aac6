import { conditionCause, listed, sent } from '../trust/condition-cause.ts';
import { CLAIM } from './claim-key.ts';
import { isWebIdentity } from './is-web-identity.ts';

/** https://docs.github.com/actions/reference/security/oidc */
export const claim = conditionCause({
  id: 'web-identity.claim',
  doc: {
    what: 'The trust policy wants another value of one of the token’s further claims (repository_owner, job_workflow_ref, ref, namespace_path …).',
    why: 'A reusable workflow, another branch of it, another owner or environment than the one that is trusted.',
    fix: 'Run the job so that the claim is the trusted one, or have the owner of the role add the token’s value.',
  },
  keys: CLAIM,
  when: ({ subject }) => isWebIdentity(subject),
  summary({ condition, place, wanted }) {
    const own = sent(condition);
    const { key } = condition.condition;
    const name = key.slice(key.lastIndexOf(':') + 1);
    return own === undefined
      ? `${place} wants the claim ${name} to be ${listed(wanted)}; that of the token does not show (--web-identity-token)`
      : `${place} wants the claim ${name} to be ${listed(wanted)}, and the token has ${own}`;
  },
});
