import type { ReadCall, ReadService } from '../../model/read.ts';
import { REFUSALS } from '../../model/refusals.ts';
import type { CallEntry } from '../ask/calls.ts';
import type { ClientConfig, ServiceClient } from './clients/service-client.ts';
import { sharedSettings } from './clients/shared-settings.ts';
import type { Deadline } from './deadline.ts';
import { followPages } from './follow-pages.ts';
import { type Refusal, type Reply, refusalOf, refuse } from './refusal.ts';
import { WriteAttempt } from './refuse-writes.ts';
import { regionFor } from './region.ts';
import { standardBackoff, withRetries } from './retry.ts';
import type { Signer } from './signers.ts';
import { createSlots, type Slots } from './slots.ts';
import { createTurns } from './turns.ts';
import { urgencyOf } from './urgency.ts';

/** More at once gains nothing and invites throttling. */
const AT_ONCE = 8;

/** Sends one read to AWS, signed by one set of credentials. Never rejects except for bugs. */
export type AskAws = (call: ReadCall, entry: CallEntry, signer: Signer) => Promise<Reply>;

/** Each client is loaded when it is first needed. */
const CLIENTS = {
  sts: () => import('./clients/sts.ts'),
  iam: () => import('./clients/iam.ts'),
  organizations: () => import('./clients/organizations.ts'),
  'iam-toolbox': () => import('./clients/iam-toolbox.ts'),
} as const satisfies Record<ReadService, () => Promise<{ openService(config: ClientConfig): ServiceClient }>>;

/** Opens a client for each set of credentials, region and service when it is first asked. All end with the deadline. */
export function askAws(deadline: Deadline): AskAws {
  const slots = new Map<ReadService, Slots>();
  const turn = createTurns();
  const shared = sharedSettings();
  const clients = new Map<string, ServiceClient>();

  const slotsOf = (service: ReadService): Slots => {
    const own = slots.get(service) ?? createSlots(AT_ONCE);
    slots.set(service, own);
    return own;
  };

  /** The client for these credentials once it is its turn, or why there are none. */
  const clientFor = async (call: ReadCall, service: ReadService, signer: Signer): Promise<ServiceClient | Refusal> => {
    const [{ openService }, found, candidates] = await Promise.all([
      CLIENTS[service](),
      signer.credentials(call.partition ?? 'aws'),
      signer.regions(),
    ]);
    if (found.status === 'refused') return found;
    await turn(urgencyOf(call.call));
    const region = regionFor(call, service, candidates);
    const key = JSON.stringify([signer.profile, service, region]);
    const client = clients.get(key) ?? openService({ credentials: found.identity, region, shared });
    clients.set(key, client);
    return client;
  };

  return (call, entry, signer) => {
    const operation = call.call.slice(call.call.indexOf(':') + 1);
    let last: Refusal | undefined;
    const failed = (error: unknown) => {
      last = refusalOf(error);
    };
    const ask = async (stop: AbortSignal): Promise<Reply> => {
      const client = await clientFor(call, entry.service, signer);
      if ('status' in client) return client;
      const backoff = client.backoff ?? standardBackoff;
      const send = (input: Readonly<Record<string, unknown>>) =>
        withRetries((signal) => client.send(operation, input, signal), backoff, stop, failed);
      try {
        return { status: 'answered', output: await followPages(entry.paging, call.input, send) };
      } catch (error) {
        if (error instanceof WriteAttempt) throw error;
        return refusalOf(error);
      }
    };
    return deadline.run(
      (stop) => slotsOf(entry.service)(() => ask(stop), urgencyOf(call.call)),
      () => refuse(REFUSALS.timeout, lateMessage(last)),
    );
  };
}

function lateMessage(last: Refusal | undefined): string {
  return last === undefined
    ? 'no answer in time'
    : `no answer in time; the last attempt: ${last.code}: ${last.message}`;
}
