import type { Case } from '../model/case.ts';
import type { Layer } from '../model/layer.ts';
import type { Blockage, BlockageCheck, CaseCheck, Check, FoundCause } from './cause.ts';
import { CHECKS } from './registry.ts';
import { findBlockages } from '../evidence/blockers/find-blockers.ts';
import { orderCauses } from './order-causes.ts';

/** The registry without its literal ids, which do not matter here. */
const ALL: readonly Check[] = CHECKS;

/**
 * Why the request was denied: for each blockage the first check that explains it, and whatever else is wrong beyond the policies.
 * AWS's layer comes first, then explicit denies, then the order of the steps. Keys are unique.
 * Nobody but AWS and the evaluator makes a layer a certain cause: a pattern alone is `likely`.
 */
export function findCauses(subject: Case): readonly FoundCause[] {
  const blockages = findBlockages(subject);
  const beyond = ALL.filter((check): check is CaseCheck => check.on === 'case')
    .map((check) => found(check, subject, blockages))
    .filter((cause) => cause !== undefined);
  return withKeys(orderCauses([...beyond, ...explainAll(blockages, subject)], subject));
}

type Keyless = Omit<FoundCause, 'key'>;

function explainAll(blockages: readonly Blockage[], subject: Case): readonly Keyless[] {
  return blockages.map((blockage) => explain(blockage, subject)).filter((cause) => cause !== undefined);
}

function explain(blockage: Blockage, subject: Case): Keyless | undefined {
  for (const check of checksOf(blockage.layer)) {
    if (check.kind !== undefined && check.kind !== blockage.kind) continue;
    const finding = check.explain(blockage, subject);
    if (finding !== undefined) {
      const { layer, rung } = blockage;
      return { ...finding, id: check.id, layer, rung: finding.rung ?? rung, blockage };
    }
  }
  return undefined;
}

const byLayer = new Map<Layer, readonly BlockageCheck[]>();

/** The checks that can explain what blocks in a layer. */
function checksOf(layer: Layer): readonly BlockageCheck[] {
  const known = byLayer.get(layer);
  if (known !== undefined) return known;
  const checks = ALL.filter((check) => check.on === 'blockage').filter((check) => check.layer === layer);
  byLayer.set(layer, checks);
  return checks;
}

function found(check: CaseCheck, subject: Case, blockages: readonly Blockage[]): Keyless | undefined {
  const finding = check.find(subject);
  if (finding === undefined) return undefined;
  const rung = finding.rung ?? 'evaluated';
  const proven = check.layer === null || rung !== 'evaluated' || blockages.some(({ layer }) => layer === check.layer);
  return { ...finding, id: check.id, layer: check.layer, rung: proven ? rung : 'likely', blockage: null };
}

/** The id, and from its second cause on a number. */
function withKeys(causes: readonly Keyless[]): readonly FoundCause[] {
  const seen = new Map<string, number>();
  return causes.map((cause) => {
    const count = (seen.get(cause.id) ?? 0) + 1;
    seen.set(cause.id, count);
    return { ...cause, key: count === 1 ? cause.id : `${cause.id}#${count}` };
  });
}
