import type { RequestContext } from '../../model/request.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { defineCheck } from '../cause.ts';
import { missEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { nearestMiss } from '../../evidence/near-miss/nearest-miss.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { callerWords, placeOfStatement } from '../../evidence/words.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-infotouse */
export const variableForSession = defineCheck({
  on: 'blockage',
  layer: 'identity',
  kind: 'missing-allow',
  id: 'identity.variable-for-session',
  doc: {
    what: 'A policy of the caller uses a policy variable that has no value in requests of this caller.',
    why: '${aws:username} has a value for IAM users only, tags only for principals that carry them. Without a value (and without a default in the variable) the text matches nothing.',
    fix: 'Use a variable that the caller has, ${aws:PrincipalTag/…} for one, give the variable a default, or name the resource.',
  },
  explain(blockage, subject) {
    if (subject.request === null) return undefined;
    const miss = nearestMiss(blockage, subject);
    if (miss === undefined || readPolicy(miss.document).variables === 'no') return undefined;
    const variable = missingVariable(miss.nearMiss.policySays, subject.request.context);
    if (variable === undefined) return undefined;
    return {
      summary: `${placeOfStatement(subject, miss.statement)} covers ${miss.nearMiss.policySays}, and \${${variable}} has no value for ${callerWords(subject.facts.principal)}`,
      evidence: [missEvidence(miss, subject), ...quoted(blockage, subject)],
      remedies: allowRemedies(blockage, subject),
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
