import type { Case } from '../../model/case.ts';
import type { Layer } from '../../model/layer.ts';
import type { Blockage, BlockageCheck, CauseDoc } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';

/** The general cause of a missing Allow: nothing in the layer comes near the request. */
export function noAllow<const L extends Layer>(
  layer: L,
  doc: CauseDoc,
  summary: (subject: Case, blockage: Blockage) => string,
): BlockageCheck & { readonly id: `${L}.no-allow` } {
  return {
    on: 'blockage',
    layer,
    kind: 'missing-allow',
    id: `${layer}.no-allow`,
    doc,
    explain(blockage, subject) {
      return {
        summary: summary(subject, blockage),
        evidence: allowEvidence(blockage, subject),
        remedies: allowRemedies(blockage, subject),
      };
    },
  };
}
