import { covers } from '../../evidence/near-miss/covers.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

/** https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
export const serviceAccount = subjectCause({
  id: 'web-identity.service-account',
  doc: {
    what: 'The trust policy wants another service account of the cluster than the pod’s.',
    why: 'The subject is system:serviceaccount:NAMESPACE:NAME; the pod runs in another namespace, or with another service account (often `default`).',
    fix: 'Let the pod use the service account that is trusted, or have the owner of the role add this one.',
  },
  when: ({ presented }) => presented.startsWith('system:serviceaccount:'),
  summary: (mismatch) => `${subjectWords(mismatch)}: ${serviceAccountWords(mismatch.nearest, mismatch.presented)}`,
});

function serviceAccountWords(wanted: string, presented: string): string {
  const [, , namespace = '', name = ''] = wanted.split(':');
  const [, , ownNamespace = '', ownName = ''] = presented.split(':');
  const other = [
    ...(covers(namespace, ownNamespace) ? [] : [`namespace ${ownNamespace}, not ${namespace}`]),
    ...(covers(name, ownName) ? [] : [`service account ${ownName}, not ${name}`]),
  ];
  return other.length === 0 ? 'another service account' : other.join(', and ');
}
