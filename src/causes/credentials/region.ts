import type { DenialCase } from '../../model/denial-case.ts';

const ENDPOINT = /\b[a-z0-9-]{2,40}\.([a-z]{2,4}(?:-[a-z]{2,12}){1,2}-\d{1,2})\.amazonaws\.com/;

/** The region that was called: as the text states it, in an endpoint of the text, or the one set for the job. */
export function calledRegion({ denial, text, environment }: DenialCase): string | undefined {
  const stated = denial?.region ?? ENDPOINT.exec(text.slice(0, 65_536))?.[1];
  return stated ?? environment.variables['AWS_REGION'] ?? environment.variables['AWS_DEFAULT_REGION'];
}
