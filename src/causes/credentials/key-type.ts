import type { DenialCase } from '../../model/denial-case.ts';
import type { AnswerEvidence } from '../../model/evidence.ts';

/**
 * Long-term key or session key, by the prefix of the key id in the environment. Undefined where the id does not show.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
 */
export function keyTypeOf({ environment }: DenialCase): 'AKIA' | 'ASIA' | undefined {
  const prefix = environment.variables['AWS_ACCESS_KEY_ID']?.slice(0, 4);
  return prefix === 'AKIA' || prefix === 'ASIA' ? prefix : undefined;
}

/** True where the environment holds a variable. */
export function hasVariable({ environment }: DenialCase, name: string): boolean {
  return environment.variables[name] !== undefined;
}

/** What a variable of the environment shows, as evidence; values that are secret are not in it. */
export function variableEvidence(text: string): AnswerEvidence {
  return { kind: 'answer', call: 'environment of this job', text };
}
