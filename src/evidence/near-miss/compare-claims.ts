import type { RequestContext } from '../../model/request.ts';
import { compareNames } from './compare-names.ts';
import { covers, isPattern } from './covers.ts';
import { type Difference, sides } from './difference.ts';

/**
 * How the subjects of two web identity tokens differ, part by part. Undefined if they have different formats.
 * GitHub: https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims
 * GitLab: https://docs.gitlab.com/ci/secrets/id_token_authentication/
 * Kubernetes: https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 */
export function compareSubjects(policy: string, requested: string): Difference | undefined {
  // A pattern may cover several parts at once: `repo:octo-org/*`.
  if (isPattern(policy) && covers(policy.toLowerCase(), requested.toLowerCase()))
    return { kind: 'case', words: `different case: ${policy} does not cover ${requested}`, distance: 0.5 };
  if (requested.startsWith('repo:') && policy.startsWith('repo:')) return compareGitHub(policy, requested);
  if (requested.startsWith(ACCOUNT) && policy.startsWith(ACCOUNT)) return compareServiceAccounts(policy, requested);
  return comparePairs(policy, requested);
}

/** `project_path:GROUP/PROJECT:ref_type:branch:ref:main` (GitLab), `organization:ORG:project:…:run_phase:plan` (HCP Terraform): names and values alternate. */
function comparePairs(policy: string, requested: string): Difference | undefined {
  const [ours, theirs] = [policy.split(':'), requested.split(':')];
  const isPaired = ours.length > 2 && ours.length % 2 === 0 && ours.length === theirs.length;
  if (!isPaired || ours.some((name, index) => index % 2 === 0 && name !== theirs[index])) return undefined;
  const different = ours.flatMap((value, index) => {
    const other = theirs[index] ?? '';
    if (index % 2 === 0 || covers(value, other)) return [];
    return [`different ${ours[index - 1]?.replaceAll('_', ' ')}: ${sides(value, other)}`];
  });
  return different.length === 0 ? undefined : { words: different.join(', and '), distance: 1 + different.length };
}

const ACCOUNT = 'system:serviceaccount:';

function compareServiceAccounts(policy: string, requested: string): Difference | undefined {
  const [ourSpace = '', ourName = '', ...ourRest] = policy.slice(ACCOUNT.length).split(':');
  const [theirSpace = '', theirName = ''] = requested.slice(ACCOUNT.length).split(':');
  if (ourRest.length > 0) return undefined;
  const space = covers(ourSpace, theirSpace) ? undefined : compareNames(ourSpace, theirSpace);
  const name = covers(ourName, theirName) ? undefined : compareNames(ourName, theirName);
  if (space !== undefined && name !== undefined)
    return { words: 'a different namespace and service account', distance: 3 };
  if (space !== undefined)
    return {
      words: `different namespace: ${sides(ourSpace, theirSpace)}`,
      distance: Math.min(2, space.distance),
    };
  return (
    name && { words: `different service account: ${sides(ourName, theirName)}`, distance: Math.min(2, name.distance) }
  );
}

function compareGitHub(policy: string, requested: string): Difference | undefined {
  const [ours, theirs] = [splitSubject(policy), splitSubject(requested)];
  const [ourPlain, theirPlain] = [withoutIds(ours.repository), withoutIds(theirs.repository)];
  if (ours.repository !== ourPlain || theirs.repository !== theirPlain) {
    const sameForm = (ours.repository !== ourPlain) === (theirs.repository !== theirPlain);
    if (!sameForm && covers(ourPlain, theirPlain) && covers(ours.from, theirs.from))
      return { words: idWords(theirs.repository !== theirPlain), distance: 0.5 };
  }
  if (!covers(ours.repository, theirs.repository)) {
    const name = compareNames(ours.repository, theirs.repository);
    const which = name?.kind === 'case' ? 'the repository in' : 'different repository:';
    return name && { words: `${which} ${name.words}`, distance: name.distance };
  }
  if (covers(ours.from, theirs.from)) return undefined;
  return { words: `policy has ${fromWords(ours.from)}, request has ${fromWords(theirs.from)}`, distance: 2 };
}

function idWords(tokenHasThem: boolean): string {
  return tokenHasThem
    ? 'the token’s subject holds the ids of owner and repository, the policy has the older form without them'
    : 'the policy has the ids of owner and repository, the token’s subject has the older form without them';
}

/** `repo:owner/name:ref:refs/heads/main` → owner/name, ref:refs/heads/main */
function splitSubject(subject: string): { readonly repository: string; readonly from: string } {
  const rest = subject.slice('repo:'.length);
  const colon = rest.indexOf(':');
  return colon < 0 ? { repository: rest, from: '' } : { repository: rest.slice(0, colon), from: rest.slice(colon + 1) };
}

/** `octo@1234/app@5678` → octo/app */
function withoutIds(repository: string): string {
  return repository.replace(/@\d{1,20}(?=\/|$)/g, '');
}

function fromWords(from: string): string {
  if (from === '') return 'no branch, tag or environment';
  if (from.startsWith('environment:')) return `the environment ${from.slice('environment:'.length)}`;
  if (from.startsWith('ref:refs/heads/')) return `the branch ${from.slice('ref:refs/heads/'.length)}`;
  if (from.startsWith('ref:refs/tags/')) return `the tag ${from.slice('ref:refs/tags/'.length)}`;
  return from === 'pull_request' ? 'a pull request' : from;
}

/** The policy's value for one claim is what the token has in the other one: `aud` and `sub` were swapped. */
export function swappedClaim(key: string, values: readonly string[], context: RequestContext): Difference | undefined {
  const claim = /^(.+):(aud|sub)$/i.exec(key);
  if (claim === null) return undefined;
  const [, issuer = '', name = ''] = claim;
  const other = name.toLowerCase() === 'aud' ? 'sub' : 'aud';
  const found = context.get(`${issuer}:${other}`);
  if (found.status !== 'known' || !values.some((value) => found.values.includes(value))) return undefined;
  return { words: `that is the token’s ${other} instead of its ${name}: the two are swapped`, distance: 0.5 };
}
