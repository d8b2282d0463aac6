import { shortName } from '../../model/short-name.ts';
import { callerWords } from '../../evidence/words.ts';
import { listed } from './condition-cause.ts';
import { silentCause } from './silent-cause.ts';
import { onlyTrusted } from './trusted-kinds.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html */
export const onlyServices = silentCause({
  id: 'trust.only-services',
  doc: {
    what: 'The trust policy trusts AWS services only, and the caller is a user or a role.',
    why: 'It is a service role: made for Lambda, EC2 or another service to assume, and not for people or pipelines.',
    fix: 'Let the service use the role as it is meant to, use a role that is made for you, or have the owner of the role trust the caller as well.',
  },
  when: (subject, blockage) =>
    subject.facts.principal?.type !== 'service' && onlyTrusted('Service', blockage, subject) !== undefined,
  summary: (subject, blockage) =>
    `${shortName(subject.facts.role?.arn ?? null)} is a service role: its trust policy trusts ${listed(onlyTrusted('Service', blockage, subject) ?? [])} only, and the caller is ${callerWords(subject.facts.principal)}`,
});
