import { parseArn } from '../model/arn.ts';

interface Around {
  readonly action: string | null;
  /** The caller's account: IAM answers for its own account only, so a bare name is a name there. */
  readonly account: string | null;
  readonly partition: string;
}

/**
 * The resource as an ARN or `*`. Texts also say `role X`, `user X` (IAM), or nothing at all; an option
 * fills in where the text has nothing usable. Null where neither tells.
 */
export function resourceOf(stated: string | null, option: string | null, around: Around): string | null {
  const fromText = stated === null ? null : usable(stated, around);
  return fromText ?? (option === null ? null : usable(option, around));
}

function usable(text: string, around: Around): string | null {
  if (text === '*') return text;
  if (isWholeArn(text)) return text;
  const named = /^(role|user|group|policy|instance profile) ([\w+=,.@/-]{1,128})$/.exec(text);
  if (named === null || around.account === null || !around.action?.toLowerCase().startsWith('iam:')) return null;
  const type = named[1] === 'instance profile' ? 'instance-profile' : named[1];
  return `arn:${around.partition}:iam::${around.account}:${type}/${named[2]}`;
}

/** Masked, cut or garbled ARNs are none: nothing may be claimed about them. */
function isWholeArn(text: string): boolean {
  const arn = parseArn(text);
  if (arn === undefined || arn.resource === '') return false;
  const account = arn.account === '' || /^(\d{12}|aws)$/.test(arn.account);
  return account && /^aws[a-z-]*$/.test(arn.partition) && !/\*\*\*|<|>|\{|\}|…/.test(text);
}
