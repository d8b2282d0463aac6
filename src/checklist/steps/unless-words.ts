import { isRetireGrant } from '../../evaluate/operations.ts';
import { callerWords } from '../../evidence/words.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import type { LayerVerdict, Verdict } from '../../model/verdict.ts';

/**
 * The layer has no Allow, and it is not sure that it needs one: what would make it unnecessary, as the rest of that sentence.
 * `policy`: the resource's own policy, in words (`the trust policy of admin`).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function unlessWords(layer: Layer, verdict: Verdict, denialCase: DenialCase, policy: string): string {
  const has = layer === 'identity' || layer === 'scp' || layer === 'rcp' ? 'one has to' : 'it has to';
  const unless = (what: string) => `, and ${has} unless ${what}`;
  if (isRetireGrant(denialCase.request?.action.toLowerCase() ?? '')) return unless('the grant names the caller');
  const isOwn = layer === 'resource' || layer === 'trust';
  const { resource } = verdict.layers;
  if (crossesPerhaps(denialCase) && (isOwn || grantsForCertain(resource)))
    return unless('caller and resource are in the same account');
  if (isOwn) return '; whether it has to hangs on which resource it is';
  if (!grantsForCertain(resource)) return unless(`${policy} allows ${grantee(layer, denialCase)} itself`);
  return layer === 'boundary'
    ? '; AWS’s pages disagree on whether it has to'
    : '; AWS’s documentation does not tell whether it has to';
}

function crossesPerhaps({ facts, request }: DenialCase): boolean {
  return facts.principal?.account == null || request?.resourceAccount == null;
}

/** What the resource's policy grants is known, and it grants. */
function grantsForCertain({ allow, statements }: LayerVerdict): boolean {
  return allow === 'yes' && !statements.some(({ effect, match }) => effect === 'Allow' && match === 'unknown');
}

/** Whom the resource's policy has to name: to do without an identity policy the role will do, without what limits a session it will not. */
function grantee(layer: Layer, { facts: { principal } }: DenialCase): string {
  const isSession = principal?.type === 'session' || principal?.type === 'role';
  return isSession && layer !== 'identity' ? 'the session' : callerWords(principal);
}
