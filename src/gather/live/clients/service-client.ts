import type { ReadService } from '../../../model/read.ts';
import type { CALLS, CallName } from '../../ask/calls.ts';
import { type Fields, fieldsOf } from '../../ask/fields.ts';
import { refuseWrites, WriteAttempt } from '../refuse-writes.ts';
import type { Backoff } from '../retry.ts';
import type { SharedSettings } from './shared-settings.ts';

/** One service, asked with one set of credentials. */
export interface ServiceClient {
  /** Sends one request, once. Rejects with the SDK's error. */
  send(operation: string, input: Fields, signal: AbortSignal): Promise<Fields>;
  /** When the service is tried again, where that is otherwise than usual. */
  readonly backoff?: Backoff;
}

/** Whom a client signs as, and where it asks. */
export interface ClientConfig {
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly region: string;
  readonly shared: SharedSettings;
}

/** The operations that the table of calls has for a service: a client that lacks one does not compile. */
export type OperationOf<Service extends string> = {
  [Name in CallName]: (typeof CALLS)[Name]['service'] extends Service
    ? Name extends `${string}:${infer Operation}`
      ? Operation
      : never
    : never;
}[CallName];

/** How the SDK's clients are made. Retries are ours, so that they end with the deadline; the SDK keeps connections alive. */
export function sdkConfig({ credentials, region, shared }: ClientConfig) {
  return { ...shared, credentials, region, maxAttempts: 1, cacheMiddleware: true };
}

/** The step of the SDK's middleware that sees a command before anything else does. */
const BEFORE_ALL = { step: 'initialize', priority: 'high', name: 'refuseWrites' } as const;

interface Guardable {
  readonly middlewareStack: {
    add(middleware: ReturnType<typeof refuseWrites>, options: typeof BEFORE_ALL): void;
  };
}

/** The same client, which now refuses every operation of its service that is no read. */
export function readOnly<Client extends Guardable>(client: Client, service: ReadService): Client {
  client.middlewareStack.add(refuseWrites(service), BEFORE_ALL);
  return client;
}

interface SdkClient {
  send(command: never, options: { readonly abortSignal: AbortSignal }): Promise<object>;
}

/** A client of the SDK, and the commands that it is asked with. */
export function serviceClient(
  client: SdkClient,
  commands: Readonly<Record<string, new (input: never) => object>>,
): ServiceClient {
  return {
    async send(operation, input, abortSignal) {
      const Command = commands[operation];
      if (Command === undefined) throw new WriteAttempt(operation);
      const command = new Command(input as never); // the SDK checks the input, and AWS does
      return fieldsOf(await client.send(command as never, { abortSignal })) ?? {}; // a command of this client's own table
    },
  };
}
