import { isContradicted } from '../../evidence/aws-words/is-contradicted.ts';
import { isRuledOut } from '../../evidence/aws-words/is-ruled-out.ts';
import { quoteClause } from '../../evidence/aws-words/quote-clause.ts';
import { type NamedReason, namedReason } from '../../evidence/aws-words/stated-reason.ts';
import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { layerFact } from '../../evidence/policy-lookup.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { callerWords, resourcePolicyFor } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { commandsToRead, commandsToReadLayer } from '../../grants/commands-to-read.ts';
import { ownerOf } from '../../grants/owners.ts';
import { isPassRole } from '../../model/actions.ts';
import { permissionSetOf } from '../../model/aws-names.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Layer } from '../../model/layer.ts';
import { LAYER_WORDS } from '../../model/layer-words.ts';
import type { Remedy } from '../../model/remedy.ts';
import { shortName } from '../../model/short-name.ts';
import { someOf } from '../../model/some-of.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { otherParts } from '../../reference/actions/call-parts.ts';
import { meantAction } from '../../reference/actions/meant-action.ts';
import type { BlockerCause } from '../cause.ts';

/** The cause of last resort: AWS names the layer, and nothing that was read of it blocks. */
export function namedByAws<const L extends Layer>(layer: L): BlockerCause & { readonly id: `${L}.named-by-aws` } {
  return {
    kind: 'named-by-aws',
    id: `${layer}.named-by-aws`,
    explain(blocker, denialCase) {
      const quote = quoteClause(denialCase, layer);
      if (quote === undefined) return 'AWS names another layer';
      return {
        summary: summaryOf(layer, denialCase),
        evidence: [quote, ...candidates(blocker, denialCase)],
        remedies: remediesOf(layer, blocker, denialCase),
      };
    },
  };
}

function summaryOf(layer: Layer, denialCase: DenialCase): string {
  const reason = namedReason(denialCase);
  const said = `AWS says that ${saidOf(layer, reason, denialCase.denial?.action ?? 'the request')}`;
  const seen = whatWasSeen(layer, denialCase);
  return seen === '' ? said : `${said}; ${seen}`;
}

/** Where AWS leaves open whether an Allow is missing or a Deny matches, so does this: KMS adds that the resource may not exist at all. */
function saidOf(layer: Layer, reason: NamedReason | undefined, action: string): string {
  const { one, singular } = LAYER_WORDS[layer];
  switch (reason?.effect) {
    case 'implicit':
      return `no ${singular} allows ${action}`;
    case null:
      return layer === 'resource'
        ? `the resource does not exist in this Region, or its policy does not allow ${action}, or denies it: it does not say which`
        : `${one} does not allow ${action}, or denies it: it does not say which`;
    default:
      return `${reason?.policyArn == null ? one : `the policy ${reason.policyArn}`} denies ${action}`;
  }
}

function candidates({ layer }: Blocker, denialCase: DenialCase): readonly Evidence[] {
  return possibleDenies(layer, denialCase)
    .slice(0, 3)
    .map((statement) => statementEvidence(denialCase, statement));
}

/** Deny statements of the layer that may match, depending on what is not known. */
function possibleDenies(layer: Layer, denialCase: DenialCase): readonly StatementFinding[] {
  if (denialCase.verdict === null) return [];
  const arn = namedReason(denialCase)?.policyArn ?? null;
  return layerVerdict(denialCase.verdict, layer).statements.filter(
    ({ effect, match, policy }) => effect === 'Deny' && match === 'unknown' && (arn === null || policy.arn === arn),
  );
}

/** Which of the statements that were read may be the one, and what that depends on. */
function mayBeIt(denies: readonly StatementFinding[]): string {
  const which =
    denies.length === 1
      ? 'a statement that was read may be the one'
      : `any of ${denies.length} statements that were read may be the one`;
  const keys = new Set(
    denies.flatMap(({ conditions }) => conditions.flatMap(({ match, key }) => (match === 'unknown' ? [key] : []))),
  );
  return keys.size === 0 ? which : `${which}, depending on ${someOf([...keys])}`;
}

/** `the policies of role ci-deployer`: where to look. */
function placeToLook(layer: Layer, { facts, denial }: DenialCase): string {
  switch (layer) {
    case 'identity': {
      const set = permissionSetOf(facts.principal?.name ?? null);
      if (set !== undefined) return `the permission set ${set}`;
      return `the policies of ${facts.principal === null ? 'the caller' : callerWords(facts.principal)}`;
    }
    case 'trust':
      return `the trust policy of ${shortName(facts.role?.arn ?? denial?.resource ?? null)}`;
    case 'resource':
      return resourcePolicyFor(denial?.resource ?? null);
    case 'scp':
    case 'rcp':
      return `the ${LAYER_WORDS[layer].policies} over the account`;
    case 'session':
      return 'the session policy that is passed when the session is made';
    case 'boundary':
    case 'endpoint':
      return LAYER_WORDS[layer].one;
  }
}

