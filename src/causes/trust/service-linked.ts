import { advise } from '../../grants/advise.ts';
import { isServiceLinkedRole } from '../../model/aws-names.ts';
import { shortName } from '../../model/short-name.ts';
import { silentCause } from '../runners/silent-cause.ts';

export const serviceLinked = silentCause({
  id: 'trust.service-linked',
  when: ({ facts, request }) => isServiceLinkedRole(facts.role?.arn ?? request?.resource ?? ''),
  summary: ({ facts, request }) =>
    `${shortName(facts.role?.arn ?? request?.resource ?? null)} is a service-linked role: only its service can assume it`,
  remedies: () => [advise('use another role: a service-linked role can be assumed by its service only')],
  beyondPolicies: true,
});
