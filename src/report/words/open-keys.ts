import type { Diagnosis } from '../../model/diagnosis.ts';
import { distinctGaps, type Gap } from '../../model/gap.ts';
import { someOf } from '../../model/some-of.ts';
import type { StepId } from '../../model/step-id.ts';
import { optionOf } from './option.ts';

/** A layer that was read, and turns on condition keys of which the values are not known. */
interface OpenKeys {
  readonly step: StepId;
  readonly gaps: readonly Gap[];
}

/** The layers whose policies were read, and in which nothing is open but the values of condition keys. */
export function openKeys({ steps }: Diagnosis): readonly OpenKeys[] {
  return steps.flatMap(({ id, status, gaps, evidence }) =>
    status === 'unknown' && evidence.length > 0 && gaps.every(({ hides }) => hides === 'key')
      ? [{ step: id, gaps }]
      : [],
  );
}

/** The keys on which these layers turn: `s3:prefix of the request`. */
export function unknownKeys(diagnosis: Diagnosis, isMeant: (one: OpenKeys) => boolean = () => true): readonly string[] {
  return distinctGaps(
    openKeys(diagnosis)
      .filter(isMeant)
      .flatMap(({ gaps }) => gaps),
  ).map(({ what }) => what);
}

/**
 * `Whether s3:ListBucket is allowed depends on what is not known: s3:prefix of the request.`, with the layers that could not be read.
 * Undefined where no policy that was read turns on a key.
 */
export function openKeysWords(diagnosis: Diagnosis): string | undefined {
  const keys = unknownKeys(diagnosis);
  if (keys.length === 0) return undefined;
  const { denial, request, steps } = diagnosis;
  const action = request.action ?? 'it';
  const unread = distinctGaps(
    steps.flatMap(({ id, status, gaps }) =>
      status === 'unknown' ? gaps.filter(({ hides, layer }) => hides === 'layer' && layer === id) : [],
    ),
  ).map(({ what }) => what);
  return `${denial === null ? `Whether ${action} is allowed` : `What denies ${action}`} depends on what is not known: ${someOf([...keys, ...unread])}.`;
}

/** `Pass --context s3:prefix=…`: how to say what the request had; undefined where no option passes it. */
export function passKeys(diagnosis: Diagnosis): string | undefined {
  const gaps = openKeys(diagnosis).flatMap((one) => one.gaps);
  const options = distinctGaps(gaps).flatMap((gap) => optionOf(gap) ?? []);
  return options.length === 0
    ? undefined
    : `Pass what the request has: ${someOf(options)}; for a key that it does not have, pass --no-context.`;
}
