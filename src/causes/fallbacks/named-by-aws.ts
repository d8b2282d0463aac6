import { policyHolderOf } from '../../gather/resource/policy-holder.ts';
import { permissionSetOf } from '../../model/aws-names.ts';
import type { Case } from '../../model/case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { LAYER_NAMES, type Layer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';
import { shortName } from '../../model/short-name.ts';
import { isContradicted } from '../../evidence/aws-words/is-contradicted.ts';
import { isRuledOut } from '../../evidence/aws-words/is-ruled-out.ts';
import { quoteReason } from '../../evidence/aws-words/quote-clause.ts';
import { namedReason } from '../../evidence/aws-words/stated-reason.ts';
import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import type { Blockage, BlockageCheck, CauseDoc } from '../cause.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { advise } from '../../grants/advise.ts';
import { commandsToRead, commandsToReadLayer } from '../../grants/commands-to-read.ts';
import { ownerOf } from '../../grants/owners.ts';
import { callerWords, LAYER_NOUNS } from '../../evidence/words.ts';
import { whatWasSeen } from './what-was-seen.ts';

/** Only AWS's words: it names the layer, and in what we could read of it nothing blocks. */
export function namedByAws<const L extends Layer>(
  layer: L,
  doc: CauseDoc,
): BlockageCheck & { readonly id: `${L}.named-by-aws` } {
  return {
    on: 'blockage',
    layer,
    kind: 'named-by-aws',
    id: `${layer}.named-by-aws`,
    doc,
    explain(blockage, subject) {
      const quote = quoteReason(subject, layer);
      if (quote === undefined) return undefined;
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
  const said = isImplicit(reason)
    ? `AWS says that no ${bare(layer)} allows ${action}`
    : `AWS says that ${which} denies ${action}`;
  const seen = whatWasSeen(layer, subject);
  return seen === '' ? said : `${said}; ${seen}`;
}

/** Without its article: `no permissions boundary allows`. */
function bare(layer: Layer): string {
  return LAYER_NAMES[layer].replace(/^(an?|the) /, '');
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

/** `the policies of role ci-deployer`: where a person has to look. */
function placeToLook(layer: Layer, { facts, denial }: Case): string {
  switch (layer) {
    case 'identity': {
      const set = permissionSetOf(facts.principal?.name ?? null);
      if (set !== undefined) return `the permission set ${set}`;
      return `the policies of ${facts.principal === null ? 'the caller' : callerWords(facts.principal)}`;
    }
    case 'trust':
      return `the trust policy of ${shortName(facts.role?.arn ?? denial?.resource ?? null)}`;
    case 'resource':
      return `the policy of ${denial?.resource == null ? 'the resource' : shortName(policyHolderOf(denial.resource))}`;
    case 'scp':
    case 'rcp':
      return `the ${LAYER_NOUNS[layer]} over the account`;
    case 'boundary':
    case 'session':
    case 'endpoint':
      return LAYER_NAMES[layer];
  }
}

function remediesOf(layer: Layer, subject: Case): readonly Remedy[] {
  // Whatever is to be allowed is allowed already, or nothing denies it any more.
  if (isContradicted(subject) && !isRuledOut(layer, subject))
    return [
      advise(
        'try again; where it is denied still, check whose credentials these are, and what was changed since',
        'you',
        ['aws', 'sts', 'get-caller-identity'],
      ),
    ];
  const who = ownerOf(layer, subject);
  const reason = namedReason(subject);
  const arn = reason?.policyArn ?? null;
  const action = subject.denial?.action ?? 'the request';
  const place = arn ?? placeToLook(layer, subject);
  const doing = isImplicit(reason)
    ? `allow ${action} in ${place.replace(/^the policies/, 'a policy')}`
    : layer === 'scp' && arn === null
      ? eitherWay(action, place)
      : `find the statement in ${place} that denies ${action}, and exempt the caller there; an Allow elsewhere does not help`;
  const commands = arn === null ? commandsToReadLayer(layer, subject) : commandsToRead(arn);
  return [advise(doing, who, ...commands)];
}

function isImplicit(reason: ReturnType<typeof namedReason>): boolean {
  return reason?.effect === 'implicit';
}

/**
 * "The error message can include the phrase … even if the denial is implicit": only a policy that AWS names is known to deny.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function eitherWay(action: string, place: string): string {
  return `look in ${place} for what denies ${action}, and exempt the caller there; or for a level (root, OU, account) whose policies do not allow it, and allow it there: AWS uses the same words for both`;
}
