import type { AwsOptions } from '../aws-options.ts';
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

/** Reads the AWS config once, when it is first needed. No profile is used in a CI job that was not named. */
export function profileChooser({ findProfiles, ci }: AwsOptions): ChooseProfile {
  let loading: ReturnType<typeof loadProfiles> | undefined;
  return async (account) => {
    loading ??= loadProfiles();
    const profiles = profilesOf(account, await loading);
    const [first] = profiles;
    const isOnly = profiles.length === 1 && first?.unattended === true;
    const named = profiles.find(({ unattended }) => unattended) ?? first;
    return {
      use: isOnly && findProfiles === true && ci !== true ? first.name : null,
      name: named?.name ?? null,
    };
  };
}
