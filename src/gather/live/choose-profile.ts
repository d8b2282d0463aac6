import type { AwsOptions } from '../aws-options.ts';
import { profileProblem } from './profile-problem.ts';
import { loadProfiles, profilesOf } from './profiles.ts';

/** Which profile of the AWS config may answer for an account. */
interface ProfileChoice {
  /** May be used without asking anybody: the only one of the account, where that is wanted. */
  readonly use: string | null;
  /** Worth naming to the person; null: the config has none for the account. */
  readonly name: string | null;
}

/** The profile of the AWS config that belongs to an account. */
export type ChooseProfile = (account: string) => Promise<ProfileChoice>;

/** Reads the AWS config once, when it is first needed. One that can give no credentials is not worth naming. No profile is used in a CI job that was not named. */
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
