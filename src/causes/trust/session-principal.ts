import { parsePrincipal } from '../../model/principal.ts';
import { principalCause } from './principal-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session */
export const sessionPrincipal = principalCause({
  id: 'trust.session-principal',
  doc: {
    what: 'The trust policy names one session of the caller’s role, and the caller is another session of it.',
    why: 'The ARN of a session (…:assumed-role/ROLE/SESSION), as error messages show it, was copied into the policy. It fits that one session name only, and `*` in its place fits none.',
    fix: 'Have the owner of the role add the ARN of the role itself (arn:aws:iam::…:role/ROLE).',
  },
  when: ({ named, subject }) => {
    const { principal } = subject.facts;
    const policy = parsePrincipal(named);
    return policy?.type === 'session' && policy.name === principal?.name && policy.account === principal.account;
  },
  summary: ({ named, place, subject }) =>
    `${place} names ${named}, one session of the role ${subject.facts.principal?.name ?? ''}; the caller is the session ${subject.facts.principal?.sessionName ?? ''}`,
});
