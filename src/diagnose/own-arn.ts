import type { Read } from '../model/read.ts';

/** The word for the current identity, where a request wants its principal. */
export const ME = 'me';

/** The ARN of the current identity, or why it cannot be told. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export async function ownArn(read: Read): Promise<{ readonly arn: string } | { readonly problem: string }> {
  const answer = await read({ call: 'sts:GetCallerIdentity', account: null, input: {} });
  if (answer.status === 'refused')
    return {
      problem: `me is the current identity, which could not be read (${answer.code}: ${answer.message}): pass its ARN instead`,
    };
  const { output } = answer;
  const arn = typeof output === 'object' && output !== null && 'Arn' in output ? output.Arn : undefined;
  if (typeof arn !== 'string')
    return { problem: 'me is the current identity, but AWS did not say its ARN: pass that instead' };
  return { arn };
}
