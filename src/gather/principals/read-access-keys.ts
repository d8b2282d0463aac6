import type { Fact } from '../../model/fact.ts';
import type { AccessKey, CurrentIdentity } from '../../model/facts.ts';
import { notGiven } from '../../model/gap.ts';
import type { Principal } from '../../model/principal.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { absentByRule } from '../ask/by-rule.ts';
import { fieldsOf, listOf, readAll, textOf, timeOf } from '../ask/fields.ts';

/**
 * Reads the long-term access keys of the caller, if the caller is an IAM user and the current credentials are that user's. The keys of
 * anybody else show nothing about this request, and are not read.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html
 */
export async function readAccessKeys(
  ask: Ask,
  site: Site,
  principal: Principal | null,
  current: Fact<CurrentIdentity>,
): Promise<Fact<readonly AccessKey[]>> {
  if (principal?.type !== 'user') return absentByRule('only IAM users have long-term access keys');
  const what = `the access keys of the user ${principal.name}`;
  const isAtHand = current.status === 'known' && current.value.arn === principal.arn;
  if (!isAtHand) return { status: 'unreadable', gap: notGiven({ what, toPass: null }) };
  return ask(site, {
    call: 'iam:ListAccessKeys',
    input: { UserName: principal.name },
    what,
    read: (output) => readAll(listOf(output['AccessKeyMetadata']), keyIn),
  });
}

/** Shortens the key's id to its kind and its end, which is enough to recognize the key. */
function keyIn(value: unknown): AccessKey | undefined {
  const fields = fieldsOf(value);
  const id = textOf(fields?.['AccessKeyId']);
  const status = textOf(fields?.['Status']);
  if (id === undefined || status === undefined) return undefined;
  return {
    id: `${id.slice(0, 4)}…${id.slice(-4)}`,
    active: status === 'Active',
    created: timeOf(fields?.['CreateDate']),
  };
}
