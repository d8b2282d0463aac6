import { isPermissionSet } from '../../model/aws-names.ts';
import type { Who } from '../../model/gap.ts';
import type { Principal } from '../../model/principal.ts';
import type { DecidingCondition } from './deciding-condition.ts';

/** Who tags a caller, and in what words. */
interface Tagging {
  readonly who: Who;
  readonly words: (value: string, key: string) => string;
}

/**
 * A role of IAM Identity Center cannot be tagged: its sessions have the attributes of the user who signs in.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/attributesforaccesscontrol.html
 */
export function callerTagging(
  principal: Principal | null,
  tagged: string,
  condition: Pick<DecidingCondition, 'finding'>,
): Tagging {
  if (!isPermissionSet(principal?.arn ?? null)) return { who: 'account-admin', words: taggingWords(tagged, condition) };
  return {
    who: 'identity-center-admin',
    words: (value, key) =>
      `give the user in IAM Identity Center the attribute for access control ${tagOf(key)} with the value ${value}`,
  };
}

/** A tag has one value: where there is another one, others may rely on it, so that the change is said. */
export function taggingWords(tagged: string, { finding }: Pick<DecidingCondition, 'finding'>): Tagging['words'] {
  const [old] = finding.request.status === 'known' ? finding.request.values : [];
  return (value, key) =>
    old === undefined
      ? `tag ${tagged} with ${tagOf(key)}=${value}`
      : `change the tag ${tagOf(key)} of ${tagged} from ${old} to ${value}, if nothing else relies on ${old}`;
}

/** `aws:RequestTag/team` → team */
export function tagOf(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}
