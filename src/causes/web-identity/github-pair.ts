import { covers } from '../../evidence/near-miss/covers.ts';
import { GITHUB, type GithubSubject, githubSubject } from './github-subject.ts';
import type { SubjectMismatch } from './subject-mismatch.ts';

/** The subject that is trusted and the one that was presented, taken apart. */
export interface GithubPair {
  readonly wanted: GithubSubject;
  readonly presented: GithubSubject;
}

/** Both subjects of a mismatch, where both are of a repository of GitHub. */
export function pairOf({ issuer, nearest, presented }: SubjectMismatch): GithubPair | undefined {
  if (!GITHUB.test(issuer)) return undefined;
  const [wanted, shown] = [githubSubject(nearest), githubSubject(presented)];
  return wanted === undefined || shown === undefined ? undefined : { wanted, presented: shown };
}

/** True where the trusted subject is of the presented one's repository. */
export function sameRepository({ wanted, presented }: GithubPair): boolean {
  return wanted.repository === presented.repository || covers(wanted.repository, presented.repository);
}

/** True where both are of one repository, and what follows it in the presented subject is of this kind. */
export function restIs(kind: RegExp, mismatch: SubjectMismatch): boolean {
  const pair = pairOf(mismatch);
  return pair !== undefined && sameRepository(pair) && kind.test(pair.presented.rest);
}
