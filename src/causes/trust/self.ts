import { shortName } from '../../model/short-name.ts';
import { callerAsNamed } from '../../evidence/caller-as-named.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { advise } from '../../grants/advise.ts';
import { silentCause } from './silent-cause.ts';

/** https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior/ */
export const self = silentCause({
  id: 'trust.self',
  doc: {
    what: 'The role tries to assume itself, and its trust policy does not say that it may.',
    why: 'A program that already runs with the role is configured to assume it once more. Since September 2022 a role no longer trusts itself by itself.',
    fix: 'Leave out the second step: the credentials at hand are those of the role. Only where the step is wanted does the trust policy have to name the role itself.',
  },
  when: (subject, blockage) => {
    const element = nearestMiss(blockage, subject)?.nearMiss.element;
    if (element === 'condition' || element === 'action') return false;
    const { principal, arn } = callerAsNamed(subject);
    const target = subject.facts.role?.arn ?? subject.request?.resource;
    return (principal.type === 'session' || principal.type === 'role') && arn !== null && arn === target;
  },
  summary: (subject) =>
    `The role ${shortName(subject.request?.resource ?? null)} tries to assume itself, and its trust policy does not name it`,
  remedies: () => [advise('leave out role_arn (assume_role): the program already runs with this role')],
});
