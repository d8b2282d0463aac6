import { pairOf, sameRepository } from './github-pair.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

/** https://docs.github.com/actions/reference/security/oidc */
export const repository = subjectCause({
  id: 'web-identity.github-repository',
  doc: {
    what: 'The trust policy trusts another repository of GitHub than the one that the job runs in.',
    why: 'The repository was renamed, moved or copied (a fork has a name of its own), or its owner is misspelt.',
    fix: 'Have the owner of the role add the subject of this repository.',
  },
  when: (mismatch) => {
    const pair = pairOf(mismatch);
    return pair !== undefined && !sameRepository(pair);
  },
  summary: (mismatch) => `${subjectWords(mismatch)}: another repository`,
});
