import { loadConfig, NODE_REGION_CONFIG_FILE_OPTIONS } from '@smithy/core/config';
import type { ReadCall } from '../../model/read.ts';
import { globalRegion, isRegion, partitionOf } from '../../reference/partitions.ts';
import type { ServiceName } from '../calls/find-call.ts';
import { SERVICES } from '../calls/table.ts';

/**
 * The regions from which one is chosen if the call does not name one, best first: the option, then the environment and the profile.
 * Never fails: a file that cannot be read has no region.
 */
export async function regionCandidates(option: string | undefined, profile: string | null): Promise<readonly string[]> {
  const load = loadConfig<string | undefined>(
    {
      environmentVariableSelector: (env) => env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'],
      configFileSelector: (section) => section['region'],
      default: undefined,
    },
    { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...(profile === null ? {} : { profile }) },
  );
  const configured = await load().catch(() => undefined);
  return [option, configured].filter((region) => region !== undefined);
}

/**
 * The region that a call is sent to: the one that it is about, if the partition has it; else the first candidate in the partition; else
 * the partition's main region.
 */
export function regionFor(
  call: Pick<ReadCall, 'partition' | 'region'>,
  service: ServiceName,
  candidates: readonly string[],
): string {
  const { partition = 'aws', region } = call;
  const main = globalRegion(partition) ?? candidates[0] ?? 'us-east-1';
  if (SERVICES[service].region === 'global') return main;
  if (region !== undefined && isRegion(partition, region)) return region;
  return candidates.find((one) => partitionOf(one)?.id === partition) ?? main;
}
