import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import {
  loadConfig,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
} from '@smithy/core/config';

/** As the SDK's own. */
const CONNECTIONS = { keepAlive: true, maxSockets: 50 };

/** What all clients of one reader have in common. */
export type SharedSettings = ReturnType<typeof sharedSettings>;

/**
 * One pool of connections, and what would otherwise be looked up in the AWS config once more for each client. Retries and what else
 * the SDK's modes are about are not its business here.
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
