import type { Diagnosis } from '../../model/diagnosis.ts';
import { LAYERS } from '../../model/layer.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';

const UNNAMED_DENY = 'AWS says that a policy denies it explicitly, and not which: no added Allow helps.';
const UNNAMED_LACK = 'AWS says that no statement denies it, and not where: an Allow is missing.';

/** A finding about the whole, where there is one. `questions`: whether the report lists what is open. */
export function conclusionWords(diagnosis: Diagnosis, questions: 'listed' | 'left out' = 'listed'): string | null {
  switch (diagnosis.conclusion) {
    case 'explained':
      return eitherOr(diagnosis);
    case 'contradicted':
      return contradiction(diagnosis);
    case 'inconclusive': {
      const isBlocked = isProven(diagnosis);
      const stated = unnamedReason(diagnosis);
      if (isBlocked) return stated === UNNAMED_DENY ? `${UNNAMED_DENY} What is named below blocks as well.` : null;
      const seen =
        eitherOr(diagnosis) ??
        (diagnosis.causes.length > 0
          ? 'Not proven: what is named below is likely, and some of it could not be seen.'
          : `What could be seen does not decide it${questions === 'listed' ? '; the open questions are below' : ''}.`);
      return stated === null ? seen : `${stated} ${seen}`;
    }
  }
}

/** "… with an explicit deny", and nothing behind it; or a decoded message by which nothing denies. */
function unnamedReason({ denial }: Diagnosis): string | null {
  const reason = denial?.reason ?? null;
  if (reason === null || reason.layer !== null || reason.policyArn !== null) return null;
  switch (reason.effect) {
    case 'explicit':
      return UNNAMED_DENY;
    case 'implicit':
      return UNNAMED_LACK;
    case null:
      return null;
  }
}

function contradiction({ verdict, denial }: Diagnosis): string {
  if (verdict === 'allowed')
    return 'Everything that could be read allows this, yet AWS denied it: the call was made with other credentials, a policy was changed since, or a change has not reached every place yet.';
  const named = denial?.reason?.policyArn ?? denial?.reason?.layer ?? 'a policy';
  return `AWS names ${named}, which does not deny this as it reads now: it was changed since, or the request was another one.`;
}

function isProven({ causes }: Diagnosis): boolean {
  return causes.some(({ rung }) => rung === 'aws' || rung === 'evaluated');
}

/** Denied however the open questions turn out, and by which of the layers turns on them; null where one blocks for certain. */
function eitherOr(diagnosis: Diagnosis): string | null {
  const { verdict, steps } = diagnosis;
  if (verdict !== 'denied' || isProven(diagnosis) || steps.some(({ status }) => status === 'fail')) return null;
  const open = LAYERS.filter((layer) => steps.some(({ id, status }) => id === layer && status === 'unknown'));
  if (open.length < 2) return null;
  const named = open.map((layer) => LAYER_WORDS[layer].one).join(' or ');
  return `Denied whatever the open questions turn out to be: whether by ${named} is what they decide.`;
}
