import type { FoundCause } from '../../causes/cause.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Step } from '../../model/diagnosis.ts';
import { notGiven } from '../../model/gap.ts';
import { LAYERS } from '../../model/layer.ts';
import { nonEmpty } from '../../model/non-empty.ts';
import { failTitle } from './layer-titles.ts';
import { failedStep, unknownStep } from './make-step.ts';

/**
 * Without a caller or an action nothing can be decided: what AWS said of a layer stands all the same. Who the caller is asks the
 * step of the caller.
 */
export function undecidedSteps(denialCase: DenialCase, found: readonly FoundCause[]): readonly Step[] {
  const named = LAYERS.flatMap((layer) => {
    const certain = nonEmpty(found.filter((cause) => cause.layer === layer && cause.certainty === 'aws'));
    if (certain === undefined) return [];
    return [failedStep({ id: layer, title: failTitle(layer, certain) }, 'aws', certain[0].evidence)];
  });
  const { denial } = denialCase;
  const hasAction = denial !== null && denial.action !== null;
  return hasAction || named.some(({ id }) => id === 'identity') ? named : [whichAction(), ...named];
}

function whichAction(): Step {
  const gap = notGiven({ what: 'which action was denied', toPass: 'action' });
  return unknownStep({ id: 'identity', title: 'The error names no action' }, [gap]);
}
