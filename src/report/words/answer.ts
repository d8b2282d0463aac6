import { servicePrefix } from '../../model/actions.ts';
import { isCutArn } from '../../model/arn.ts';
import type { Denial } from '../../model/denial.ts';
import type { Cause, Diagnosis } from '../../model/diagnosis.ts';
import { LAYER_WORDS, resourcePolicyNoun, upperFirst } from '../../model/layer-words.ts';
import type { Requirement } from '../../model/requirement.ts';
import { someOf } from '../../model/some-of.ts';
import { isActionPlaceholder } from '../../reference/placeholders.ts';
import { firstPointedAt } from '../../requirements/likely-layer.ts';
import { conclusionWords } from './conclusion.ts';
import { count } from './count.ts';
import { isCutMessage } from './cut-message.ts';
import { isUndecodable } from './gap.ts';
import { passKeys } from './open-keys.ts';
import { originWords } from './origin.ts';
import { ownersOf } from './owners.ts';
import { recordGap } from './questions.ts';
import { isStillDenied } from './related.ts';
import { requirementList } from './requirements/requirement.ts';
import { ownerWords } from './who.ts';

/** The two lines on top of a report: what blocks and where; who changes what, or what to look at first. */
export interface Answer {
  readonly what: string;
  readonly who: string;
}

/** Where the rest of the report is, as seen from the answer. */
export type Rest = 'below' | 'above';

/**
 * The answer in two sentences. It is as sure as the diagnosis: what is only likely says so, and where the cause was not found the first
 * thing to look at stands in its place. Null for a request that is allowed, about which there is nothing to say.
 */
export function answerOf(diagnosis: Diagnosis, rest: Rest = 'below'): Answer | null {
  const { denial, verdict, causes } = diagnosis;
  if (denial === null && verdict === 'allowed') return null;
  const unusable = denial === null ? null : unusableText(denial, rest);
  if (unusable !== null && causes.length === 0) return unusable;
  const answering = answeringCause(diagnosis);
  if (answering !== null)
    return {
      what: whatBlocks(answering.cause, answering.among, rest),
      who: whoChanges(answering.cause, diagnosis, rest),
    };
  if (causes.length === 0)
    return { what: conclusionWords(diagnosis, 'left out') ?? '', who: lookFirst(diagnosis, rest) };
  return {
    what: conclusionWords(diagnosis) ?? '',
    who: `Find that statement first: no other change allows the request. See ${rest} for where it can be.`,
  };
}

/** The cause that the answer names, among those that are as sure as it; null where something else has to be said first. */
export function answeringCause(
  diagnosis: Diagnosis,
): { readonly cause: Cause; readonly among: readonly Cause[] } | null {
  const { causes, conclusion } = diagnosis;
  const [explanation] = causes;
  if (explanation === undefined) return null;
  const proven = causes.filter(isProven);
  const helpful = isWithoutFix(proven) ? causes.find(({ fix }) => fix?.check === 'allowed') : undefined;
  // What is proven may have no remedy but what is most likely meant: the role of that name under its right ARN.
  if (helpful !== undefined) return { cause: helpful, among: [helpful] };
  // What may explain a denial that the policies do not show comes before what AWS named.
  if (conclusion === 'contradicted' && !isProven(explanation))
    return { cause: explanation, among: causes.filter((cause) => !isProven(cause)) };
  const [first] = proven;
  if (first === undefined) return { cause: explanation, among: causes };
  // A Deny that AWS says there is comes before what else blocks.
  if (conclusion === 'inconclusive' && conclusionWords(diagnosis) !== null) return null;
  return { cause: first, among: proven };
}

/** A text that holds examples in the place of what was denied, or that was cut before it was pasted: only another text helps. */
function unusableText({ action, caller, resource }: Denial, rest: Rest): Answer | null {
  if (action !== null && isActionPlaceholder(action))
    return {
      what: `This is an example from AWS’s documentation: ${action} is a placeholder for the denied action.`,
      who: 'Paste the message of your own call, or pass the action with --action.',
    };
  if (!isCutArn(caller ?? '')) return null;
  const resourceToo = isCutArn(resource ?? '') ? ` and the ${resource?.includes('role/') ? 'role' : 'resource'}` : '';
  return {
    what: `The text was cut: the caller${resourceToo} in it ${resourceToo === '' ? 'has' : 'have'} no account.`,
    who: `Paste the whole message, or pass --caller and --resource. What must be in place is listed ${rest}.`,
  };
}

/** True where something is proven, and nothing of it can be changed. */
function isWithoutFix(proven: readonly Cause[]): boolean {
  return proven.length > 0 && proven.every(({ fix }) => fix === null);
}

function isProven({ rung }: Cause): boolean {
  return rung === 'aws' || rung === 'evaluated';
}

/** `…. 2 more block it as well.` Not where it is said of the change: that it is enough, or not because of them. */
function whatBlocks(first: Cause, all: readonly Cause[], rest: Rest): string {
  const sentence = ended(isProven(first) ? first.summary : `Most likely: ${first.summary}`);
  const others = all.length - 1;
  const { check, stillBlocking } = first.fix ?? { check: null, stillBlocking: [] };
  const isSaid = check === 'allowed' || (check === 'still-blocked' && stillBlocking.length === others);
  if (others === 0 || isSaid) return sentence;
  const more = isProven(first)
    ? `${others === 1 ? 'One more thing blocks' : `${others} more things block`} it as well`
    : `${others === 1 ? 'One more cause is' : `${others} more causes are`} possible`;
  return `${sentence} ${more}; see ${rest}.`;
}

