import type { Case } from '../../model/case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Layer } from '../../model/layer.ts';
import type { AttachedPolicy } from '../../model/policy.ts';
import type { Remedy } from '../../model/remedy.ts';
import { decideWith } from '../../evidence/blockers/decide-with.ts';
import type { Blockage, BlockageCheck } from '../cause.ts';
import { LAYER_SUBJECTS } from '../condition-topics/topic.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { layerFact, policiesOf } from '../../evidence/policy-lookup.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { ownerOf } from '../../grants/owners.ts';
import { keepsAll } from './keeps-all.ts';

/** A newer version of a managed policy allows the request. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html */
export function defaultVersion<const L extends 'identity' | 'boundary'>(
  layer: L,
): BlockageCheck & { readonly id: `${L}.default-version` } {
  return {
    on: 'blockage',
    layer,
    kind: 'missing-allow',
    id: `${layer}.default-version`,
    doc: {
      what: `${LAYER_SUBJECTS[layer]} has a newer version that allows the request, but an older one is the default, and only the default counts.`,
      why: 'A version was made without --set-as-default, or somebody went back to an earlier one.',
      fix: 'Make the newer version the default (aws iam set-default-policy-version), once it is clear why it is not; where it takes something away, add an Allow of its own.',
    },
    explain(blockage, subject) {
      for (const policy of policiesOf(layerFact(subject, layer))) {
        const newest = policy.versions?.newest;
        if (newest?.status !== 'known') continue;
        if (decideWith(subject, layer, policy, newest.value.document)?.allow !== 'yes') continue;
        const { defaultVersionId } = policy.versions ?? { defaultVersionId: 'another one' };
        const { versionId, document } = newest.value;
        return {
          summary: `${policy.ref.name} allows ${subject.request?.action ?? 'it'} in its newest version, ${versionId}, but ${defaultVersionId} is the default, and that one counts`,
          evidence: [versionAnswer(policy, versionId, defaultVersionId), ...allowEvidence(blockage, subject)],
          remedies: remedies(layer, policy, document, blockage, subject),
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
  blockage: Blockage,
  subject: Case,
): readonly Remedy[] {
  const current = document.status === 'known' ? document.value : undefined;
  if (!keepsAll(current, newest)) return allowRemedies(blockage, subject);
  const why = 'it takes nothing away from the default one, and allows the request';
  return [{ kind: 'replace', policy: ref, pointer: '', value: newest, who: ownerOf(layer, subject, ref), why }];
}
