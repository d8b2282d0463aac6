import { decide } from '../evaluate/decide.ts';
import { isRefusedBeforePolicies } from '../evidence/aws-words/refused-before-policies.ts';
import { withBlockers } from '../evidence/blockers/find-blockers.ts';
import { gather } from '../gather/gather.ts';
import { findPath } from '../gather/principals/find-path.ts';
import { withExecutionPolicies, withPoliciesOfRole } from '../gather/principals/read-policies-of-role.ts';
import { memoize } from '../gather/readers/memoize.ts';
import type { DenialCase, TokenClaims } from '../model/denial-case.ts';
import type { Question, UserOptions } from '../model/question.ts';
import type { Verdict } from '../model/verdict.ts';
import { decodeToken } from '../parse/tokens/decode-token.ts';
import { predictClaims } from '../parse/tokens/predict-claims.ts';
import { askQuestion } from '../request/ask-question.ts';
import { applyAssumptions, cameThroughEndpoint, keyAssumptions, unseenAssumptions } from '../request/assumptions.ts';
import { clockAssumption, clockOf } from '../request/clock.ts';
import {
  asRecorded,
  withDecodedMessage,
  withFederatedCaller,
  withServiceCaller,
} from '../request/complete-question.ts';
import { describeRequest } from '../request/describe-request.ts';
import { nearbyAssumption } from '../request/nearby-resource.ts';
import type { Subject, Surroundings } from './subject.ts';

/**
 * A question that takes the place of the one in the text: about a request that the denied call makes as well (`to` is the case of the denied
 * request), or about the denied request itself, completed.
 */
export interface OwnQuestion {
  readonly question: Question;
  readonly to: DenialCase | null;
}

/** A denial with everything that is known about it, evaluated; and what it was built from, so that it can be built again under another name. */
export interface BuiltCase {
  readonly denialCase: DenialCase;
  readonly question: Question;
  readonly subject: Subject;
  readonly surroundings: Surroundings;
}

/**
 * From the question to the verdict: reads the facts, completes the request, assumes what is declared, evaluates. Without a question of its own
 * the text and the options ask.
 */
export async function buildCase(
  subject: Subject,
  surroundings: Surroundings,
  own: OwnQuestion | null = null,
): Promise<BuiltCase> {
  const { given, environment, now, nowFrom } = surroundings;
  const read = memoize(surroundings.read);
  const { denial, text } = subject;
  const relatedTo = own?.to ?? null;
  const asked = own?.question ?? askedInText(subject, given);
  const token = tokenOf(given, surroundings, asked);
  const stated = withFederatedCaller(asked, token, environment);
  const [first, named] = await Promise.all([gather(stated, read, given), findPath(stated, read)]);
  const question = own === null ? asRecorded(named.question, first.record) : named.question;
  const gathered = question === stated ? first : await gather(question, read, given);
  const clock = clockOf(text, now, nowFrom);
  const pathGap = question.pathUnknown === true ? named.gap : null;
  const request = describeRequest({ question, pathGap, facts: gathered, given, token, clock });
  const { policies, assumptions } = applyAssumptions(gathered.policies, {
    denial: relatedTo === null ? denial : null,
    principal: gathered.principal,
    given,
    throughEndpoint: request !== null && cameThroughEndpoint(request),
  });
  const verdict = request === null || question.refusedBeforePolicies === true ? null : decide(request, policies);
  const isDenied = verdict?.blockers.includes('identity') === true;
  const carried = isDenied ? await withPoliciesOfRole(gathered.role, question, read) : gathered.role;
  const role =
    verdict?.blockers.includes('trust') === true ? await withExecutionPolicies(carried, question, read) : carried;
  const denialCase = withBlockers({
    denial,
    text,
    facts: { ...gathered, role, policies },
    request,
    verdict,
    assumptions: [
      ...assumptions,
      ...nearbyAssumption(question),
      ...(verdict !== null && usesClock(verdict) ? [clockAssumption(clock)] : []),
      ...(verdict === null ? [] : keyAssumptions(verdict)),
      ...unseenAssumptions(denial, request, verdict, policies.resource),
    ],
    token,
    environment,
    now: clock.time,
    relatedTo,
  });
  return { denialCase, question, subject, surroundings };
}

function askedInText({ denial, text }: Subject, given: UserOptions): Question {
  const question = withDecodedMessage(withServiceCaller(askQuestion(denial, given), text), text);
  return isRefusedBeforePolicies({ denial, text }) ? { ...question, refusedBeforePolicies: true } : question;
}

function tokenOf(given: UserOptions, { environment }: Surroundings, { action }: Question): TokenClaims | null {
  if (given.webIdentityToken !== undefined) return decodeToken(given.webIdentityToken, 'given') ?? null;
  return action?.toLowerCase() === 'sts:assumerolewithwebidentity' ? predictClaims(environment) : null;
}

/** The time of the request is an assumption only where a policy has a condition on it. */
function usesClock({ layers }: Verdict): boolean {
  const keys = Object.values(layers).flatMap(({ statements }) => statements.flatMap(({ conditions }) => conditions));
  return keys.some(({ key }) => CLOCK_KEYS.has(key.toLowerCase()));
}

const CLOCK_KEYS: ReadonlySet<string> = new Set(['aws:currenttime', 'aws:epochtime']);
