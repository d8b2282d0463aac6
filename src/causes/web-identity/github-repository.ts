import { pairOf, sameRepository } from './github-pair.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

export const repository = subjectCause({
  id: 'web-identity.github-repository',
  when: (mismatch) => {
    const pair = pairOf(mismatch);
    return pair !== undefined && !sameRepository(pair);
  },
  summary: (mismatch) => `${subjectWords(mismatch)}: another repository`,
});
