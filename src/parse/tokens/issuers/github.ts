import {
  exactSubject,
  type PredictedSubject,
  type PredictedToken,
  partialSubject,
  type Variables,
} from './predicted-token.ts';

/**
 * A job of GitHub Actions. Its variables show neither the `environment:` of the job nor a customized subject. A subject may have the
 * names alone, or also the ids, which never change (in repositories created since 15 July 2026).
 * https://docs.github.com/actions/reference/security/oidc
 */
export function githubToken(variables: Variables): PredictedToken | undefined {
  const repository = variables['GITHUB_REPOSITORY'];
  if (repository === undefined) return undefined;
  return {
    issuer: issuerOf(variables['GITHUB_SERVER_URL'] ?? 'https://github.com'),
    from: 'GITHUB_*',
    audience: 'sts.amazonaws.com',
    subjects: repositoryForms(repository, variables).flatMap(({ name, when }) => subjectsOf(name, when, variables)),
  };
}

function issuerOf(server: string): string {
  if (server === 'https://github.com') return 'https://token.actions.githubusercontent.com';
  const host = server.replace(/^https:\/\//, '');
  return host.endsWith('.ghe.com') ? `https://token.actions.${host}` : `${server}/_services/token`;
}

interface RepositoryForm {
  readonly name: string;
  readonly when: string;
}

function repositoryForms(repository: string, variables: Variables): readonly RepositoryForm[] {
  const byName = { name: repository, when: 'subjects of the repository hold names only' };
  const ownerId = variables['GITHUB_REPOSITORY_OWNER_ID'];
  const id = variables['GITHUB_REPOSITORY_ID'];
  const slash = repository.indexOf('/');
  if (ownerId === undefined || id === undefined || slash < 0) return [byName];
  const withIds = `${repository.slice(0, slash)}@${ownerId}/${repository.slice(slash + 1)}@${id}`;
  return [byName, { name: withIds, when: 'subjects of the repository are immutable ones' }];
}

function subjectsOf(name: string, form: string, variables: Variables): readonly PredictedSubject[] {
  const event = variables['GITHUB_EVENT_NAME'];
  const ref = variables['GITHUB_REF'];
  const environment = partialSubject(`repo:${name}:environment:…`, `${form}, and the job names an environment`);
  if (event === 'pull_request')
    return [exactSubject(`repo:${name}:pull_request`, `${form}, and the job names no environment`), environment];
  if (ref === undefined) return [environment];
  return [exactSubject(`repo:${name}:ref:${ref}`, `${form}, and the job names no environment`), environment];
}
