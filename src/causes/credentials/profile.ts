import { profileOf } from '../../evidence/job-environment.ts';
import type { DenialCase } from '../../model/denial-case.ts';

/** The command, with the profile of the environment where there is one. */
export function withProfile(denialCase: DenialCase, command: readonly string[]): readonly string[] {
  const profile = profileOf(denialCase);
  return profile === undefined ? command : [...command, '--profile', profile];
}
