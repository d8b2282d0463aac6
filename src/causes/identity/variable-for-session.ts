import { quoted } from '../../evidence/allow-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence } from '../../evidence/near-miss/near-miss.ts';
import { callerWords, placeOfStatement } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import type { RequestContext } from '../../model/request.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { blockerCause } from '../cause.ts';

export const variableForSession = blockerCause({
  kind: 'missing-allow',
  id: 'identity.variable-for-session',
  explain(blocker, denialCase) {
    if (denialCase.request === null) return undefined;
    const miss = nearestMiss(blocker, denialCase);
    if (miss === undefined || readPolicy(miss.document).variables === 'no') return undefined;
    const variable = missingVariable(miss.policySays, denialCase.request.context);
    if (variable === undefined) return undefined;
    return {
      summary: `${placeOfStatement(denialCase, miss.statement)} covers ${miss.policySays}, and \${${variable}} has no value for ${callerWords(denialCase.facts.principal)}`,
      evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});

/** The first variable without default whose key the request lacks. */
function missingVariable(text: string, context: RequestContext): string | undefined {
  for (const [, name = ''] of text.matchAll(/\$\{([^{},]{1,256})\}/g)) {
    if (name.includes(':') && context.get(name.trim()).status === 'missing') return name.trim();
  }
  return undefined;
}
