import type { Blocker } from '../../model/blocker.ts';
import type { EvaluatedCase } from '../../model/denial-case.ts';
import type { LayerVerdict, StatementFinding } from '../../model/verdict.ts';
import { type NamedReason, namedReason } from '../aws-words/stated-reason.ts';
import { layerVerdict, missingAllows } from './verdict-layers.ts';

/**
 * What AWS's reason adds to the blockers that were found. AWS's word is the strongest evidence: the layer that it names blocks, however
 * little of it could be read. If only one statement or level can be the one that AWS means, it is that one.
 */
export function namedBlockers(denialCase: EvaluatedCase, found: readonly Blocker[]): readonly Blocker[] {
  const reason = namedReason(denialCase);
  if (reason === undefined || found.some((blocker) => explains(blocker, reason))) return [];
  const layer = denialCase.verdict === null ? undefined : layerVerdict(denialCase.verdict, reason.layer);
  const only: Blocker = { kind: 'named-by-aws', layer: reason.layer, level: null, statement: null, certainty: 'aws' };
  if (layer === undefined) return [only];
  const meant = reason.effect === 'explicit' ? meantDeny(layer, reason) : meantAllow(layer, reason);
  return meant.length > 0 ? meant : [only];
}

/** "Explicit deny" of an SCP may be a missing Allow: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
function explains(blocker: Blocker, { layer, effect, policyArn }: NamedReason): boolean {
  if (blocker.layer !== layer) return false;
  if (effect !== 'explicit') return true;
  if (blocker.kind !== 'explicit-deny') return layer === 'scp' && policyArn === null;
  return policyArn === null || blocker.statement?.policy.arn === policyArn;
}

/** The only Deny that may match, provided that no policy of the layer is unread. */
function meantDeny(layer: LayerVerdict, reason: NamedReason): readonly Blocker[] {
  const candidates = layer.statements.filter(
    (statement) =>
      statement.effect === 'Deny' &&
      statement.match === 'unknown' &&
      (reason.policyArn === null || statement.policy.arn === reason.policyArn),
  );
  const [statement] = candidates;
  if (statement === undefined || candidates.length > 1) return [];
  if (reason.policyArn === null && hidesPolicies(layer)) return [];
  return [{ kind: 'explicit-deny', layer: reason.layer, level: statement.level, statement, certainty: 'aws' }];
}

function meantAllow(layer: LayerVerdict, reason: NamedReason): readonly Blocker[] {
  if (layer.allow === 'no' && layer.status !== 'absent') return missingAllows(reason.layer, layer, 'aws');
  if (layer.allow !== 'unknown' || hidesPolicies(layer)) return [];
  const levels = layer.levels.flatMap(({ allow }, level) => (allow === 'unknown' ? [level] : []));
  const level = reason.layer === 'scp' && levels.length === 1 ? (levels[0] ?? null) : null;
  return layer.statements.some(isOpenAllow)
    ? [{ kind: 'missing-allow', layer: reason.layer, level, statement: null, certainty: 'aws' }]
    : [];
}

/** True for an Allow of which it is not known whether it matches. */
export function isOpenAllow({ effect, match }: StatementFinding): boolean {
  return effect === 'Allow' && match === 'unknown';
}

/** True if policies of the layer, or lists of them, could not be read. A condition key that could not be read hides no policy. */
export function hidesPolicies({ levels }: LayerVerdict): boolean {
  return levels.some(({ level: { gaps, policies } }) =>
    [...gaps, ...policies.flatMap(({ document }) => (document.status === 'unreadable' ? [document.gap] : []))].some(
      ({ kind }) => kind === 'refused',
    ),
  );
}
