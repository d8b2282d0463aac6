import { covers } from '../../evidence/near-miss/covers.ts';
import type { SubjectMismatch } from './subject-mismatch.ts';

/** The subject of a GitHub token, taken apart. https://docs.github.com/actions/reference/security/oidc */
interface GithubSubject {
  /** As written, with the ids where the subject has them. */
  readonly repository: string;
  /** Without `@<id>` behind owner and name. */
  readonly plainRepository: string;
  readonly hasIds: boolean;
  /** `ref:refs/heads/main`, `environment:prod`, `pull_request` */
  readonly rest: string;
}

/** The subject that is trusted and the one that was presented, both taken apart. */
export interface GithubPair {
  readonly wanted: GithubSubject;
  readonly presented: GithubSubject;
}

/** Issuers of GitHub: the public one, and those of enterprises with a host of their own. */
const GITHUB = /^token\.actions\.(githubusercontent\.com|[a-z0-9-]+\.ghe\.com)(\/|$)/;

/** Undefined for a subject that does not begin with `repo:`: one that was customised. Patterns are taken apart alike. */
function githubSubject(subject: string): GithubSubject | undefined {
  const found = /^repo:([^:]*)(?::(.*))?$/s.exec(subject);
  if (found === null) return undefined;
  const [, repository = '', rest = ''] = found;
  const plainRepository = repository.replace(/@\d+(?=\/|$)/g, '');
  return { repository, plainRepository, hasIds: plainRepository !== repository, rest };
}

/** True where a token of GitHub has a subject of another form than `repo:…`. */
export function isCustomised({ issuer, presented }: SubjectMismatch): boolean {
  return GITHUB.test(issuer) && githubSubject(presented) === undefined;
}

/** Both subjects of a mismatch; undefined unless both are of a repository of GitHub. */
export function githubPair({ issuer, nearest, presented }: SubjectMismatch): GithubPair | undefined {
  if (!GITHUB.test(issuer)) return undefined;
  const [wanted, shown] = [githubSubject(nearest), githubSubject(presented)];
  return wanted === undefined || shown === undefined ? undefined : { wanted, presented: shown };
}

/** True where the trusted subject is of the presented one's repository. */
export function isSameRepository({ wanted, presented }: GithubPair): boolean {
  return wanted.repository === presented.repository || covers(wanted.repository, presented.repository);
}
