import { covers } from '../../evidence/near-miss/covers.ts';
import { pairOf } from './github-pair.ts';
import { githubSubject } from './github-subject.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';

/** https://docs.github.com/actions/reference/security/oidc */
export const immutableSubject = subjectCause({
  id: 'web-identity.github-immutable-subject',
  doc: {
    what: 'The token has GitHub’s immutable subject, with the ids of owner and repository, and the trust policy the one of names only, or the other way round.',
    why: 'Repositories created since 15 July 2026, and those that opted in, get subjects with ids; roles made before name them without.',
    fix: 'Have the owner of the role add the subject with the ids beside the one that is there.',
  },
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
