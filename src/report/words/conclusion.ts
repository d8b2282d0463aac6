import type { Diagnosis } from '../../model/diagnosis.ts';
import { LAYERS } from '../../model/layer.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';
import { openKeysWords } from './open-keys.ts';
import { unreadDocuments } from './unread-documents.ts';

const UNNAMED_DENY = 'AWS says an explicit deny blocks it, but not in which policy. Adding an Allow will not help.';
const UNNAMED_LACK =
  'AWS says nothing denies it explicitly: an Allow is missing, but AWS does not say in which policy.';

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
      if (isBlocked)
        return stated === UNNAMED_DENY ? `${UNNAMED_DENY} What else the report names blocks it as well.` : null;
      const seen =
        eitherOr(diagnosis) ??
        (diagnosis.causes.length > 0
          ? 'Likely, not proven: part of what decides it could not be read.'
          : (unreadDocuments(diagnosis) ?? openKeysWords(diagnosis))) ??
        `Not enough could be read to ${diagnosis.denial === null ? 'decide it' : 'name the cause'}${questions === 'listed' ? '; what is missing is listed below' : ''}.`;
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
    return 'Everything that could be read allows this, yet AWS denied it: the call was made with different credentials, a policy has changed since, or a recent change has not propagated yet (IAM is eventually consistent).';
  const layer = denial?.reason?.layer ?? null;
  const named = denial?.reason?.policyArn ?? (layer === null ? 'a policy' : LAYER_WORDS[layer].one);
  return `AWS names ${named}, but as it reads now it does not deny this request: it has changed since, or this was a different request.`;
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
  return `Denied in any case. The open questions only decide whether ${named} blocks it.`;
}
