import type { Case } from '../../model/case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { LAYER_NAMES, type Layer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { Blockage, BlockageCheck, CauseDoc } from '../check.ts';
import { commandsToRead, commandsToReadLayer } from '../commands-to-read.ts';
import { statementEvidence } from '../evidence.ts';
import { ownerOf } from '../owners.ts';
import { quoteReason } from '../quote-reason.ts';
import { namedReason } from '../stated-reason.ts';
import { advise } from '../text/advise.ts';
import { layerVerdict } from '../verdict-layers.ts';
import { callerWords, LAYER_NOUNS } from '../words.ts';

/** Only AWS's words: it names the layer, and in what we could read of it nothing blocks. */
export function namedByAws<const L extends Layer>(
  layer: L,
  doc: CauseDoc,
): BlockageCheck & { readonly id: `${L}.named-by-aws` } {
  return {
    on: 'blockage',
    id: `${layer}.named-by-aws`,
    doc,
    explain(blockage, subject) {
      const quote = blockage.layer === layer ? quoteReason(subject, layer) : undefined;
      if (blockage.kind !== 'named-by-aws' || quote === undefined) return undefined;
      return {
        summary: summaryOf(layer, subject),
        evidence: [quote, ...candidates(blockage, subject)],
        remedies: remediesOf(layer, subject),
      };
    },
  };
}

function summaryOf(layer: Layer, subject: Case): string {
  const reason = namedReason(subject);
  const which = reason?.policyArn == null ? LAYER_NAMES[layer] : `the policy ${reason.policyArn}`;
  const action = subject.denial?.action ?? 'the request';
  const said =
    reason?.effect === 'implicit'
      ? `AWS says that no ${bare(layer)} allows ${action}`
      : `AWS says that ${which} denies ${action}`;
  return `${said}; ${whatWasSeen(layer, subject)}`;
}

/** Without its article: `no permissions boundary allows`. */
function bare(layer: Layer): string {
  return LAYER_NAMES[layer].replace(/^(an?|the) /, '');
}

function whatWasSeen(layer: Layer, subject: Case): string {
  const found = subject.verdict === null ? undefined : layerVerdict(subject.verdict, layer);
  if (found === undefined || found.status === 'unreadable') return 'it could not be read here';
  if (found.status === 'absent')
    return 'as read now there is none: it was changed since, or the credentials are others';
  return found.allow === 'yes' && found.deny === 'no'
    ? 'as read now it would allow it: it was changed since, the change has not reached every place yet, or the request was another one'
    : 'what could be read of it does not show the statement';
}

/** Statements of the layer that would deny if what we do not know turns out so. */
function candidates({ layer }: Blockage, subject: Case): readonly Evidence[] {
  if (subject.verdict === null) return [];
  const arn = namedReason(subject)?.policyArn ?? null;
  return layerVerdict(subject.verdict, layer)
    .statements.filter(
      ({ effect, match, policy }) => effect === 'Deny' && match === 'unknown' && (arn === null || policy.arn === arn),
    )
    .slice(0, 3)
    .map((statement) => statementEvidence(subject, statement));
}

function whatToRead(layer: Layer, { facts }: Case): string {
  if (layer === 'identity') return `the policies of ${callerWords(facts.principal)}`;
  return layer === 'scp' || layer === 'rcp' ? `the ${LAYER_NOUNS[layer]} over the account` : LAYER_NAMES[layer];
}

function remediesOf(layer: Layer, subject: Case): readonly Remedy[] {
  const who = ownerOf(layer, subject);
  const reason = namedReason(subject);
  const doing =
    reason?.effect === 'implicit'
      ? 'allow the request there'
      : 'exempt the caller there; an Allow elsewhere does not help';
  const arn = reason?.policyArn ?? null;
  const commands = arn === null ? commandsToReadLayer(layer, subject) : commandsToRead(arn);
  return [advise(`read ${arn ?? whatToRead(layer, subject)}, and ${doing}`, who, ...commands)];
}
