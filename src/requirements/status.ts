import { layerVerdict } from '../evidence/blockers/verdict-layers.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Fact } from '../model/fact.ts';
import type { Layer } from '../model/layer.ts';
import type { Requirement } from '../model/requirement.ts';
import type { Verdict } from '../model/verdict.ts';

type Status = Requirement['status'];

/** Whether what was read meets the requirement; `open` where that part was not read, or did not decide it. */
export function statusOf(requirement: Requirement, denialCase: DenialCase): Status {
  const { id, step, need } = requirement;
  const { facts, verdict } = denialCase;
  if (id === 'role' || id === 'assignment') return facts.role === null ? 'open' : existence(facts.role.entity);
  if (id === 'pass-role.account') return accountStatus(requirement, denialCase);
  if (id === 'request.role-arn') return 'unmet';
  const isOfRequest = id === step;
  if (!isOfRequest || verdict === null || step === 'caller' || step === 'role') return 'open';
  return ofLayer(step, need, verdict);
}

function existence(fact: Fact<unknown>): Status {
  if (fact.status === 'known') return 'met';
  return fact.status === 'absent' ? 'unmet' : 'open';
}

/** A layer without an Allow lacks nothing where another policy gives the Allow. */
function ofLayer(layer: Layer, need: Requirement['need'], verdict: Verdict): Status {
  const { allow, deny } = layerVerdict(verdict, layer);
  const part = layer === 'trust' || layer === 'resource' ? verdict.resourceLayer : layer;
  if (part !== layer && (layer === 'trust' || layer === 'resource')) return 'open';
  if (deny === 'yes') return 'unmet';
  if (deny === 'unknown') return 'open';
  if (need === 'no-deny' || allow === 'yes') return 'met';
  if (allow === 'unknown') return 'open';
  if (verdict.blockers.includes(part)) return 'unmet';
  return verdict.suspects.includes(part) ? 'open' : 'met';
}

function accountStatus({ target }: Requirement, { facts }: DenialCase): Status {
  const caller = facts.principal?.account ?? null;
  if (caller === null || target.account === null) return 'open';
  return caller === target.account ? 'met' : 'unmet';
}
