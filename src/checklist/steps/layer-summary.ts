import { allowsIn, searchedEvidence } from '../../evidence/searched-evidence.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Layer } from '../../model/layer.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';
import type { LayerVerdict } from '../../model/verdict.ts';

/** What shows that a layer lets the request through: the statement that allows it; of guardrails, the levels that were read. */
export function layerSummary(
  layer: Layer,
  found: LayerVerdict,
  denialCase: DenialCase,
): { readonly summary: string; readonly evidence: readonly Evidence[] } {
  if (layer === 'scp' || layer === 'rcp') {
    const summary = levelNames(found);
    return { summary, evidence: [searchedEvidence(`${LAYER_WORDS[layer].policies}: ${summary}`, allowsIn(found))] };
  }
  const allow = found.statements.find(({ effect, match }) => effect === 'Allow' && match === 'yes');
  if (allow === undefined) return { summary: '', evidence: [] };
  return { summary: placeOfStatement(denialCase, allow), evidence: [statementEvidence(denialCase, allow)] };
}

/** `Root › Workloads › 111122223333, 4 policies`; RCPFullAWSAccess, which is everywhere, does not count. */
function levelNames({ levels }: LayerVerdict): string {
  const count = levels.reduce((sum, { level }) => sum + level.policies.length, 0);
  const policies = count === 0 ? 'none attached' : count === 1 ? '1 policy' : `${count} policies`;
  return `${levels.map(({ level }) => level.name).join(' › ')}, ${policies}`;
}
