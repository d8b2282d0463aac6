import type { FoundCause } from '../causes/cause.ts';
import { makeChecklist } from '../checklist/steps/make-checklist.ts';
import { type ProvenFixes, proveFixes } from '../fix/prove-fixes.ts';
import type { Step } from '../model/diagnosis.ts';
import type { Assumption } from '../model/request.ts';
import type { BuiltCase } from './build-case.ts';
import {
  type ExplainedCase,
  type NamedRequest,
  underGuessedName,
  type WrongName,
  withRightNames,
} from './right-names.ts';

/** What a diagnosis says of a request, and the case that it says it of: the request under the right names. */
export interface Judged extends ProvenFixes {
  readonly about: BuiltCase;
  readonly steps: readonly Step[];
  readonly assumptions: readonly Assumption[];
}

/** What is said of a request before its fixes are proven. */
interface Judgement {
  readonly steps: readonly Step[];
  readonly causes: readonly FoundCause[];
  readonly assumptions: readonly Assumption[];
}

/**
 * The checklist, the causes and their fixes. A name that is known to be wrong is the first cause; everything else is said of the right
 * one, but for what AWS's reason says of the wrong one. A fix that only guesses at a name is proven on the request under that name.
 */
export async function judgeRequest(asked: BuiltCase): Promise<Judged> {
  const request = await withRightNames(asked);
  const { meant } = request;
  const { steps, causes, assumptions } = judgementOf(request);
  const guessed = await underGuessedName(meant);
  return {
    ...proveFixes(meant.denialCase, causes, guessed?.denialCase),
    about: meant,
    steps,
    assumptions: [...meant.denialCase.assumptions, ...assumptions],
  };
}

function judgementOf(request: NamedRequest): Judgement {
  switch (request.kind) {
    case 'as-asked':
      return ofRequestAsAsked(request);
    case 'misnamed':
      return ofMisnamedRequest(request);
    case 'misnamed-and-denied-as-asked':
      return ofRequestDeniedAsAsked(request);
  }
}

type Of<Kind extends NamedRequest['kind']> = Extract<NamedRequest, { kind: Kind }>;

function ofRequestAsAsked({ meant }: Of<'as-asked'>): Judgement {
  return { steps: stepsOf(meant), causes: meant.causes, assumptions: [] };
}

/** The steps of the wrong names are those of the request as it was asked. */
function ofMisnamedRequest({ wrongNames, meant }: Of<'misnamed'>): Judgement {
  return {
    steps: withSteps(stepsOf(meant), wrongNames.map(stepOfName)),
    causes: withNames(wrongNames, 'everything else here is decided for that one', meant.causes),
    assumptions: wrongNames.map(assumedName),
  };
}

/** The steps and causes of the layers that AWS's reason is about are those of the request as it was asked. */
function ofRequestDeniedAsAsked(request: Of<'misnamed-and-denied-as-asked'>): Judgement {
  const { wrongNames, asked, deniedAsAsked, meant } = request;
  const isAboutAsked = ({ layer }: FoundCause) => layer !== null && deniedAsAsked.includes(layer);
  // They have no fix: the request is to name another one. That there is no such role is what the cause of the wrong name says.
  const kept = asked.causes
    .filter((cause) => isAboutAsked(cause) && cause.layer !== 'trust')
    .map((cause) => ({ ...cause, remedies: [] }));
  const about = { ...meant, causes: meant.causes.filter((cause) => !isAboutAsked(cause)) };
  const except = kept.length === 0 ? '' : ', except why the one that was asked for is denied';
  const keptSteps = stepsOf({ ...asked, causes: kept }).filter(({ id }) => kept.some(({ layer }) => layer === id));
  return {
    steps: withSteps(stepsOf(about), [...keptSteps, ...wrongNames.map(stepOfName)]),
    causes: withNames(wrongNames, `everything else here is decided for that one${except}`, about.causes, kept),
    assumptions: wrongNames.map(assumedName),
  };
}

function stepsOf({ denialCase, causes }: ExplainedCase): readonly Step[] {
  return makeChecklist(denialCase, causes);
}

/** The checklist with other steps in the place of those with the same id. */
function withSteps(steps: readonly Step[], others: readonly (Step | undefined)[]): readonly Step[] {
  return steps.map((step) => others.find((other) => other?.id === step.id) ?? step);
}

/**
 * The wrong names behind what no policy can mend, and before all other causes. No change of a policy puts a name right: its cause blocks
 * until its own fix is done.
 */
function withNames(
  wrongNames: readonly WrongName[],
  note: string,
  causes: readonly FoundCause[],
  kept: readonly FoundCause[] = [],
): readonly FoundCause[] {
  const names = wrongNames.map(({ cause }) => ({ ...cause, blocker: null, summary: `${cause.summary}; ${note}` }));
  const isBeyond = ({ beyondPolicies }: FoundCause) => beyondPolicies === true;
  return [...causes.filter(isBeyond), ...names, ...kept, ...causes.filter((cause) => !isBeyond(cause))];
}

function stepOfName({ rename, asked }: WrongName): Step | undefined {
  return stepsOf(asked).find(({ id }) => id === stepIdOf(rename));
}

function stepIdOf({ part }: WrongName['rename']): 'role' | 'caller' {
  return part === 'resource' ? 'role' : 'caller';
}

function assumedName({ rename, asked: { denialCase } }: WrongName): Assumption {
  const { part, arn } = rename;
  const { request, facts } = denialCase;
  const wrong = part === 'resource' ? request?.resource : facts.principal?.arn;
  return {
    what: `${part === 'resource' ? 'resource' : 'caller'}=${arn}`,
    why: `there is no ${wrong}, and the name is that one’s`,
    step: stepIdOf(rename),
  };
}
