import { getProfileName } from '@smithy/core/config';
import type { Refusal } from '../refusal.ts';
import { RequestHandler } from './request-handler.ts';
import { trustedCertificates } from './trusted-certificates.ts';

/** What sends the requests of one set of credentials. */
interface Handlers {
  /** For calls. They end with their own time, not with the connection's. */
  readonly calls: RequestHandler;
  /** For requests by which the SDK gets credentials: assuming a role or asking SSO may take as long as a call. */
  readonly credentials: RequestHandler;
}

/** The handlers of a profile (null: the default one), or why none can be made. Never rejects. */
export type OpenHandlers = (profile: string | null) => Promise<Handlers | Refusal>;

/**
 * Makes the handlers once for each set of certificates that is trusted, so that all calls share their connections. Every call asks for them,
 * so the certificates of a profile are read once.
 */
export function createHandlers(): OpenHandlers {
  const byCertificates = new Map<string, Handlers>();
  const byProfile = new Map<string | null, Promise<Handlers | Refusal>>();
  const open = async (profile: string | null): Promise<Handlers | Refusal> => {
    const certificates = await trustedCertificates(profile ?? getProfileName({}));
    if (certificates !== null && 'status' in certificates) return certificates;
    const key = certificates?.at(-1) ?? '';
    const handlers = byCertificates.get(key) ?? {
      calls: new RequestHandler(certificates),
      credentials: new RequestHandler(certificates, {
        connectionTimeout: 3_000,
        requestTimeout: 6_000,
        throwOnRequestTimeout: true,
      }),
    };
    byCertificates.set(key, handlers);
    return handlers;
  };
  return (profile) => {
    const handlers = byProfile.get(profile) ?? open(profile);
    byProfile.set(profile, handlers);
    return handlers;
  };
}
