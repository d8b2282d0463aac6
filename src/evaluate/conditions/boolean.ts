import { type Gap, unsupported } from '../../model/gap.ts';
import { hasVariables } from '../variables/template.ts';
import { type CompileValue, certain } from './outcome.ts';

/** The text as a truth value, in any case; undefined for any other text. */
export function readBoolean(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : undefined;
}

/**
 * "Comparing a key to "true" or "false"". What any other text is, AWS does not say; certainly not true. Whether variables work here,
 * its pages contradict each other.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean
 */
export const bool: CompileValue = (text, variables) => {
  if (variables !== 'no' && hasVariables(text)) {
    const doubt = {
      mayMatch: true,
      gap: unsupported(`the policy variable in ${text}, which stands for true or false`),
    };
    return () => doubt;
  }
  const wanted = readBoolean(text);
  return (requested) => {
    const found = readBoolean(requested);
    if (wanted !== undefined && found !== undefined) return certain(wanted === found);
    return { mayMatch: wanted !== true && found !== true, gap: notBoolean(wanted === undefined ? text : requested) };
  };
};

function notBoolean(text: string): Gap {
  return unsupported(`how AWS reads "${text}" as true or false`);
}
