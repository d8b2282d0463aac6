import { isServiceLinkedRole } from '../../model/aws-names.ts';
import { shortName } from '../../model/short-name.ts';
import { advise } from '../../grants/advise.ts';
import { silentCause } from './silent-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html */
export const serviceLinked = silentCause({
  id: 'trust.service-linked',
  doc: {
    what: 'The role is a service-linked one: only its AWS service can assume it, and nobody can change its trust policy.',
    why: 'Service-linked roles (path /aws-service-role/) belong to the service that they are named after.',
    fix: 'Use another role; or let the service do it.',
  },
  when: ({ facts, request }) => isServiceLinkedRole(facts.role?.arn ?? request?.resource ?? ''),
  summary: ({ facts, request }) =>
    `${shortName(facts.role?.arn ?? request?.resource ?? null)} is a service-linked role: only its service can assume it`,
  remedies: () => [advise('use another role: a service-linked role can be assumed by its service only')],
  barred: true,
});
