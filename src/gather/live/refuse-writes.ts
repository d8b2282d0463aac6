import type { ReadService } from '../../model/read.ts';
import { callEntry } from '../ask/calls.ts';

/** Something tried to have the client do what is not in the table of calls: a bug, which nothing may hide. */
export class WriteAttempt extends Error {
  override readonly name = 'WriteAttempt';

  constructor(operation: string) {
    super(`${operation} is not in the table of calls: denytrace only reads`);
  }
}

/** True for an operation that is in the table of calls. */
function isRead(service: ReadService, operation: string): boolean {
  return callEntry(`${service}:${operation}`)?.service === service;
}

/**
 * Middleware of the SDK, for every client: refuses each operation that is not in the table of calls, before anything is sent.
 * Getting credentials is the SDK's own business, with clients of its own.
 */
export function refuseWrites(service: ReadService) {
  return <Next>(next: Next, { commandName = 'an unnamed command' }: { readonly commandName?: string }): Next => {
    const operation = commandName.replace(/Command$/, '');
    if (!isRead(service, operation)) throw new WriteAttempt(`${service}:${operation}`);
    return next;
  };
}
