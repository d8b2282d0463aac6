import type { DenialCase } from '../../model/denial-case.ts';

/** The profile that the environment names, where it is one that can stand in a command. */
export function profileOf({ environment }: DenialCase): string | undefined {
  const profile = environment.variables['AWS_PROFILE'] ?? environment.variables['AWS_DEFAULT_PROFILE'];
  return profile !== undefined && /^[\w.@/+-]{1,128}$/.test(profile) ? profile : undefined;
}

/** The command, with the profile of the environment where there is one. */
export function withProfile(denialCase: DenialCase, command: readonly string[]): readonly string[] {
  const profile = profileOf(denialCase);
  return profile === undefined ? command : [...command, '--profile', profile];
}
