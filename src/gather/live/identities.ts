import { isAccountId } from '../../model/arn.ts';
import { textOf } from '../ask/fields.ts';
import type { KnownCall } from '../calls/find-call.ts';
import type { AskAws } from './ask-aws.ts';
import { loadProfiles, roleProfiles } from './profiles.ts';
import type { Reply } from './refusal.ts';
import type { Signer } from './signers.ts';

/** The identity of a set of credentials. */
interface Identity {
  /** AWS's answer, to which the kind of the key, where the credentials were found, and the profiles of the config are added. */
  readonly reply: Promise<Reply>;
  /** The account, by that answer. Null if there was none. */
  readonly account: Promise<string | null>;
  /** The account if it is known by now, else null. */
  readonly known: () => string | null;
}

/** The identity of a set of credentials in a partition. */
export type Identities = (signer: Signer, partition: string) => Identity;

/** Asks AWS once for the identity of each set of credentials in each partition, and keeps the answers. */
export function createIdentities(ask: AskAws): Identities {
  const identities = new Map<Signer, Map<string, Identity>>();
  return (signer, partition) => {
    const own = identities.get(signer) ?? new Map<string, Identity>();
    identities.set(signer, own);
    const identity = own.get(partition) ?? identify(ask, signer, partition);
    own.set(partition, identity);
    return identity;
  };
}

function identify(ask: AskAws, signer: Signer, partition: string): Identity {
  let known: string | null = null;
  const reply = askWho(ask, signer, partition);
  const account = reply.then((answer) => {
    const stated = answer.status === 'answered' ? textOf(answer.output['Account']) : undefined;
    known = stated !== undefined && isAccountId(stated) ? stated : null;
    return known;
  });
  return { reply, account, known: () => known };
}

async function askWho(ask: AskAws, signer: Signer, partition: string): Promise<Reply> {
  const call: KnownCall = { call: 'sts:GetCallerIdentity', account: null, input: {}, partition };
  const reply = await ask(call, signer);
  if (reply.status === 'refused') return reply;
  const found = await signer.credentials(partition);
  if (found.status === 'refused') return reply;
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  const KeyType = found.identity.accessKeyId.slice(0, 4);
  return {
    ...reply,
    output: { ...reply.output, KeyType, Source: found.source, Profiles: roleProfiles(await loadProfiles()) },
  };
}
