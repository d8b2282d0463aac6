import { covers } from '../../evidence/near-miss/covers.ts';
import { pairOf } from './github-pair.ts';
import { githubSubject } from './github-subject.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

export const immutableSubject = subjectCause({
  id: 'web-identity.github-immutable-subject',
  when: (mismatch) => {
    const pair = pairOf(mismatch);
    return (
      pair !== undefined &&
      pair.wanted.hasIds !== pair.presented.hasIds &&
      covers(pair.wanted.plainRepository, pair.presented.plainRepository)
    );
  },
  summary: (mismatch) =>
    `${subjectWords(mismatch)}: ${githubSubject(mismatch.presented)?.hasIds === true ? 'the form with ids, which the policy does not know' : 'the form with names, and the policy wants ids'}`,
});
