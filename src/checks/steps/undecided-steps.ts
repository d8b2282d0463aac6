import type { Case } from '../../model/case.ts';
import type { Step } from '../../model/diagnosis.ts';
import { notGiven } from '../../model/gap.ts';
import { LAYERS } from '../../model/layer.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import type { FoundCause } from '../check.ts';
import { failTitle } from './layer-titles.ts';
import { failedStep, unknownStep } from './make-step.ts';

/** Without a caller or an action nothing can be decided: what AWS said of a layer stands all the same. */
export function undecidedSteps(subject: Case, found: readonly FoundCause[]): readonly Step[] {
  const named = LAYERS.flatMap((layer) => {
    const certain = nonEmpty(found.filter((cause) => cause.layer === layer && cause.rung === 'aws'));
    if (certain === undefined) return [];
    return [failedStep({ id: layer, title: failTitle(layer, certain) }, 'aws', certain[0].evidence)];
  });
  return named.some(({ id }) => id === 'identity') ? named : [undecided(subject), ...named];
}

function undecided({ facts, denial }: Case): Step {
  const title = 'Policies could not be decided on: who asked for what is not known';
  const who = notGiven({ what: 'who the caller is', option: '--caller' });
  const what = notGiven({ what: 'which action was denied', option: '--action' });
  const needsAction = denial === null || denial.action === null;
  if (facts.principal !== null) return unknownStep({ id: 'identity', title }, [what]);
  return unknownStep({ id: 'identity', title }, needsAction ? [who, what] : [who]);
}
