import type { Who } from '../model/gap.ts';
import type { Remedy } from '../model/remedy.ts';

/** Something to do that changes no policy: a sentence, and the commands for it. */
export function advise(summary: string, who: Who = 'you', ...commands: readonly (readonly string[])[]): Remedy {
  return { kind: 'advise', summary, commands, who };
}
