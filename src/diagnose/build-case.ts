import { decide } from '../evaluate/decide.ts';
import { withBlockers } from '../evidence/blockers/find-blockers.ts';
import { gather } from '../gather/gather.ts';
import { memoize } from '../gather/readers/memoize.ts';
import type { DenialCase, TokenClaims } from '../model/denial-case.ts';
import type { Question, UserOptions } from '../model/question.ts';
import type { Assumption } from '../model/request.ts';
import { decodeToken } from '../parse/tokens/decode-token.ts';
import { predictClaims } from '../parse/tokens/predict-claims.ts';
import { applyAssumptions } from '../request/apply-assumptions.ts';
import { asRecorded } from '../request/as-recorded.ts';
import { askQuestion } from '../request/ask-question.ts';
import { clockAssumption, clockOf } from '../request/clock.ts';
import { withDecodedMessage } from '../request/decoded-message.ts';
import { describeRequest } from '../request/describe-request.ts';
import { withFederatedCaller } from '../request/federated-caller.ts';
import { withServiceCaller } from '../request/service-caller.ts';
import { unseenAssumptions } from '../request/unseen-assumptions.ts';
import type { Subject, Surroundings } from './subject.ts';

/** A denial with everything known about it, decided. */
export interface BuiltCase {
  readonly denialCase: DenialCase;
  readonly question: Question;
}

/** Asks, gathers, assumes what is declared, and decides. `asked` overrides the question of a related request. */
export async function buildCase(subject: Subject, surroundings: Surroundings, asked?: Question): Promise<BuiltCase> {
  const { given, environment, now, nowFrom } = surroundings;
  const read = memoize(surroundings.read);
  const { denial, text } = subject;
  const plain = asked ?? withDecodedMessage(withServiceCaller(askQuestion(denial, given), text), text);
  const token = tokenOf(given, surroundings, plain);
  const stated = withFederatedCaller(plain, token, environment);
  const first = await gather(stated, read, given);
  const question = asked === undefined ? asRecorded(stated, first.record) : stated;
  const gathered = question === stated ? first : await gather(question, read, given);
  const clock = clockOf(text, now, nowFrom);
  const request = describeRequest({ question, facts: gathered, given, token, clock });
  const { policies, assumptions } = applyAssumptions(gathered.policies, {
    denial: asked === undefined ? denial : null,
    principal: gathered.principal,
    given,
    sourceVpce: request?.context.get('aws:SourceVpce').status === 'known',
  });
  const facts = { ...gathered, policies };
  // Where the credentials were not accepted, no policy was asked.
  const verdict = request === null || denial?.kind === 'credentials' ? null : decide(request, policies);
  const clockUsed = verdict !== null && usesClock(verdict.layers) ? [clockAssumption(clock)] : [];
  const unseen = unseenAssumptions(denial, request, verdict, policies.resource);
  const all: readonly Assumption[] = [...assumptions, ...clockUsed, ...unseen];
  return {
    denialCase: withBlockers({
      denial,
      text,
      facts,
      request,
      verdict,
      assumptions: all,
      token,
      environment,
      now: clock.time,
      relatedTo: null,
    }),
    question,
  };
}

function tokenOf(given: UserOptions, { environment }: Surroundings, { action }: Question): TokenClaims | null {
  if (given.webIdentityToken !== undefined) return decodeToken(given.webIdentityToken, 'given') ?? null;
  return action?.toLowerCase() === 'sts:assumerolewithwebidentity' ? predictClaims(environment) : null;
}

interface AskedConditions {
  readonly statements: readonly { readonly conditions: readonly { readonly key: string }[] }[];
}

/** The clock is an assumption only where a policy asks for the time. */
function usesClock(layers: Readonly<Record<string, AskedConditions>>): boolean {
  const asksForTime = ({ key }: { readonly key: string }) => /^aws:(currenttime|epochtime)$/i.test(key);
  return Object.values(layers).some((layer) =>
    layer.statements.some((statement) => statement.conditions.some(asksForTime)),
  );
}
