import type { SdkService } from '../calls/api-types.ts';
import { isCallTo } from '../calls/find-call.ts';

/** A client was told to do something that is not in the table of calls. That is a bug, and nothing may hide it. */
export class WriteAttempt extends Error {
  override readonly name = 'WriteAttempt';

  constructor(call: string) {
    super(`${call} is not in the table of calls: denytrace only reads`);
  }
}

/**
 * Middleware for every client of the SDK: refuses each operation that is not in the table of calls, before anything is sent.
 * The SDK gets credentials with clients of its own, which this does not see.
 */
export function refuseWrites(service: SdkService) {
  return <Next>(next: Next, { commandName = 'an unnamed command' }: { readonly commandName?: string }): Next => {
    const call = `${service}:${commandName.replace(/Command$/, '')}`;
    if (!isCallTo(service, call)) throw new WriteAttempt(call);
    return next;
  };
}
