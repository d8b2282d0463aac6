import { REFUSALS } from '../../model/refusals.ts';
import type { CallEntry } from '../calls/call-entry.ts';
import { type KnownCall, type ServiceName, serviceOf } from '../calls/find-call.ts';
import { CALLS, type CallName } from '../calls/table.ts';
import { loadService } from './clients/load-service.ts';
import type { OpenHandlers } from './clients/open-handlers.ts';
import type { ServiceClient } from './clients/service-client.ts';
import { sharedSettings } from './clients/shared-settings.ts';
import type { Deadline } from './deadline.ts';
import { followPages } from './follow-pages.ts';
import { type Refusal, type Reply, refusalOf, refuse } from './refusal.ts';
import { WriteAttempt } from './refuse-writes.ts';
import { regionFor } from './region.ts';
import { isThrottled, standardBackoff, withRetries } from './retry.ts';
import type { Signer } from './signers.ts';
import { createSlots, type Slots } from './slots.ts';
import { createTurns } from './turns.ts';

/**
 * Calls in flight for each service. More gain nothing, and invite throttling; a user with groups has about forty IAM reads to wait for, so that
 * IAM has more. Each throttled answer takes one away.
 */
const AT_ONCE = 8;
const IAM_AT_ONCE = 12;

/** A client, and the hosts that answered in place of AWS. */
interface Opened {
  readonly client: ServiceClient;
  readonly elsewhere: () => readonly string[];
}

/** Makes one call to AWS with one set of credentials. Never rejects except for bugs. */
export type AskAws = (call: KnownCall, signer: Signer) => Promise<Reply>;

/**
 * Makes calls, with one client for each set of credentials, region and service. All calls end with the deadline, which `stop` brings
 * forward.
 */
export function askAws(deadline: Deadline, openHandlers: OpenHandlers, stop?: AbortSignal): AskAws {
  const slots = new Map<ServiceName, Slots>();
  const turn = createTurns();
  const shared = sharedSettings();
  const clients = new Map<string, ServiceClient>();

  const slotsOf = (service: ServiceName): Slots => {
    const own = slots.get(service) ?? createSlots(service === 'iam' ? IAM_AT_ONCE : AT_ONCE);
    slots.set(service, own);
    return own;
  };

  /** The client for these credentials, once it is the call's turn; or why there are no credentials. */
  const clientFor = async (call: KnownCall, service: ServiceName, signer: Signer): Promise<Opened | Refusal> => {
    const [openService, handlers, found, candidates] = await Promise.all([
      loadService(service),
      openHandlers(signer.profile),
      signer.credentials(call.partition ?? 'aws'),
      signer.regions(),
    ]);
    if ('status' in handlers) return handlers;
    if (found.status === 'refused') return found;
    await turn(urgencyOf(call.call));
    const region = regionFor(call, service, candidates);
    const key = JSON.stringify([signer.profile, service, region]);
    const client =
      clients.get(key) ?? openService({ credentials: found.identity, region, shared, requestHandler: handlers.calls });
    clients.set(key, client);
    return { client, elsewhere: () => handlers.calls.elsewhere() };
  };

  return (call, signer) => {
    const service = serviceOf(call.call);
    const entry: CallEntry = CALLS[call.call];
    let last: Refusal | undefined;
    const failed = (error: unknown) => {
      if (isThrottled(error)) slotsOf(service).narrow();
      last = refusalOf(error);
    };
    const ask = async (end: AbortSignal): Promise<Reply> => {
      const opened = await clientFor(call, service, signer);
      if ('status' in opened) return opened;
      const { client } = opened;
      const backoff = client.backoff ?? standardBackoff;
      const send = (input: Readonly<Record<string, unknown>>) =>
        withRetries((signal) => client.send(call.call, input, signal), backoff, end, failed);
      try {
        const output = await followPages(entry, call.input, send);
        const elsewhere = opened.elsewhere();
        return { status: 'answered', output, ...(elsewhere.length === 0 ? {} : { elsewhere }) };
      } catch (error) {
        if (error instanceof WriteAttempt) throw error;
        return refusalOf(error);
      }
    };
    return deadline.run(
      (end) => slotsOf(service).run(() => ask(end), urgencyOf(call.call)),
      () =>
        stop?.aborted === true
          ? refuse(REFUSALS.stopped, withLast('the reading was stopped', last))
          : refuse(REFUSALS.timeout, withLast('no answer in time', last)),
    );
  };
}

/** If calls have to wait, those go first that most round trips may follow from. */
function urgencyOf(call: CallName): number {
  const { tripsBehind = 1 }: CallEntry = CALLS[call];
  return tripsBehind;
}

function withLast(why: string, last: Refusal | undefined): string {
  return last === undefined ? why : `${why}; the last attempt: ${last.code}: ${last.message}`;
}
