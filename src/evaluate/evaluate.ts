import type { Evaluation, EvaluationPolicies, EvaluationRequest, LayerEvaluation } from '../model/evaluation.ts';
import { combine } from './combine/combine.ts';
import { compileRequest } from './compiled-request.ts';
import type { LayerMatch } from './layers/layer-match.ts';
import { matchLayers } from './layers/layer-rules.ts';
import { accessRequest } from './library/access-request.ts';
import { requestPolicies } from './library/request-policies.ts';
import { statementResults } from './library/statement-results.ts';

/**
 * Decides one request against the given policies, as IAM does. Pure, strict and synchronous: nothing is derived or assumed, so that
 * what is not given is missing, and what is unreadable stays unknown. Documents count as immutable and are compiled once per object.
 * Never throws for a document, whatever it holds; an InputError says that the principal is none, or that there is no context.
 */
export function evaluate(request: EvaluationRequest, policies: EvaluationPolicies): Evaluation {
  const facts = requestPolicies(policies);
  const compiled = compileRequest(accessRequest(request), facts);
  const layers = matchLayers(compiled, facts);
  const { allowed, blockers } = combine(compiled, layers);
  const { identity, boundary, session, scp, rcp, endpoint, resource } = layers;
  return {
    allowed,
    layers: {
      identity: layerEvaluation(identity),
      boundary: layerEvaluation(boundary),
      session: layerEvaluation(session),
      scp: layerEvaluation(scp),
      rcp: layerEvaluation(rcp),
      [resource.layer]: layerEvaluation(resource),
      endpoint: layerEvaluation(endpoint),
    },
    blockers,
  };
}

function layerEvaluation({ layer, allow, deny, statements }: LayerMatch): LayerEvaluation {
  const hasLevels = layer === 'scp' || layer === 'rcp';
  return { allow, deny, statements: statementResults(statements, hasLevels) };
}
