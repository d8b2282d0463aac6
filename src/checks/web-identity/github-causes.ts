import type { Check } from '../check.ts';
import { covers } from '../near-miss/covers.ts';
import { GITHUB, type GithubSubject, githubSubject } from './github-subject.ts';
import { subjectCause, subjectWords } from './subject-cause.ts';
import type { SubjectMismatch } from './subject-mismatch.ts';

interface GithubPair {
  readonly wanted: GithubSubject;
  readonly presented: GithubSubject;
}

/** Both subjects of a mismatch, where both are of a repository of GitHub. */
function pairOf({ issuer, nearest, presented }: SubjectMismatch): GithubPair | undefined {
  if (!GITHUB.test(issuer)) return undefined;
  const [wanted, shown] = [githubSubject(nearest), githubSubject(presented)];
  return wanted === undefined || shown === undefined ? undefined : { wanted, presented: shown };
}

function sameRepository({ wanted, presented }: GithubPair): boolean {
  return wanted.repository === presented.repository || covers(wanted.repository, presented.repository);
}

function restIs(kind: RegExp, mismatch: SubjectMismatch): boolean {
  const pair = pairOf(mismatch);
  return pair !== undefined && sameRepository(pair) && kind.test(pair.presented.rest);
}

/** https://docs.github.com/actions/reference/security/oidc */
const immutableSubject = subjectCause({
  id: 'web-identity.github-immutable-subject',
  doc: {
    what: 'The token has GitHub’s immutable form of the subject, with the ids of owner and repository (repo:OWNER@ID/NAME@ID:…), and the trust policy the form with names only; or the other way round.',
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

const repository = subjectCause({
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

const pullRequest = subjectCause({
  id: 'web-identity.github-pull-request',
  doc: {
    what: 'The job runs for a pull request, and the trust policy trusts branches, tags or environments only.',
    why: 'The subject of such a run is repo:OWNER/NAME:pull_request, whatever its branch is.',
    fix: 'Run the job for the branch that is trusted; or, if pull requests are to have this role, have its owner add that subject.',
  },
  when: (mismatch) => restIs(/^pull_request$/, mismatch),
  summary: (mismatch) => `${subjectWords(mismatch)}: the run is for a pull request`,
});

const environment = subjectCause({
  id: 'web-identity.github-environment',
  doc: {
    what: 'The job names an environment that the trust policy does not trust.',
    why: 'With `environment:` the subject is repo:OWNER/NAME:environment:ENVIRONMENT, and branch or tag are no part of it any more.',
    fix: 'Have the owner of the role add the subject of the environment, or let the job name the one that is trusted.',
  },
  when: (mismatch) => restIs(/^environment:/, mismatch),
  summary: (mismatch) => `${subjectWords(mismatch)}: the environment of the job takes the place of its branch`,
});

const ref = subjectCause({
  id: 'web-identity.github-ref',
  doc: {
    what: 'The job runs on a branch or tag that the trust policy does not trust; or it names no environment where the policy wants one.',
    why: 'The subject ends in ref:refs/heads/BRANCH or ref:refs/tags/TAG unless the job names an environment.',
    fix: 'Run the job on the branch or tag, or in the environment, that is trusted; or have the owner of the role add this one.',
  },
  when: (mismatch) => restIs(/^ref:/, mismatch),
  summary: (mismatch) =>
    `${subjectWords(mismatch)}: ${githubSubject(mismatch.nearest)?.rest.startsWith('environment:') === true ? 'the job names no environment' : 'another branch or tag'}`,
});

const customSubject = subjectCause({
  id: 'web-identity.github-custom-subject',
  doc: {
    what: 'The subjects of this organization or repository are customised, and the trust policy wants one of the usual form.',
    why: 'A template (include_claim_keys) makes subjects of other claims, such as job_workflow_ref or repository_owner.',
    fix: 'Have the owner of the role trust the subject as the token has it.',
  },
  when: ({ issuer, presented }) => GITHUB.test(issuer) && githubSubject(presented) === undefined,
  summary: (mismatch) => `${subjectWords(mismatch)}: subjects are customised there`,
});

/** Subjects of GitHub Actions. */
export const githubCauses = [
  immutableSubject,
  customSubject,
  repository,
  pullRequest,
  environment,
  ref,
] as const satisfies readonly Check[];
