import type { FoundCause } from '../causes/cause.ts';
import { findCauses } from '../causes/find-causes.ts';
import { judgeSteps } from '../checklist/steps/judge-steps.ts';
import { withBlockers } from '../evidence/blockers/find-blockers.ts';
import { type ProvenFixes, proveFixes } from '../fix/prove-fixes.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Step, StepId } from '../model/diagnosis.ts';
import type { Assumption } from '../model/request.ts';
import { type AskedCase, askRenamed, type Rename } from './ask-renamed.ts';
import { type ExplainedAsAsked, explainedAsAsked } from './explained-as-asked.ts';

/** What is said of a request, and the case that it is said of. */
export interface Judged extends ProvenFixes {
  readonly about: AskedCase;
  readonly steps: readonly Step[];
  readonly assumptions: readonly Assumption[];
}

/** A request that names somebody who is not there, and who must be meant. */
interface Misnamed {
  readonly denialCase: DenialCase;
  readonly found: readonly FoundCause[];
  readonly cause: FoundCause;
  readonly rename: Rename;
}

/**
 * The checklist, the causes and their fixes. Where the request names a caller or a role under a path that it does not have, that is the
 * first cause, and everything else is decided for who has the name: policies that fit the wrong ARN would help nobody.
 */
export async function judgeRequest(asked: AskedCase): Promise<Judged> {
  const { misnamed, about, found } = await rightNames(asked);
  const { denial } = asked.denialCase;
  const kept = misnamed.length === 0 ? undefined : explainedAsAsked(asked.denialCase, about.denialCase);
  const isAbout = denial === null || kept === undefined;
  const denialCase = isAbout
    ? about.denialCase
    : withBlockers({ ...about.denialCase, denial: { ...denial, reason: null } });
  const own = isAbout
    ? found
    : findCauses(denialCase).filter(({ layer }) => layer === null || !kept.layers.includes(layer));
  const causes = [
    ...own.filter(({ beyondPolicies }) => beyondPolicies === true),
    ...misnamed.map(({ cause }) => toldFirst(cause, kept)),
    ...(kept?.causes ?? []),
    ...own.filter(({ beyondPolicies }) => beyondPolicies !== true),
  ];
  const guess = renameIn(own, false);
  const guessed = guess === undefined ? undefined : await askRenamed(about, guess.rename);
  const asAsked = new Map(misnamed.map((one) => [stepOf(one.rename), one]));
  const steps = judgeSteps(denialCase, own).map((step) => {
    const one = asAsked.get(step.id);
    if (one !== undefined) return stepIn(one.denialCase, one.found, step);
    const isKept = kept?.causes.some(({ layer }) => layer === step.id) === true;
    return isKept ? stepIn(asked.denialCase, kept.causes, step) : step;
  });
  return {
    ...proveFixes(denialCase, causes, guessed?.denialCase),
    about: { ...about, denialCase },
    steps,
    assumptions: [...denialCase.assumptions, ...misnamed.map(assumption)],
  };
}

interface RightNames {
  readonly misnamed: readonly Misnamed[];
  readonly about: AskedCase;
  /** The causes of that case. */
  readonly found: readonly FoundCause[];
}

async function rightNames(asked: AskedCase): Promise<RightNames> {
  const misnamed: Misnamed[] = [];
  let about = asked;
  let found = findCauses(about.denialCase);
  // A caller and a role: no more can be wrong.
  while (misnamed.length < 2) {
    const wrong = renameIn(found, true);
    const next = wrong && (await askRenamed(about, wrong.rename));
    if (wrong === undefined || next === undefined) break;
    misnamed.push({ ...wrong, denialCase: about.denialCase, found });
    about = next;
    found = findCauses(about.denialCase);
  }
  return { misnamed, about, found };
}

function renameIn(found: readonly FoundCause[], certain: boolean): Pick<Misnamed, 'cause' | 'rename'> | undefined {
  for (const cause of found)
    for (const rename of cause.remedies)
      if (rename.kind === 'rename' && rename.certain === certain) return { cause, rename };
  return undefined;
}

/** No policy of the other case mends it: it stays until its own fix is done. */
function toldFirst(cause: FoundCause, kept: ExplainedAsAsked | undefined): FoundCause {
  // What is kept speaks of the wrong name.
  const except =
    kept === undefined || kept.causes.length === 0 ? '' : ', except why the one that was asked for is denied';
  const summary = `${cause.summary}; everything else here is decided for that one${except}`;
  return { ...cause, blocker: null, summary };
}

function stepOf({ part }: Rename): StepId {
  return part === 'resource' ? 'role' : 'caller';
}

function stepIn(denialCase: DenialCase, found: readonly FoundCause[], otherwise: Step): Step {
  return judgeSteps(denialCase, found).find(({ id }) => id === otherwise.id) ?? otherwise;
}

function assumption({ rename, denialCase }: Misnamed): Assumption {
  const { part, arn } = rename;
  const asked = part === 'resource' ? denialCase.request?.resource : denialCase.facts.principal?.arn;
  return {
    what: `${part === 'resource' ? 'resource' : 'caller'}=${arn}`,
    why: `there is no ${asked}, and the name is that one’s`,
    step: part === 'resource' ? 'role' : 'caller',
  };
}
