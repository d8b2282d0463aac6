import type { Case } from '../model/case.ts';
import type { Blockage, CaseCheck, Check, FoundCause } from './check.ts';
import { findBlockages } from './find-blockages.ts';
import { orderCauses } from './order-causes.ts';
import { CHECKS } from './registry.ts';

/** The registry without its literal ids, which do not matter here. */
const ALL: readonly Check[] = CHECKS;

/**
 * Why the request was denied: for each blockage the first check that explains it, and whatever else is wrong beyond the policies.
 * AWS's layer comes first, then explicit denies, then the order of the steps. Keys are unique.
 * Nobody but AWS and the evaluator makes a layer a certain cause: a pattern alone is `likely`.
 */
export function findCauses(subject: Case): readonly FoundCause[] {
  const blockages = findBlockages(subject);
  const explained = blockages.map((blockage) => explain(blockage, subject)).filter((cause) => cause !== undefined);
  const beyond = ALL.filter((check): check is CaseCheck => check.on === 'case')
    .map((check) => found(check, subject, blockages))
    .filter((cause) => cause !== undefined);
  return withKeys(orderCauses([...beyond, ...explained], subject));
}

type Keyless = Omit<FoundCause, 'key'>;

function explain(blockage: Blockage, subject: Case): Keyless | undefined {
  for (const check of ALL) {
    const finding = check.on === 'blockage' ? check.explain(blockage, subject) : undefined;
    if (finding !== undefined) {
      const { layer, rung } = blockage;
      return { ...finding, id: check.id, layer, rung: finding.rung ?? rung, blockage };
    }
  }
  return undefined;
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
