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

/** What a diagnosis says of a request, before its fixes are proven. */
interface Explanation {
  readonly steps: readonly Step[];
  readonly causes: readonly FoundCause[];
  readonly assumptions: readonly Assumption[];
}

/**
 * The checklist, the causes and their fixes. A wrong name is the first cause. Everything else is about the right name, except what AWS's reason
 * says about the wrong one. A fix that guesses a name is proven on the request under that name.
 */
export async function judgeRequest(asked: BuiltCase): Promise<Judged> {
  const request = await withRightNames(asked);
  const { meant } = request;
  const { steps, causes, assumptions } = explanationOf(request);
  const guessed = await underGuessedName(meant);
  return {
    ...proveFixes(meant.denialCase, causes, guessed?.denialCase),
    about: meant,
    steps,
    assumptions: [...meant.denialCase.assumptions, ...assumptions],
  };
}

function explanationOf(request: NamedRequest): Explanation {
  switch (request.kind) {
    case 'as-asked':
      return explainAsAsked(request);
    case 'misnamed':
      return explainMisnamed(request);
    case 'misnamed-and-denied-as-asked':
      return explainDeniedAsAsked(request);
  }
}

type Of<Kind extends NamedRequest['kind']> = Extract<NamedRequest, { kind: Kind }>;

function explainAsAsked({ meant }: Of<'as-asked'>): Explanation {
  return { steps: stepsOf(meant), causes: meant.causes, assumptions: [] };
}

/** The step of a wrong name (caller or role) is about the request as it was asked. */
function explainMisnamed({ wrongNames, meant }: Of<'misnamed'>): Explanation {
  return {
    steps: withSteps(stepsOf(meant), wrongNames.map(stepOfName)),
    causes: withNames(wrongNames, 'the rest of this report is about that one', meant.causes),
    assumptions: wrongNames.map(assumedName),
  };
}

/** For the layers that AWS's reason is about, steps and causes are about the request as it was asked. */
function explainDeniedAsAsked(request: Of<'misnamed-and-denied-as-asked'>): Explanation {
  const { wrongNames, asked, deniedAsAsked, meant } = request;
  const isAboutAsked = ({ layer }: FoundCause) => layer !== null && deniedAsAsked.includes(layer);
  // The fix is to use the right name, so they have none of their own. A missing role is what the cause of the wrong name says.
  const kept = asked.causes
    .filter((cause) => isAboutAsked(cause) && cause.layer !== 'trust')
    .map((cause) => ({ ...cause, remedies: [] }));
  const about = { ...meant, causes: meant.causes.filter((cause) => !isAboutAsked(cause)) };
  const except = kept.length === 0 ? '' : ', except why the requested one is denied';
  const keptSteps = stepsOf({ ...asked, causes: kept }).filter(({ id }) => kept.some(({ layer }) => layer === id));
  return {
    steps: withSteps(stepsOf(about), [...keptSteps, ...wrongNames.map(stepOfName)]),
    causes: withNames(wrongNames, `the rest of this report is about that one${except}`, about.causes, kept),
    assumptions: wrongNames.map(assumedName),
  };
}

function stepsOf({ denialCase, causes }: ExplainedCase): readonly Step[] {
  return makeChecklist(denialCase, causes);
}

/** The checklist, with some steps replaced by those of the same id. */
function withSteps(steps: readonly Step[], others: readonly (Step | undefined)[]): readonly Step[] {
  return steps.map((step) => others.find((other) => other?.id === step.id) ?? step);
}

/**
 * The causes of the wrong names, behind what no policy can allow and before all others. No change of a policy corrects a name, so such a cause
 * explains no blocker: it blocks until its own fix is made.
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
    why: `there is no ${wrong}, and this one has that name`,
    step: stepIdOf(rename),
  };
}
