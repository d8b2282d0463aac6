/** The subject of a GitHub token, taken apart. https://docs.github.com/actions/reference/security/oidc */
export interface GithubSubject {
  /** As written, with ids where they are there. */
  readonly repository: string;
  /** Without `@<id>` behind owner and name. */
  readonly plainRepository: string;
  readonly hasIds: boolean;
  /** `ref:refs/heads/main`, `environment:prod`, `pull_request` */
  readonly rest: string;
}

/** Issuers of GitHub: the public one, and those of enterprises with a host of their own. */
export const GITHUB = /^token\.actions\.(githubusercontent\.com|[a-z0-9-]+\.ghe\.com)(\/|$)/;

/** Undefined for a subject that does not begin with `repo:`: one that was customised. Patterns are taken apart alike. */
export function githubSubject(subject: string): GithubSubject | undefined {
  const found = /^repo:([^:]*)(?::(.*))?$/s.exec(subject);
  if (found === null) return undefined;
  const [, repository = '', rest = ''] = found;
  const plainRepository = repository.replace(/@\d+(?=\/|$)/g, '');
  return { repository, plainRepository, hasIds: plainRepository !== repository, rest };
}
