import type { Fields } from '../../ask/fields.ts';
import type { Backoff } from '../retry.ts';
import type { RequestHandler } from './request-handler.ts';
import type { SharedSettings } from './shared-settings.ts';

/** One service, called with one set of credentials. */
export interface ServiceClient {
  /** Sends one request, once. Rejects with the service's error, and with a WriteAttempt for what is not in the table of calls. */
  send(call: string, input: Fields, signal: AbortSignal): Promise<Fields>;
  /** When a request to this service is tried again, if not as usual. */
  readonly backoff?: Backoff;
}

/** The credentials that a client signs with, and the region that it calls. */
export interface ClientConfig {
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly region: string;
  readonly shared: SharedSettings;
  readonly requestHandler: RequestHandler;
}

/** Makes the client of a service. */
export type OpenService = (config: ClientConfig) => ServiceClient;
