import type { Fact } from '../../model/fact.ts';
import type { CurrentIdentity } from '../../model/facts.ts';
import type { Ask } from '../ask/ask.ts';
import { type Fields, textOf } from '../ask/fields.ts';

/**
 * Reads the identity of the current credentials. `KeyType` and `Source` are not AWS's: our live reader and recordings add them to the
 * answer.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export function readCurrentIdentity(ask: Ask, partition: string): Promise<Fact<CurrentIdentity>> {
  return ask(
    { account: null, partition, who: 'you' },
    {
      call: 'sts:GetCallerIdentity',
      input: {},
      what: 'who the current credentials are',
      read: (output: Fields) => {
        const arn = textOf(output['Arn']);
        const account = textOf(output['Account']);
        const userId = textOf(output['UserId']);
        if (arn === undefined || account === undefined || userId === undefined) return undefined;
        const keyType = output['KeyType'] === 'AKIA' || output['KeyType'] === 'ASIA' ? output['KeyType'] : null;
        return { arn, account, userId, keyType, source: textOf(output['Source']) ?? null };
      },
    },
  );
}
