import type { DenialCase } from '../model/denial-case.ts';
import type { AnswerEvidence } from '../model/evidence.ts';

/** True where the environment of the job has the variable. */
export function hasVariable({ environment }: DenialCase, name: string): boolean {
  return environment.variables[name] !== undefined;
}

/** What a variable of the environment shows, as evidence. The text must not contain the value of a secret one. */
export function variableEvidence(text: string): AnswerEvidence {
  return { kind: 'answer', call: 'environment of this job', text };
}

/**
 * Long-term key (AKIA) or key of a session (ASIA), by the prefix of the key id in the environment; undefined where none is set.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
 */
export function keyTypeOf({ environment }: DenialCase): 'AKIA' | 'ASIA' | undefined {
  const prefix = environment.variables['AWS_ACCESS_KEY_ID']?.slice(0, 4);
  return prefix === 'AKIA' || prefix === 'ASIA' ? prefix : undefined;
}

/** The profile that the environment names; undefined where its name could not be printed in a command as it is. */
export function profileOf({ environment }: DenialCase): string | undefined {
  const profile = environment.variables['AWS_PROFILE'] ?? environment.variables['AWS_DEFAULT_PROFILE'];
  return profile !== undefined && /^[\w.@/+-]{1,128}$/.test(profile) ? profile : undefined;
}
