import { profileOf } from '../evidence/job-environment.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Who } from '../model/gap.ts';
import type { Remedy } from '../model/remedy.ts';

/** A remedy that changes no policy: what to do, in a sentence, and the commands for it. */
export function advise(summary: string, who: Who = 'you', ...commands: readonly (readonly string[])[]): Remedy {
  return { kind: 'advise', summary, commands, who };
}

/** A command of the AWS CLI, with the profile of the job's environment where it names one. */
export function withProfile(denialCase: DenialCase, command: readonly string[]): readonly string[] {
  const profile = profileOf(denialCase);
  return profile === undefined ? command : [...command, '--profile', profile];
}
