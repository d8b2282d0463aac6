import type { DenialCase } from '../../model/denial-case.ts';
import type { QuoteEvidence } from '../../model/evidence.ts';
import type { Layer, PerLayer } from '../../model/layer.ts';
import { findQuote } from './find-quote.ts';
import { namedReason } from './stated-reason.ts';

/** AWS's words for each layer. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const WORDS = {
  identity: ['identity-based policy'],
  boundary: ['permissions boundary'],
  session: ['session policy', 'sessions policy'],
  scp: ['service control policy'],
  rcp: ['resource control policy'],
  trust: ['role trust policy', 'resource-based policy'],
  resource: ['resource-based policy', 'key policy'],
  endpoint: ['VPC endpoint policy'],
} as const satisfies PerLayer<readonly string[]>;

/** How KMS leaves open what the reason is. https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html */
const COMPOUND =
  'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access';

/** The clause in which AWS names the layer, as a quote; undefined if it names another layer or none. */
export function quoteClause(denialCase: DenialCase, layer: Layer): QuoteEvidence | undefined {
  const reason = namedReason(denialCase);
  if (reason === undefined || reason.layer !== layer || denialCase.denial === null) return undefined;
  const action = denialCase.denial.action ?? '';
  const explicit = WORDS[layer].flatMap((word) => [
    `with an explicit deny in a ${word}`,
    `with an explicit deny in an ${word}`,
    `explicit deny in the ${word}`,
  ]);
  const implicit = WORDS[layer].flatMap((word) => [
    `because no ${word} allows the ${action} action`,
    `because no ${word} allows`,
  ]);
  const phrases = reason.effect === 'implicit' ? [...implicit, ...explicit] : [...explicit, ...implicit];
  const compound = reason.effect === null ? [COMPOUND] : [];
  const found = findQuote(denialCase, [...compound, ...phrases, ...WORDS[layer]]);
  if (found !== undefined) return found;
  const text = (reason.effect === 'implicit' ? implicit : explicit)[0] ?? WORDS[layer][0];
  return { kind: 'quote', text, lines: denialCase.denial.lines };
}
