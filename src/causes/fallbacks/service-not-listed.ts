import { servicePrefix } from '../../model/actions.ts';
import type { Case } from '../../model/case.ts';
import type { Blockage, BlockageCheck } from '../cause.ts';
import { LAYER_SUBJECTS } from '../condition-topics/topic.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { covers } from '../../evidence/near-miss/covers.ts';
import { allowsOf, nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { LAYER_NOUNS } from '../../evidence/words.ts';

/** A list of allowed services without the one that was asked. */
export function serviceNotListed<const L extends 'boundary' | 'session' | 'scp' | 'endpoint'>(
  layer: L,
): BlockageCheck & { readonly id: `${L}.service-not-listed` } {
  return {
    on: 'blockage',
    layer,
    kind: 'missing-allow',
    id: `${layer}.service-not-listed`,
    doc: {
      what: `${LAYER_SUBJECTS[layer]} lists what is allowed, and allows no action at all of the service that was asked.`,
      why: 'A list of allowed services has to be kept up: a service that is used for the first time is not in it.',
      fix: 'Its owner adds the action (or the service). That grants nothing by itself: another policy still has to allow the request.',
    },
    explain(blockage, subject) {
      if (subject.request === null) return undefined;
      const service = servicePrefix(subject.request.action);
      if (nearestMiss(blockage, subject) !== undefined || service === '') return undefined;
      if (allowsOf(blockage, subject).length === 0 || allowsService(blockage, subject, service)) return undefined;
      return {
        summary: `The ${LAYER_NOUNS[layer]}${place(blockage, subject)} list${layer === 'scp' ? '' : 's'} what is allowed, and ${service} is not in the list`,
        evidence: allowEvidence(blockage, subject),
        remedies: allowRemedies(blockage, subject),
      };
    },
  };
}

/** Does any Allow have an action of the service, on whichever resource? */
function allowsService(blockage: Blockage, subject: Case, service: string): boolean {
  return allowsOf(blockage, subject).some((statement) => {
    const document = documentOf(subject, statement);
    const actions = elementTexts(document, statement, 'Action');
    return (
      actions.length === 0 || actions.some(({ value }) => covers(value.toLowerCase().split(':', 1)[0] ?? '', service))
    );
  });
}

function place({ level: index, layer }: Blockage, subject: Case): string {
  const fact = layer === 'scp' ? subject.facts.policies.scp : undefined;
  const level = fact?.status === 'known' && index !== null ? fact.value[index] : undefined;
  return level === undefined ? '' : ` at ${level.name}`;
}
