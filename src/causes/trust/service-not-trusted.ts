import { shortName } from '../../model/short-name.ts';
import { silentCause } from './silent-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html */
export const serviceNotTrusted = silentCause({
  id: 'trust.service-not-trusted',
  doc: {
    what: 'The role is given to an AWS service which its trust policy does not trust.',
    why: 'The role was made for people or for another service, or the statement for this service was left out.',
    fix: 'Have the owner of the role add a statement that lets this service assume it, or give the service a role that is made for it.',
  },
  when: (subject) => subject.facts.principal?.type === 'service',
  summary: (subject) =>
    `The trust policy of ${shortName(subject.facts.role?.arn ?? subject.request?.resource ?? null)} does not trust the service ${subject.facts.principal?.name ?? ''}`,
});
