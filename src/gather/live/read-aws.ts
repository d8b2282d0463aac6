import { isAccountId } from '../../model/arn.ts';
import type { Read, ReadAnswer } from '../../model/read.ts';
import { isWithoutCredentials, REFUSALS } from '../../model/refusals.ts';
import { shellQuote } from '../../model/shell-quote.ts';
import { fieldsOf, textOf } from '../ask/fields.ts';
import type { AwsOptions } from '../aws-options.ts';
import { isKnownCall, type KnownCall } from '../calls/find-call.ts';
import { CALLS } from '../calls/table.ts';
import { memoize } from '../readers/memoize.ts';
import { readNothing } from '../readers/read-nothing.ts';
import { askAws } from './ask-aws.ts';
import { profileChooser } from './choose-profile.ts';
import { createHandlers } from './clients/open-handlers.ts';
import { endWithUs } from './credential-process.ts';
import { createDeadline } from './deadline.ts';
import { createIdentities } from './identities.ts';
import { refuse } from './refusal.ts';
import { createSigners, type Signer } from './signers.ts';

const SECONDS = 20;

type Refused = Extract<ReadAnswer, { status: 'refused' }>;

/**
 * Reads from AWS. Each call is made with the credentials for the account it is about. Calls do not wait until it is known whose the
 * credentials are: that is asked at the same time, and an answer counts once the account is proven.
 */
export function readAws(options: AwsOptions): Read {
  const deadline = createDeadline(options.timeout ?? SECONDS, options.signal);
  const openHandlers = createHandlers();
  const ask = askAws(deadline, openHandlers, options.signal);
  endWithUs(options.signal);
  const identityOf = createIdentities(ask);
  const signerOf = createSigners(options, deadline, openHandlers);
  const profileFor = profileChooser(options);
  const byDefault = signerOf(options.profile ?? null);

  const ownSigner = (account: string | null): Signer | undefined => {
    const profiles = options.accountProfiles ?? {};
    const profile = account !== null && Object.hasOwn(profiles, account) ? profiles[account] : undefined;
    return profile === undefined ? undefined : signerOf(profile);
  };

  /** Makes a call whose answer counts whichever account gives it. */
  const readAnywhere = async (call: KnownCall, signer: Signer): Promise<ReadAnswer> => {
    const identity = identityOf(signer, call.partition ?? 'aws');
    const reply = call.call === 'sts:GetCallerIdentity' ? identity.reply : ask(call, signer);
    const [answer, account] = await Promise.all([reply, identity.account]);
    return { ...answer, account };
  };

  /** Makes a call whose answer counts only if it comes from this account. */
  const readIn = async (account: string, call: KnownCall, signer: Signer): Promise<ReadAnswer> => {
    const identity = identityOf(signer, call.partition ?? 'aws');
    const known = identity.known();
    if (known !== null && known !== account) return ofOtherAccount(known, signer);
    const reply = ask(call, signer);
    const owner = await identity.account;
    return owner === null || owner === account ? { ...(await reply), account: owner } : ofOtherAccount(owner, signer);
  };

  /**
   * Makes a call about an account. If the default credentials are of another account, a profile of the AWS config is used for it, or at
   * least named.
   */
  const readAccount = async (account: string, call: KnownCall): Promise<ReadAnswer> => {
    const own = ownSigner(account);
    const answer = await readIn(account, call, own ?? byDefault);
    if (own !== undefined || !wantsCredentials(answer)) return answer;
    const { use, name, note } = await profileFor.of(account);
    if (use !== null) return readIn(account, call, signerOf(use));
    return name === null ? answer : offered(answer, `--account-profile ${account}=${shellQuote(name)}`, note);
  };

  /** The organization of an account, which every member may read. Memoized: the calls below need it too. */
  const describeOrganization = memoize((call: KnownCall) => {
    const { account } = call;
    return account === null ? readAnywhere(call, byDefault) : readAccount(account, call);
  });

  const managementOf = async (partition: string): Promise<string | undefined> => {
    const account = await identityOf(byDefault, partition).account;
    const answer = await describeOrganization({ call: DESCRIBE, account, input: {}, partition });
    const organization = answer.status === 'answered' ? fieldsOf(fieldsOf(answer.output)?.['Organization']) : undefined;
    return textOf(organization?.['MasterAccountId'] ?? organization?.['ManagementAccountId']);
  };

  /** Makes a call that only the management account or a delegated administrator may make, whichever account it is about. */
  const readOrganization = memoize(async (call: KnownCall) => {
    const { organizationProfile } = options;
    const signer = organizationProfile === undefined ? byDefault : signerOf(organizationProfile);
    const answer: ReadAnswer = { ...(await ask(call, signer)), account: null };
    if (organizationProfile !== undefined || !(isDenied(answer) || wantsCredentials(answer))) return answer;
    const marked = await profileFor.ofOrganization();
    if (marked !== null) return { ...(await ask(call, signerOf(marked))), account: null };
    const management = await managementOf(call.partition ?? 'aws');
    if (management === undefined || !isAccountId(management)) return answer;
    const { use, name, note } = await profileFor.of(management);
    if (use !== null) return { ...(await ask(call, signerOf(use))), account: null };
    return name === null ? answer : offered(answer, `--org-profile ${shellQuote(name)}`, note);
  });

  return async (call) => {
    if (!isKnownCall(call)) return readNothing(call);
    if (call.call === DESCRIBE) return describeOrganization(call);
    const { answeredBy } = CALLS[call.call];
    if (answeredBy === 'organization') return readOrganization({ ...call, account: null });
    if (answeredBy === 'account' && call.account !== null) return readAccount(call.account, call);
    return readAnywhere(call, ownSigner(call.account) ?? byDefault);
  };
}

const DESCRIBE = 'organizations:DescribeOrganization';

function ofOtherAccount(account: string, { profile }: Signer): Refused {
  const whose = profile === null ? 'the current credentials are' : `the profile ${profile} is`;
  return { ...refuse(REFUSALS.otherAccount, `${whose} of ${account}`), account };
}

/** The refusal with the option that names a profile, and why that was not used without it. */
function offered(answer: Refused, option: string, note: string | null): Refused {
  return { ...answer, option, ...(note === null ? {} : { note }) };
}

function wantsCredentials(answer: ReadAnswer): answer is Refused {
  if (answer.status !== 'refused' || answer.option !== undefined) return false;
  return answer.code === REFUSALS.otherAccount || isWithoutCredentials(answer.code);
}

function isDenied(answer: ReadAnswer): answer is Refused {
  return answer.status === 'refused' && /^AccessDenied(Exception)?$/.test(answer.code);
}
