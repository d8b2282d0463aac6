import { known, unreadable } from '../../model/fact.ts';
import { unsupported } from '../../model/gap.ts';
import type { Layer } from '../../model/layer.ts';
import type { LayerFact, PolicyKind } from '../../model/policy.ts';
import { decodeDocument } from '../ask/decode-document.ts';

/** The layer that a policy passed by the user makes up. */
export function givenLayer(
  layer: Layer,
  document: unknown,
  place: { readonly name: string; readonly kind: PolicyKind; readonly attachedTo: string | null },
): LayerFact {
  const decoded = decodeDocument(document);
  const fact =
    decoded === undefined ? unreadable(unsupported(`the ${place.kind} policy that was given`, layer)) : known(decoded);
  const ref = { name: place.name, arn: null, kind: place.kind, attachedTo: place.attachedTo };
  const id = place.attachedTo ?? place.name;
  return known([{ id, name: place.name, policies: [{ ref, document: fact }], gaps: [] }]);
}
