import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { covers } from '../../evidence/near-miss/covers.ts';
import { allowsOf, nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { LAYER_NOUNS } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { servicePrefix } from '../../model/actions.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { BlockerCause } from '../cause.ts';

/** A list of allowed services without the one that was asked. */
export function serviceNotListed<const L extends 'boundary' | 'session' | 'scp' | 'endpoint'>(
  layer: L,
): BlockerCause & { readonly id: `${L}.service-not-listed` } {
  return {
    kind: 'missing-allow',
    id: `${layer}.service-not-listed`,
    explain(blocker, denialCase) {
      if (denialCase.request === null) return undefined;
      const service = servicePrefix(denialCase.request.action);
      if (nearestMiss(blocker, denialCase) !== undefined || service === '') return undefined;
      if (allowsOf(blocker, denialCase).length === 0 || allowsService(blocker, denialCase, service)) return undefined;
      return {
        summary: `The ${LAYER_NOUNS[layer]}${place(blocker, denialCase)} list${layer === 'scp' ? '' : 's'} what is allowed, and ${service} is not in the list`,
        evidence: allowEvidence(blocker, denialCase),
        remedies: allowRemedies(blocker, denialCase),
      };
    },
  };
}

/** Does any Allow have an action of the service, on whichever resource? */
function allowsService(blocker: Blocker, denialCase: DenialCase, service: string): boolean {
  return allowsOf(blocker, denialCase).some((statement) => {
    const document = documentOf(denialCase, statement);
    const actions = elementTexts(document, statement, 'Action');
    return (
      actions.length === 0 || actions.some(({ value }) => covers(value.toLowerCase().split(':', 1)[0] ?? '', service))
    );
  });
}

function place({ level: index, layer }: Blocker, denialCase: DenialCase): string {
  const fact = layer === 'scp' ? denialCase.facts.policies.scp : undefined;
  const level = fact?.status === 'known' && index !== null ? fact.value[index] : undefined;
  return level === undefined ? '' : ` at ${level.name}`;
}
