import type { Layer } from '../../model/layer.ts';
import type { LayerFact } from '../../model/policy.ts';
import type { Tri } from '../../model/tri.ts';
import type { LevelVerdict, StatementFinding } from '../../model/verdict.ts';
import { type Grants, NO_GRANTS, UNKNOWN_GRANTS } from '../statements/grants.ts';

/** What the policies of one layer say by themselves, before the layers are combined. */
export interface LayerMatch {
  readonly layer: Layer;
  readonly status: 'known' | 'absent' | 'unreadable';
  readonly allow: Tri;
  readonly deny: Tri;
  readonly levels: readonly LevelVerdict[];
  readonly statements: readonly StatementFinding[];
  /** By the way in which the caller is named; of interest for the resource's own policy only. */
  readonly grants: Grants;
  /** What the answers come from: what could not be read of it stands there. */
  readonly fact: LayerFact;
  /** Does the layer take part in the request at all? Unknown: something about the request or the caller is not known. */
  readonly applies: Tri;
}

/** A layer that does not limit the request: nothing there, or a rule excludes it. */
export function absentLayer(layer: Layer, fact: LayerFact): LayerMatch {
  const status = 'absent';
  return {
    layer,
    status,
    allow: 'yes',
    deny: 'no',
    levels: [],
    statements: [],
    grants: NO_GRANTS,
    fact,
    applies: 'no',
  };
}

/** A layer of which nothing could be read. */
export function unreadableLayer(layer: Layer, fact: LayerFact): LayerMatch {
  const status = 'unreadable';
  const grants = UNKNOWN_GRANTS;
  return { layer, status, allow: 'unknown', deny: 'unknown', levels: [], statements: [], grants, fact, applies: 'yes' };
}

/**
 * The layer where another policy counts beside the one that stands here: only what that one denies for certain decides, and, where both must
 * allow (`both`), what it does not allow.
 */
export function halfSeen(match: LayerMatch, both: Tri): LayerMatch {
  const deny = match.deny === 'yes' ? 'yes' : 'unknown';
  const lacks = both === 'yes' && match.allow === 'no';
  const allow = lacks ? 'no' : 'unknown';
  return { ...match, status: 'known', allow, deny, grants: lacks ? NO_GRANTS : UNKNOWN_GRANTS, applies: 'yes' };
}

/** The layer where it is not known whether it takes part: what it says against the request is in doubt. */
export function doubted(match: LayerMatch): LayerMatch {
  const allow = match.allow === 'no' ? 'unknown' : match.allow;
  const deny = match.deny === 'yes' ? 'unknown' : match.deny;
  return { ...match, allow, deny, applies: 'unknown' };
}
