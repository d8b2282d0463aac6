import { decide } from '../../evaluate/decide.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase, EvaluatedCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import type { RequestPolicies } from '../../model/policy.ts';
import type { AccessRequest } from '../../model/request.ts';
import type { Verdict } from '../../model/verdict.ts';
import { recordedDenies, statementRecorded } from '../aws-words/recorded-denies.ts';
import { namedReason } from '../aws-words/stated-reason.ts';
import { namedBlockers } from './named-blockers.ts';
import { needsAllow } from './needs-allow.ts';
import { roleIsMissing } from './role-is-missing.ts';
import { suspectBlockers } from './suspect-blockers.ts';
import { certaintyOf, layersOf, layerVerdict, missingAllows } from './verdict-layers.ts';

/** The case with what blocks its request. Blockers are worked out here only, once for each verdict: everything else reads `denialCase.blockers`. */
export function withBlockers(evaluated: EvaluatedCase): DenialCase {
  return { ...evaluated, blockers: findBlockers(evaluated) };
}

/** The case with this request and these policies, evaluated again, and what blocks then. All other facts stay as they are. */
export function decided(
  denialCase: EvaluatedCase,
  request: AccessRequest,
  policies: RequestPolicies,
): DenialCase & { readonly verdict: Verdict } {
  const verdict = decide(request, policies);
  return { ...withBlockers({ ...denialCase, request, facts: { ...denialCase.facts, policies }, verdict }), verdict };
}

/**
 * Everything that blocks the request: a blocker for each statement that is certain to deny, for a missing Allow in a layer (for SCPs: in a
 * level), and for a layer that AWS names but in which nothing was found. Also what may block, depending on what is not known.
 */
function findBlockers(denialCase: EvaluatedCase): readonly Blocker[] {
  if (denialCase.denial?.kind === 'credentials') return [];
  const { verdict } = denialCase;
  const evaluated =
    verdict === null ? [] : layersOf(verdict).flatMap((layer) => blockersIn(layer, verdict, denialCase));
  const certain = withRecorded(evaluated, denialCase);
  const missing =
    roleIsMissing(denialCase) && !certain.some(({ layer }) => layer === 'trust') ? [silentTrust(denialCase)] : [];
  const found = [...certain, ...missing];
  const named = namedBlockers(denialCase, found);
  const all = [...found, ...named];
  return [...all, ...suspectBlockers(denialCase, all)];
}

/** The statements by which AWS's record says that it was denied: those that were found deny for certain, whatever of them is not known here. */
function withRecorded(found: readonly Blocker[], denialCase: EvaluatedCase): readonly Blocker[] {
  const recorded = new Set(recordedDenies(denialCase).flatMap((deny) => statementRecorded(deny, denialCase) ?? []));
  if (recorded.size === 0) return found;
  const known = new Set(found.map(({ statement }) => statement));
  return [
    ...found.map(
      (blocker): Blocker =>
        blocker.kind === 'explicit-deny' && recorded.has(blocker.statement)
          ? { ...blocker, certainty: 'aws' }
          : blocker,
    ),
    ...[...recorded]
      .filter((statement) => !known.has(statement))
      .map(
        (statement): Blocker => ({
          kind: 'explicit-deny',
          layer: statement.layer,
          level: statement.level,
          statement,
          certainty: 'aws',
        }),
      ),
  ];
}

function blockersIn(layer: Layer, verdict: Verdict, denialCase: EvaluatedCase): readonly Blocker[] {
  if (!verdict.blockers.includes(layer)) return [];
  const found = layerVerdict(verdict, layer);
  const certainty = certaintyOf(denialCase, layer);
  const denies = found.statements
    .filter(({ effect, match }) => effect === 'Deny' && match === 'yes')
    .map((statement): Blocker => ({ kind: 'explicit-deny', layer, level: statement.level, statement, certainty }));
  const lacks = needsAllow(layer, denialCase, verdict);
  if (lacks === 'no') return denies;
  const isCertain = lacks === 'yes' || (certainty === 'aws' && namedReason(denialCase)?.effect === 'implicit');
  return [...denies, ...missingAllows(layer, found, isCertain ? certainty : 'likely')];
}

function silentTrust(denialCase: EvaluatedCase): Blocker {
  return {
    kind: 'missing-allow',
    layer: 'trust',
    level: null,
    statement: null,
    certainty: certaintyOf(denialCase, 'trust'),
  };
}
