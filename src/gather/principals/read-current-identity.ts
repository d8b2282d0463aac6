import type { Fact } from '../../model/fact.ts';
import type { CurrentIdentity, RoleProfile } from '../../model/facts.ts';
import type { Ask } from '../ask/ask.ts';
import { type Fields, fieldsOf, textOf } from '../ask/fields.ts';

/**
 * Reads the identity of the current credentials. `KeyType`, `Source` and `Profiles` are not AWS's: our live reader adds them to
 * the answer, and recordings have the first two.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export function readCurrentIdentity(ask: Ask, partition: string): Promise<Fact<CurrentIdentity>> {
  return ask(
    { account: null, partition, who: 'you' },
    {
      call: 'sts:GetCallerIdentity',
      input: {},
      what: 'the identity of the current credentials',
      read: (output: Fields) => {
        const arn = textOf(output['Arn']);
        const account = textOf(output['Account']);
        const userId = textOf(output['UserId']);
        if (arn === undefined || account === undefined || userId === undefined) return undefined;
        const keyType = output['KeyType'] === 'AKIA' || output['KeyType'] === 'ASIA' ? output['KeyType'] : null;
        const source = textOf(output['Source']) ?? null;
        return { arn, account, userId, keyType, source, profiles: profilesIn(output['Profiles']) };
      },
    },
  );
}

function profilesIn(listed: unknown): readonly RoleProfile[] {
  return (Array.isArray(listed) ? listed : []).flatMap((one) => {
    const fields = fieldsOf(one) ?? {};
    const profile = textOf(fields['profile']);
    const account = textOf(fields['account']);
    const name = textOf(fields['name']);
    if (profile === undefined || account === undefined || name === undefined) return [];
    return [{ profile, account, name, isPermissionSet: fields['isPermissionSet'] === true }];
  });
}
