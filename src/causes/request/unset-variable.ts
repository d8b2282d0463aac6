import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { deniedAction } from '../../evidence/denied-action.ts';
import { advise } from '../../grants/advise.ts';
import { actsOnTrust } from '../../model/actions.ts';
import { parseArn } from '../../model/arn.ts';
import { caseCause } from '../cause.ts';

/** `${Name}`, `${AWS::Region}`, `{{name}}`, `$(name)`, `#{name}`: AWS gets these only where whatever fills them in did not. */
const VARIABLE = /\$\{[^{}]{1,80}\}|\{\{[^{}]{1,80}\}\}|\$\([^()]{1,80}\)|#\{[^{}]{1,80}\}/;
/** What programs print for a value that is not there, as a whole part of an ARN. */
const NOTHING = /(?<=[:/])(?:undefined|null|None|NaN)(?=[:/]|$)/;

/** The part of the ARN that is no value. */
function unsetPart(arn: string): string | undefined {
  return (VARIABLE.exec(arn) ?? NOTHING.exec(arn))?.[0];
}

/** A variable in the ARN of the call that was not replaced, or had no value: no policy can name what was called. */
export const unsetVariable = [
  caseCause({
    id: 'resource.variable-not-set',
    layer: null,
    find(denialCase) {
      const { denial } = denialCase;
      const resource = denial?.resource ?? null;
      if (resource === null || !resource.startsWith('arn:')) return 'the text has no ARN of a resource';
      const left = unsetPart(resource);
      if (left === undefined) return 'every part of the ARN is a value';
      const named = parseArn(resource)?.resource ?? '';
      if (actsOnTrust(deniedAction(denialCase)) && named.startsWith('role/') && !VARIABLE.test(named))
        return 'what the ARN of a role lacks is a cause of its own';
      const isVariable = VARIABLE.test(left);
      return {
        summary: `The ARN in the call has ${isVariable ? `the variable ${left}, which was not replaced` : `“${left}” in the place of a value that was not set`}: there is no such resource, and no policy for it`,
        evidence: [
          findQuote(denialCase, [resource]) ?? { kind: 'answer', call: 'ARN of the resource', text: resource },
        ],
        certainty: 'likely',
        beyondPolicies: true,
        remedies: [
          advise(
            `look where the ARN is put together (template, environment, configuration of the tool) and set the value there${left.includes('AWS::') ? ': CloudFormation replaces it only inside Fn::Sub, and no other tool does' : ''}`,
          ),
        ],
      };
    },
  }),
] as const;
