import type { Read } from '../model/read.ts';
import type { Assumption } from '../model/request.ts';

/** A read that notes which hosts answered in place of AWS: the environment or the config sends calls there. */
export function noteElsewhere(read: Read): { readonly read: Read; readonly assumptions: () => readonly Assumption[] } {
  const hosts = new Set<string>();
  return {
    read: async (call) => {
      const answer = await read(call);
      if (answer.status === 'answered') for (const host of answer.elsewhere ?? []) hosts.add(host);
      return answer;
    },
    assumptions: () =>
      [...hosts].map((host) => ({
        what: `aws=${host}`,
        why: 'AWS_ENDPOINT_URL, or endpoint_url of the profile, sends calls there',
      })),
  };
}
