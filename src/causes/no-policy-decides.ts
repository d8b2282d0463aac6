import type { DenialCase } from '../model/denial-case.ts';
import { quotedCauses } from './runners/quoted-cause.ts';
import { SERVICE_REFUSALS } from './tables/services.ts';

const REFUSALS = quotedCauses(SERVICE_REFUSALS);

/** True where the service says in its own words that something other than a permission decided: then no statement is missing. */
export function noPolicyDecides(denialCase: DenialCase): boolean {
  return REFUSALS.some(({ find }) => {
    const found = find(denialCase);
    return typeof found === 'object' && found.beyondPolicies === true && found.certainty === 'aws';
  });
}
