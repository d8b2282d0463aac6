import { loadConfig } from '@smithy/core/config';

/**
 * The endpoint that the environment or the AWS config sets for a service, or for all services. The SDK's own clients find it by
 * themselves; this is for ours.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export async function configuredEndpoint(serviceId: string): Promise<string | undefined> {
  const name = serviceId.replaceAll(' ', '_');
  const ignored = loadConfig<boolean>({
    environmentVariableSelector: (env) => flag(env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']),
    configFileSelector: (profile) => flag(profile['ignore_configured_endpoint_urls']),
    default: false,
  });
  if (await ignored()) return undefined;
  const endpoint = loadConfig<string | undefined>({
    environmentVariableSelector: (env) => env[`AWS_ENDPOINT_URL_${name.toUpperCase()}`] ?? env['AWS_ENDPOINT_URL'],
    configFileSelector: (profile, config) => {
      const services = profile['services'] === undefined ? undefined : config?.[`services.${profile['services']}`];
      return services?.[`${name.toLowerCase()}.endpoint_url`] ?? profile['endpoint_url'];
    },
    default: undefined,
  });
  return endpoint();
}

function flag(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value.toLowerCase() === 'true';
}
