import type { RestServiceName, ServiceName } from '../../calls/find-call.ts';
import { REST_SERVICES } from '../../calls/table.ts';
import { loadSdk, sdkClient } from './sdk-client.ts';
import type { OpenService } from './service-client.ts';

/** Loads the code that calls a service, so that nothing is loaded for services that are not called. */
export async function loadService(service: ServiceName): Promise<OpenService> {
  if (isRestService(service)) {
    const { restClient } = await import('./rest-client.ts');
    return (config) => restClient(service, config);
  }
  const sdk = await loadSdk(service);
  return (config) => sdkClient(sdk, config);
}

function isRestService(service: ServiceName): service is RestServiceName {
  return Object.hasOwn(REST_SERVICES, service);
}
