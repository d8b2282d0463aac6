import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import type { BlockerCause } from '../cause.ts';

/** The general cause of a missing Allow: nothing in the layer comes near the request. */
export function noAllow<const L extends Layer>(
  layer: L,
  summary: (denialCase: DenialCase, blocker: Blocker) => string,
): BlockerCause & { readonly id: `${L}.no-allow` } {
  return {
    kind: 'missing-allow',
    id: `${layer}.no-allow`,
    explain(blocker, denialCase) {
      return {
        summary: summary(denialCase, blocker),
        evidence: allowEvidence(blocker, denialCase),
        remedies: allowRemedies(blocker, denialCase),
      };
    },
  };
}
