import {
  loadConfig,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
} from '@smithy/core/config';

/** The settings that all clients share. */
export type SharedSettings = ReturnType<typeof sharedSettings>;

/**
 * The settings that all clients share, which each of them would otherwise look up in the AWS config again. `defaultsMode` and `retryMode`
 * are fixed: they set timeouts and retries, which are ours.
 */
export function sharedSettings() {
  return {
    useDualstackEndpoint: loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS),
    useFipsEndpoint: loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS),
    defaultsMode: 'legacy',
    retryMode: 'standard',
  } as const;
}
