import type { AwsOptions } from '../aws-options.ts';
import { profileProblem } from './profile-problem.ts';
import { type FoundProfile, loadProfiles, organizationProfiles, profilesOf } from './profiles.ts';

/** The profile of the AWS config that could answer for an account. */
interface ProfileChoice {
  /** The profile to use: the one that is marked for the account; else the only one of the account, if the options allow that. Null: use none. */
  readonly use: string | null;
  /** The profile to suggest to the user. Null: the config has none for the account. */
  readonly name: string | null;
  /** Why none is used, where the user wanted that or marked one. */
  readonly note: string | null;
}

/** Finds profiles of the AWS config. */
export interface ChooseProfile {
  /** The profile that belongs to an account. */
  readonly of: (account: string) => Promise<ProfileChoice>;
  /** The profile that is marked for the organization. Null where there is none, or more than one. */
  readonly ofOrganization: () => Promise<string | null>;
}

/**
 * Finds profiles in the AWS config, which is read once, when it is first needed. A profile that cannot give credentials is not
 * suggested. One that is marked for the account (`denytrace_account`) counts as named; in a CI job no other is used.
 */
export function profileChooser({ findProfiles, ci }: AwsOptions): ChooseProfile {
  let loading: ReturnType<typeof loadProfiles> | undefined;
  const load = () => {
    loading ??= loadProfiles();
    return loading;
  };
  return {
    async of(account) {
      const all = await load();
      const profiles = profilesOf(account, all);
      const marked = profiles.filter((profile) => profile.isMarked);
      const candidates = marked.length > 0 ? marked : profiles;
      const whole = candidates.filter(({ name }) => profileProblem(name, all) === null);
      const [first] = candidates;
      const name = (whole.find(({ needs }) => needs === null) ?? whole[0])?.name ?? null;
      if (first === undefined || (marked.length === 0 && findProfiles !== true)) return { use: null, name, note: null };
      const note = marked.length === 1 ? null : whyNone(first, candidates, ci === true);
      return { use: note === null ? first.name : null, name, note };
    },
    async ofOrganization() {
      const [marked, ...more] = organizationProfiles(await load());
      return marked === undefined || more.length > 0 ? null : marked;
    },
  };
}

const MOST_NAMES = 3;

/** Why none of the profiles of an account is used; null where the only one can be. */
function whyNone(first: FoundProfile, candidates: readonly FoundProfile[], ci: boolean): string | null {
  const belongs = `the profile ${first.name} belongs to the account`;
  if (candidates.length > 1) {
    const names = candidates.slice(0, MOST_NAMES).map(({ name }) => name);
    const more = candidates.length - names.length;
    const how = first.isMarked ? 'are all marked for the account' : 'all belong to the account';
    return `none was chosen, since the profiles ${names.join(', ')}${more === 0 ? '' : ` and ${more} more`} ${how}`;
  }
  if (ci) return `${belongs}, but was not used: in a CI job, only profiles that are named are`;
  return first.needs === null ? null : `${belongs}, but was not used: ${first.needs}`;
}
