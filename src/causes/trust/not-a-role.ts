import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { assumedInstead } from '../../model/no-role.ts';
import { shortName } from '../../model/short-name.ts';
import { caseCause } from '../cause.ts';

/** "The Amazon Resource Name (ARN) of the role to assume": https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const notARole = caseCause({
  id: 'trust.not-a-role',
  layer: null,
  find(denialCase) {
    const { request, denial } = denialCase;
    const resource = request?.resource ?? denial?.resource ?? null;
    const kind = assumedInstead(request?.action ?? denial?.action ?? null, resource);
    if (kind === undefined || resource === null) return undefined;
    return {
      summary: `${shortName(resource)} is ${kind} and no role: only roles can be assumed`,
      evidence: [findQuote(denialCase, [resource]) ?? { kind: 'answer', call: 'ARN of the resource', text: resource }],
      certainty: 'evaluated',
      beyondPolicies: true,
      remedies: [advise('pass the ARN of a role to assume')],
    };
  },
});
