import type { Cause, Diagnosis } from '../../model/diagnosis.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';
import type { Requirement } from '../../model/requirement.ts';
import { conclusionWords } from './conclusion.ts';
import { count } from './count.ts';
import { requirementList } from './requirement.ts';
import { ownerWords } from './who.ts';

/** The two lines on top of a report: what blocks and where; who changes what, or what to look at first. */
export interface Answer {
  readonly what: string;
  readonly who: string;
}

/**
 * The answer in two sentences. It is as sure as the diagnosis: what is only likely says so, and where the cause was not found the first
 * thing to look at stands in its place. Null for a request that is allowed, about which there is nothing to say.
 */
export function answerOf(diagnosis: Diagnosis): Answer | null {
  const { denial, verdict, causes } = diagnosis;
  if (denial === null && verdict === 'allowed') return null;
  const proven = causes.filter(isProven);
  const [first] = proven.length > 0 ? proven : causes;
  if (diagnosis.conclusion === 'contradicted' && proven.length === 0)
    return { what: conclusionWords(diagnosis) ?? '', who: lookFirst(diagnosis) };
  if (first === undefined) return { what: conclusionWords(diagnosis) ?? '', who: lookFirst(diagnosis) };
  return { what: whatBlocks(first, proven.length > 0 ? proven : causes), who: whoChanges(first, diagnosis) };
}

function isProven({ rung }: Cause): boolean {
  return rung === 'aws' || rung === 'evaluated';
}

/** `…. 2 more block it as well.` */
function whatBlocks(first: Cause, all: readonly Cause[]): string {
  const sentence = isProven(first) ? asSentence(first.summary) : `Most likely: ${asSentence(first.summary)}`;
  const others = all.length - 1;
  if (others === 0) return sentence;
  const more = isProven(first)
    ? `${others === 1 ? 'One more thing blocks' : `${others} more things block`} it as well`
    : `${others === 1 ? 'One more cause is' : `${others} more causes are`} possible`;
  return `${sentence} ${more}; see below.`;
}

function whoChanges({ fix, layer }: Cause, { request, causes }: Diagnosis): string {
  if (fix === null) return 'No change that would help is known; see below for what was found.';
  const who = ownerWords(fix.who, { account: fix.account, resource: request.resource, layer });
  const doing = fix.who === 'you' ? asSentence(fix.summary) : `${asSentence(`ask ${who} to ${fix.summary}`)}`;
  switch (fix.check) {
    case 'allowed':
      return `${doing} Checked: with that, the request is allowed.`;
    case 'still-blocked':
      return `${doing} That alone is not enough: ${fix.stillBlocking.length > 0 ? `${count(fix.stillBlocking.length, 'other cause')} below ${fix.stillBlocking.length === 1 ? 'blocks' : 'block'} it too` : 'something else blocks it too'}.`;
    case 'open':
      return causes.length > 1 ? `${doing} See below for what else may be needed.` : doing;
  }
}

/** Without a cause: what would show it, and why there. */
function lookFirst(diagnosis: Diagnosis): string {
  const { denial, open, requirements } = diagnosis;
  if (denial?.encodedMessage != null) return 'Decode AWS’s message first: it names what denied the request.';
  const list = requirementList(diagnosis);
  const likely = requirements.find((one) => one.status !== 'met' && one.likely !== null);
  if (list !== undefined) {
    const confirm =
      'Confirm what is listed below, in that order: each item says what must be there and which command shows it.';
    return likely === undefined ? confirm : `Look first at ${placeOf(likely)}: ${likely.likely}. ${confirm}`;
  }
  return open.length === 0
    ? 'Check first whose credentials made the call: aws sts get-caller-identity.'
    : 'See below for what could not be read.';
}

/** The document that a requirement is about: `the trust policy`. */
function placeOf({ step }: Requirement): string {
  return step === 'caller' || step === 'role' ? `the ${step}` : LAYER_WORDS[step].one;
}

/** With a capital letter and a full stop. A name or ARN at the beginning keeps its case. */
function asSentence(text: string): string {
  const isName = /^(?:[a-z0-9-]+:|arn:|\S*[^a-z\s’'-]\S*\s)/.test(text);
  const start = isName ? text : text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}
