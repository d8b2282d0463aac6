import { covers } from '../../evidence/near-miss/covers.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

export const serviceAccount = subjectCause({
  id: 'web-identity.service-account',
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
