import type { Fix } from '../../model/diagnosis.ts';

/** What to send instead, where no document changes. That a call is made with MFA is nothing to send: the summary says how it is done. */
export function sentInstead({ request }: Fix): readonly (readonly [key: string, values: readonly string[]])[] {
  return Object.entries(request?.context ?? {}).filter(([key]) => !/^aws:multifactorauth/i.test(key));
}