function whoChanges({ fix, layer }: Cause, diagnosis: Diagnosis, rest: Rest): string {
  const { request, causes, related } = diagnosis;
  if (fix === null) {
    const other = causes.find((one) => one.fix !== null);
    if (other !== undefined) return whoChanges(other, diagnosis, rest);
    return requirementList(diagnosis) === undefined
      ? `No change that would help is known; see ${rest} for what was found.`
      : lookFirst(diagnosis, rest);
  }
  const { resource, accounts } = request;
  const who = ownerWords(fix.who, { account: fix.account, resource, layer, accounts });
  const doing = ended(fix.who === 'you' ? upperFirst(fix.summary) : `${upperFirst(who)}: ${fix.summary}`);
  switch (fix.check) {
    case 'allowed':
      return `${doing} Checked: with that, the request is allowed${stillDenied(related, rest)}.`;
    case 'still-blocked':
      return `${doing} That alone is not enough: ${fix.stillBlocking.length > 0 ? `${count(fix.stillBlocking.length, 'other cause')} ${rest} ${fix.stillBlocking.length === 1 ? 'blocks' : 'block'} it too` : 'something else blocks it too'}.`;
    case 'open':
    case null:
      return causes.some((one) => one.fix !== null && one.fix !== fix)
        ? `${doing} See ${rest} for what else may be needed.`
        : doing;
  }
}

/** `, but the call then fails at iam:PassRole (see below)` */
function stillDenied(related: Diagnosis['related'], rest: Rest): string {
  const actions = [...new Set(related.filter(isStillDenied).flatMap(({ request }) => request.action ?? []))];
  return actions.length === 0 ? '' : `, but the call then fails at ${someOf(actions)} (see ${rest})`;
}

/** True where the answer is to decode AWS's message: how to do that belongs right under it. */
export function saysDecodeFirst(diagnosis: Diagnosis): boolean {
  const { causes, denial } = diagnosis;
  const gap = recordGap(diagnosis);
  if (gap !== undefined && isUndecodable(gap)) return false;
  return causes.length === 0 && denial?.encodedMessage != null && !isCutMessage(denial);
}

/** Without a cause: what would show it, and why there; and who can confirm it. */
function lookFirst(diagnosis: Diagnosis, rest: Rest): string {
  const { open, requirements, request } = diagnosis;
  if (saysDecodeFirst(diagnosis)) return 'Decode AWS’s message first: it names what denied the request.';
  const likely = firstPointedAt(requirements);
  const toPass = passKeys(diagnosis);
  const [mostLikely] = requirements;
  // A registry answers with no more than the status: calling it as the same caller again would show nothing new.
  if (mostLikely?.likelyCall !== undefined && likely === undefined && diagnosis.denial?.shape !== 'registry-refusal')
    return `${findCall(diagnosis)} Until then, see the list ${rest}: it is for the most likely one, ${mostLikely.request.action}.`;
  if (requirementList(diagnosis) !== undefined) {
    const owners = ownersOf(diagnosis);
    if (isUnplacedDeny(diagnosis))
      return `${upperFirst(owners.length === 0 ? 'an administrator of the account' : owners.join(' and '))}: find the statement that denies ${request.action ?? 'it'}, in the list ${rest} from the top. The request must meet its Condition, or the policy must exempt the caller.`;
    const confirm =
      owners.length === 0
        ? `Confirm the list ${rest}, from the top.`
        : `${upperFirst(owners.join(' and '))} can confirm the list ${rest}, from the top.`;
    const first = likely === undefined ? toPass : `Look first at ${placeOf(likely)}: ${likely.likely}.`;
    return first === undefined ? confirm : `${first} ${confirm}`;
  }
  if (request.action === null) return findCall(diagnosis);
  if (toPass !== undefined) return toPass;
  return open.length === 0
    ? 'Check first whose credentials made the call: aws sts get-caller-identity.'
    : `See ${rest} for what could not be read.`;
}

/** True where AWS says that a statement denies it, and not in which policy. */
function isUnplacedDeny({ denial, requirements }: Diagnosis): boolean {
  const reason = denial?.reason;
  return reason?.effect === 'explicit' && reason.layer === null && requirements.some(({ need }) => need === 'no-deny');
}

/** The error says no more than that something was denied: how to get AWS's whole sentence. */
function findCall({ denial }: Diagnosis): string {
  if (isCutMessage(denial))
    return 'Get the error again in full, and paste it here: the encoded message in it names the caller, the action and the resource, and only the whole of it can be decoded.';
  const origin = originWords(denial);
  const call = origin === null ? 'Find the call that failed' : `Look up the call (${origin})`;
  return `${call}, and make it with the AWS CLI as the same caller: that error names the caller, the action and the resource. Paste it here, or pass --caller, --action and --resource.`;
}

/** The document that a requirement is about: `the trust policy`. */
function placeOf({ id, step, request }: Requirement): string {
  if (id === 'iot.policy') return 'the AWS IoT policy';
  if (step === 'resource') return `the ${resourcePolicyNoun(`arn:aws:${servicePrefix(request.action)}:::x`)}`;
  return step === 'caller' || step === 'role' ? `the ${step}` : LAYER_WORDS[step].one;
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
