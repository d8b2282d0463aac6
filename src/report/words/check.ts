import type { Change, Diagnosis, Fix } from '../../model/diagnosis.ts';
import type { Gap } from '../../model/gap.ts';
import { LAYERS } from '../../model/layer.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';
import { someOf } from '../../model/some-of.ts';
import { isStillDenied } from './related.ts';

/** What a fix was checked to do, or that nothing could be tried; of your own advice that need not be said. */
export function checkWords(fix: Fix): string | null {
  const { check, changes, who } = fix;
  if (check === 'open' && addsToUnread(fix))
    return `checked: the new statement matches the request${unseen(fix.openAfter)}`;
  if (check !== null) return `checked: ${provenWords({ ...fix, check }, 'with this change, ')}`;
  if (changes.length > 0)
    return 'not checked: too little is known about the request; run denytrace again after the change';
  return who === 'you' ? null : 'not checked: there is no exact change to try; run denytrace again afterwards';
}

/** True for a new identity policy beside others that could not be read: only the new statement could be tried. */
function addsToUnread({ changes, stillBlocking, openAfter }: Fix): boolean {
  const isNew = ({ before, pointer, policy }: Change) =>
    before === null &&
    pointer === '' &&
    policy.kind === 'inline' &&
    openAfter.some(({ layer, kind }) => layer === 'identity' && kind === 'refused');
  return changes.length > 0 && stillBlocking.length === 0 && changes.every(isNew);
}

/**
 * What all fixes of a denial together were checked to do; null for a single one, and where there is only advice, which nothing checks.
 * They were checked for the denied request only: what the same call needs besides stays denied.
 */
export function togetherWords({ causes, fixesTogether, related }: Diagnosis): string | null {
  const fixes = causes.flatMap(({ fix }) => fix ?? []);
  const check = fixesTogether?.check ?? null;
  if (fixesTogether === null || check === null || fixes.length < 2) return null;
  const isChecked = fixes.some(
    ({ changes, request, check }) => changes.length > 0 || request !== undefined || check === 'allowed',
  );
  if (!isChecked && fixesTogether.check !== 'still-blocked') return null;
  const next = related.some(isStillDenied) && fixesTogether.check === 'allowed';
  return `${provenWords({ ...fixesTogether, check }, '')}${next ? ', but the requests below would still be denied' : ''}`;
}

/** What follows from a check. */
function provenWords(
  {
    check,
    stillBlocking,
    openAfter,
  }: Pick<Fix, 'stillBlocking' | 'openAfter'> & { readonly check: NonNullable<Fix['check']> },
  change: string,
): string {
  switch (check) {
    case 'allowed':
      return `${change}the request is allowed`;
    case 'open':
      return stillBlocking.length === 0
        ? `${change}nothing that was read blocks it${unseen(openAfter)}`
        : `${change}nothing that was read is certain to block it, but ${causeKeys(stillBlocking)} probably still ${stillBlocking.length === 1 ? 'does' : 'do'}${unseen(openAfter)}`;
    case 'still-blocked':
      return `not enough by itself${stillBlocking.length === 0 ? '; it is still blocked' : `; still blocked by ${causeKeys(stillBlocking)}`}`;
  }
}

/** The causes, each with the layer that it is in; of AWS's own word, that alone. */
function causeKeys(keys: readonly string[]): string {
  return someOf([...new Set(keys)].map(causeWords));
}

function causeWords(key: string): string {
  const [area = '', name] = key.split('.');
  const layer = LAYERS.find((one) => one === area);
  if (layer === undefined) return key;
  const { policies, one } = LAYER_WORDS[layer];
  return name === 'named-by-aws' ? `the ${policies}, as AWS says` : `${one} (${key})`;
}

function unseen(gaps: readonly Gap[]): string {
  const things = [...new Set(gaps.map(({ what }) => what))];
  return things.length === 0 ? '' : `; not read: ${someOf(things)}`;
}
