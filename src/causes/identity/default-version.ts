import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { decideWith } from '../../evidence/blockers/decide-with.ts';
import { layerFact, policiesOf } from '../../evidence/policy-lookup.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { keepsAll } from '../../grants/keeps-all.ts';
import { ownerOf } from '../../grants/owners.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Layer } from '../../model/layer.ts';
import type { AttachedPolicy } from '../../model/policy.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { BlockerCause } from '../cause.ts';

/** A newer version of a managed policy allows the request. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html */
export function defaultVersion<const L extends 'identity' | 'boundary'>(
  layer: L,
): BlockerCause & { readonly id: `${L}.default-version` } {
  return {
    kind: 'missing-allow',
    id: `${layer}.default-version`,
    explain(blocker, denialCase) {
      for (const policy of policiesOf(layerFact(denialCase, layer))) {
        const newest = policy.versions?.newest;
        if (newest?.status !== 'known') continue;
        if (decideWith(denialCase, layer, policy, newest.value.document)?.allow !== 'yes') continue;
        const { defaultVersionId } = policy.versions ?? { defaultVersionId: 'another one' };
        const { versionId, document } = newest.value;
        return {
          summary: `${policy.ref.name} allows ${denialCase.request?.action ?? 'it'} in its newest version, ${versionId}, but ${defaultVersionId} is the default, and that one counts`,
          evidence: [versionAnswer(policy, versionId, defaultVersionId), ...allowEvidence(blocker, denialCase)],
          remedies: remedies(layer, policy, document, blocker, denialCase),
        };
      }
      return undefined;
    },
  };
}

function versionAnswer({ ref }: AttachedPolicy, newest: string, current: string): Evidence {
  return {
    kind: 'answer',
    call: 'iam:ListPolicyVersions',
    text: `${ref.arn ?? ref.name}: default version ${current}, newest version ${newest}`,
  };
}

/** The newest version in place of the default, if it takes nothing away; else a statement of its own. */
function remedies(
  layer: Layer,
  { ref, document }: AttachedPolicy,
  newest: unknown,
  blocker: Blocker,
  denialCase: DenialCase,
): readonly Remedy[] {
  const current = document.status === 'known' ? document.value : undefined;
  if (!keepsAll(current, newest)) return allowRemedies(blocker, denialCase);
  const why = 'it takes nothing away from the default one, and allows the request';
  return [{ kind: 'replace', policy: ref, pointer: '', value: newest, who: ownerOf(layer, denialCase, ref), why }];
}
