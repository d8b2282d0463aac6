import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import {
  loadConfig,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
} from '@smithy/core/config';

/** The SDK's own values. */
const CONNECTIONS = { keepAlive: true, maxSockets: 50 };

/** The settings that all clients share. */
export type SharedSettings = ReturnType<typeof sharedSettings>;

/**
 * The settings that all clients share: one pool of connections, and settings that each client would otherwise look up in the AWS config
 * again. `defaultsMode` and `retryMode` are fixed: they set timeouts and retries, which are ours.
 */
export function sharedSettings() {
  return {
    requestHandler: { httpAgent: new HttpAgent(CONNECTIONS), httpsAgent: new HttpsAgent(CONNECTIONS) },
    useDualstackEndpoint: loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS),
    useFipsEndpoint: loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS),
    defaultsMode: 'legacy',
    retryMode: 'standard',
  } as const;
}
