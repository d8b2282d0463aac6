import type { AwsOptions } from '../aws-options.ts';
import { profileProblem } from './profile-problem.ts';
import { loadProfiles, profilesOf } from './profiles.ts';

/** The profile of the AWS config that could answer for an account. */
interface ProfileChoice {
  /** The profile to use: the only one of the account, if the options allow that. Null: use none. */
  readonly use: string | null;
  /** The profile to suggest to the user. Null: the config has none for the account. */
  readonly name: string | null;
}

/** Finds the profile of the AWS config that belongs to an account. */
export type ChooseProfile = (account: string) => Promise<ProfileChoice>;

/**
 * Finds profiles in the AWS config, which is read once, when it is first needed. A profile that cannot give credentials is not
 * suggested. In a CI job no profile is used that was not named.
 */
export function profileChooser({ findProfiles, ci }: AwsOptions): ChooseProfile {
  let loading: ReturnType<typeof loadProfiles> | undefined;
  return async (account) => {
    loading ??= loadProfiles();
    const all = await loading;
    const profiles = profilesOf(account, all);
    const whole = profiles.filter(({ name }) => profileProblem(name, all) === null);
    const [first] = profiles;
    const isOnly = profiles.length === 1 && first?.unattended === true;
    const named = whole.find(({ unattended }) => unattended) ?? whole[0];
    return {
      use: isOnly && findProfiles === true && ci !== true ? first.name : null,
      name: named?.name ?? null,
    };
  };
}