function remediesOf(layer: Layer, blocker: Blocker, denialCase: DenialCase): readonly Remedy[] {
  // As read, the policies allow the request, or no longer deny it: there is nothing to change.
  if (isContradicted(denialCase) && !isRuledOut(layer, denialCase))
    return [
      advise('try again; if it is still denied, check whose credentials these are, and what has changed since', 'you', [
        'aws',
        'sts',
        'get-caller-identity',
      ]),
    ];
  const reason = namedReason(denialCase);
  // An Allow for a caller without credentials is one for everyone: what mends it is to sign the request, which another cause says.
  if (layer === 'resource' && isImplicit(reason) && denialCase.facts.principal?.type === 'anonymous') return [];
  if (layer === 'identity' && isImplicit(reason) && isWhole(denialCase)) {
    const remedies = allowRemedies(blocker, denialCase);
    if (remedies.length > 0) return remedies;
  }
  const who = ownerOf(layer, denialCase);
  const arn = reason?.policyArn ?? null;
  const stated = denialCase.denial?.action ?? 'the request';
  const action = meantAction(stated) ?? stated;
  const place = arn ?? placeToLook(layer, denialCase);
  const commands = arn === null ? commandsToReadLayer(layer, denialCase) : commandsToRead(arn);
  return [advise(whatToDo(layer, reason, action, place), who, ...commands)];
}

function whatToDo(layer: Layer, reason: NamedReason | undefined, action: string, place: string): string {
  const denies = `find the statement in ${place} that denies ${action}: the request must meet its Condition, or the policy must exempt the caller`;
  switch (reason?.effect) {
    case 'implicit':
      return `allow ${action} in ${place.replace(/^the policies/, 'a policy')}`;
    case null: {
      const allow = `allow ${action} in ${place}, or ${denies}`;
      return layer === 'resource'
        ? `look for the resource in the Region and account in which it was made; if it is there, ${allow}`
        : allow;
    }
    default:
      return layer === 'scp' && reason?.policyArn == null
        ? eitherWay(action, place)
        : `${denies}; an Allow elsewhere does not help`;
  }
}

/** True where the text shows all that the missing Allow has to name: for iam:PassRole, the service as well; of a call on several resources, the others. */
function isWhole({ request }: DenialCase): boolean {
  return (
    request !== null &&
    otherParts(request.action, request.resource ?? '').length === 0 &&
    (!isPassRole(request.action) || request.context.get('iam:PassedToService').status === 'known')
  );
}

function isImplicit(reason: NamedReason | undefined): boolean {
  return reason?.effect === 'implicit';
}

/**
 * AWS uses the same words for both: "The error message can include the phrase … even if the denial is implicit": only a policy that AWS names is known to deny.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function eitherWay(action: string, place: string): string {
  return `find in ${place} the Deny of ${action}: the request must meet its Condition, or the policy must exempt the caller; if there is none, find the level (root, OU, account) that does not allow it, and allow it there`;
}

/** What was read of a layer that AWS names but in which nothing blocks; empty if no request could be evaluated. */
export function whatWasSeen(layer: Layer, denialCase: DenialCase): string {
  if (denialCase.verdict === null) return '';
  const { policies, isPlural } = LAYER_WORDS[layer];
  const found = layerVerdict(denialCase.verdict, layer);
  if (found.status === 'unreadable') {
    const arn = namedReason(denialCase)?.policyArn ?? null;
    if (canOnlyBePassed(layer, denialCase)) return 'no API shows which one it is';
    return `the ${arn === null ? policies : `policy ${shortName(arn)}`} could not be read here`;
  }
  if (isRuledOut(layer, denialCase))
    return `by the rules that denytrace knows, the ${policies} ${isPlural ? 'do' : 'does'} not apply to this request, but AWS says that ${isPlural ? 'they do' : 'it does'}`;
  if (found.status === 'absent')
    return 'as read now there is none: it has changed since, or the call was made with different credentials';
  if (found.allow === 'yes' && found.deny === 'no')
    return 'as read now it would allow the request: it has changed since, the change has not propagated yet, or this was a different request';
  if (isUnread(layer, denialCase)) return `nothing of the ${policies} could be read here`;
  const denies = isImplicit(namedReason(denialCase)) ? [] : possibleDenies(layer, denialCase);
  return denies.length > 0 ? mayBeIt(denies) : 'what could be read of it does not show the statement';
}

/** True for a session policy that was not passed: no API shows it. */
function canOnlyBePassed(layer: Layer, denialCase: DenialCase): boolean {
  const fact = layerFact(denialCase, layer);
  return layer === 'session' && fact.status === 'unreadable' && fact.gap.kind === 'not-given';
}

/** True if the layer has policies, but none of their documents could be read. */
function isUnread(layer: Layer, denialCase: DenialCase): boolean {
  const fact = layerFact(denialCase, layer);
  const policies = fact.status === 'known' ? fact.value.flatMap((level) => level.policies) : [];
  return policies.length > 0 && policies.every(({ document }) => document.status !== 'known');
}
