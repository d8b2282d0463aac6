import type { Read, ReadAnswer, ReadCall } from '../../model/read.ts';
import type { AwsOptions } from '../aws-options.ts';
import { type CallEntry, callEntry } from '../calls.ts';
import { REFUSALS } from '../codes.ts';
import { memoize } from '../memoize.ts';
import { readNothing } from '../read-nothing.ts';
import { askAws } from './ask-aws.ts';
import { createDeadline } from './deadline.ts';
import { createIdentities } from './identities.ts';
import { type FoundProfile, loadProfiles, profilesOf } from './profiles.ts';
import { refuse } from './refusal.ts';
import { shellQuote } from './shell-quote.ts';
import { createSigners, type Signer } from './signers.ts';

const SECONDS = 20;

/**
 * AWS itself as the read seam. Each read is signed by the credentials of the account it is about. No read waits to know whose the
 * credentials are: that is asked alongside, and the answer counts once it is proven.
 */
export function readAws(options: AwsOptions): Read {
  const deadline = createDeadline(options.timeout ?? SECONDS, options.signal);
  const ask = askAws(deadline);
  const identityOf = createIdentities(ask);
  const signerOf = createSigners(options, deadline);
  const byDefault = signerOf(options.profile ?? null);
  const found = new Map<string, Promise<readonly FoundProfile[]>>();

  const named = (account: string | null): Signer | undefined => {
    const profiles = options.accountProfiles ?? {};
    const profile = account !== null && Object.hasOwn(profiles, account) ? profiles[account] : undefined;
    return profile === undefined ? undefined : signerOf(profile);
  };

  const profilesFor = (account: string): Promise<readonly FoundProfile[]> => {
    const own = found.get(account) ?? loadProfiles().then((profiles) => profilesOf(account, profiles));
    found.set(account, own);
    return own;
  };

  /** An answer that counts whoever gives it. */
  const readAnywhere = async (call: ReadCall, entry: CallEntry, signer: Signer): Promise<ReadAnswer> => {
    const identity = identityOf(signer, call.partition ?? 'aws');
    const reply = call.call === 'sts:GetCallerIdentity' ? identity.reply : ask(call, entry, signer);
    const [answer, account] = await Promise.all([reply, identity.account]);
    return { ...answer, account };
  };

  /** An answer that counts only if it comes from this account. */
  const readIn = async (account: string, call: ReadCall, entry: CallEntry, signer: Signer): Promise<ReadAnswer> => {
    const identity = identityOf(signer, call.partition ?? 'aws');
    const known = identity.known();
    if (known !== null && known !== account) return ofAnother(known, signer);
    const reply = ask(call, entry, signer);
    const owner = await identity.account;
    return owner === null || owner === account ? { ...(await reply), account: owner } : ofAnother(owner, signer);
  };

  /** Where the default credentials cannot answer, a profile of the AWS config may: it is used, or at least named. */
  const readAccount = async (account: string, call: ReadCall, entry: CallEntry): Promise<ReadAnswer> => {
    const own = named(account);
    const answer = await readIn(account, call, entry, own ?? byDefault);
    if (own !== undefined || !wantsCredentials(answer)) return answer;
    const profiles = await profilesFor(account);
    const [only] = profiles;
    const mayUse = options.findProfiles === true && options.ci !== true && profiles.length === 1;
    if (mayUse && only?.unattended === true) return readIn(account, call, entry, signerOf(only.name));
    return only === undefined ? answer : { ...answer, option: optionFor(account, profiles) };
  };

  /** The organization of these credentials, whichever account the read is for: two accounts of it need no two answers. */
  const readOrganization = memoize(async (call) => {
    const entry = callEntry(call.call);
    if (entry === undefined) return readNothing(call);
    const { organizationProfile } = options;
    const signer = organizationProfile === undefined ? byDefault : signerOf(organizationProfile);
    return { ...(await ask(call, entry, signer)), account: null };
  });

  return async (call) => {
    const entry = callEntry(call.call);
    if (entry === undefined) return readNothing(call);
    if (entry.answeredBy === 'account' && call.account !== null) return readAccount(call.account, call, entry);
    if (entry.answeredBy !== 'organization') return readAnywhere(call, entry, named(call.account) ?? byDefault);
    return readOrganization({ ...call, account: null });
  };
}

type Refused = Extract<ReadAnswer, { status: 'refused' }>;

function ofAnother(stranger: string, { profile }: Signer): Refused {
  const whose = profile === null ? 'the credentials at hand are' : `the profile ${profile} is`;
  return { ...refuse(REFUSALS.otherAccount, `${whose} of ${stranger}`), account: stranger };
}

function wantsCredentials(answer: ReadAnswer): answer is Refused {
  if (answer.status !== 'refused' || answer.option !== undefined) return false;
  return answer.code === REFUSALS.otherAccount || answer.code === REFUSALS.noCredentials;
}

/** The profile that is most likely to do it, in the words of the command line. */
function optionFor(account: string, profiles: readonly FoundProfile[]): string {
  const profile = profiles.find((one) => one.unattended) ?? profiles[0];
  return `--account-profile ${account}=${shellQuote(profile?.name ?? '')}`;
}
