import { decide } from '../evaluate/decide.ts';
import { namedReason } from '../evidence/aws-words/stated-reason.ts';
import { layerVerdict } from '../evidence/blockers/verdict-layers.ts';
import { type ExemptedCaller, exemptedArn, exemptedRole, exemptedService } from '../grants/exempted-caller.ts';
import { isPermissionSet } from '../model/aws-names.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { known as read } from '../model/fact.ts';
import type { Layer } from '../model/layer.ts';
import type { Placeholder, PolicyStatement, Requirement } from '../model/requirement.ts';
import { oneOrMore } from '../policy/one-or-more.ts';
import { usualGuards } from '../reference/guards/usual-guards.ts';
import type { Asked } from './asked.ts';
import { type CallerName, pathIsKnown } from './caller.ts';
import { organizationCommands } from './commands.ts';
import { known, type Named, placeholdersOf } from './named.ts';

/**
 * Where AWS says "with an explicit deny", an Allow does not help: in the layer that it names, the Deny has to be found. The caller's request
 * has to meet its condition, or its owner has to exempt the caller. Where AWS names no layer, the Deny can be in each of them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function againstDeny(requirement: Requirement, asked: Asked): Requirement {
  const { denialCase } = asked;
  const reason = denialCase.denial?.reason ?? null;
  const { id, step, need } = requirement;
  if (reason?.effect !== 'explicit' || id !== step || (need !== 'allow' && need !== 'no-deny')) return requirement;
  const named = namedReason(denialCase)?.layer;
  if (named === undefined) return anywhere(requirement, asked);
  return named === step ? foundIn(named, requirement, asked) : requirement;
}

/**
 * Within one account, where an identity policy allows the request already, the policy of the resource need not allow it as well: it only
 * must not deny it. Not where it has to allow it in any case, as a key policy has to, nor where AWS says that it lacks an Allow.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export function sparedAllow(requirement: Requirement, all: readonly Requirement[], asked: Asked): Requirement {
  const { verdict } = asked.denialCase;
  if (needsNoIdentityAllow(requirement, asked.denialCase)) return anywhere(requirement, asked);
  const identity = all.find(({ id }) => id === 'identity');
  const isSpared =
    requirement.id === 'resource' &&
    requirement.need === 'allow' &&
    requirement.status === 'open' &&
    asked.accounts === 'same' &&
    identity?.need === 'allow' &&
    identity.ways.some(({ alsoNeeds }) => alsoNeeds.length === 0) &&
    verdict !== null &&
    layerVerdict(verdict, 'identity').allow === 'yes' &&
    namedReason(asked.denialCase)?.layer !== 'resource';
  return isSpared ? anywhere(requirement, asked) : requirement;
}

/**
 * The other way round: the policy of the resource was read and names the caller itself, so that the identity policies, which could not be read, need
 * not allow it. Decided again without them, the request is not denied.
 */
function needsNoIdentityAllow({ id, need, status }: Requirement, denialCase: DenialCase): boolean {
  const { request, verdict, facts } = denialCase;
  if (id !== 'identity' || need !== 'allow' || status !== 'open' || request === null || verdict === null) return false;
  if (namedReason(denialCase)?.layer === 'identity' || verdict.layers.resource.allow !== 'yes') return false;
  return decide(request, { ...facts.policies, identity: read([]) }).allowed !== 'no';
}

function withoutWays(requirement: Requirement): Extract<Requirement, { need: 'no-deny' }> {
  const { id, step, request, status, target, likely, who, usual, show, placeholders } = requirement;
  const base = { id, step, request, status, target, likely, who, usual, show, placeholders };
  return { ...base, need: 'no-deny', guards: [], exemption: null };
}

/** Where AWS names no layer, what a Deny usually asks is said of the policies that have to be looked through first: the caller's and the resource's. */
function anywhere(requirement: Requirement, asked: Asked): Requirement {
  const { step, need } = requirement;
  if (need !== 'allow' || step === 'scp') return requirement;
  const open = withoutWays(requirement);
  return step === 'identity' || step === 'resource' || step === 'trust'
    ? { ...open, guards: guardsIn(step, asked), placeholders: namedIn(open.placeholders, open.show) }
    : open;
}

function guardsIn(layer: Layer, { action, resource, caller, accounts }: Asked) {
  return usualGuards({ layer, action, resource, callerType: caller.type, accounts });
}

/** The document that AWS names: what its Deny usually asks, the commands that show it, and the last resort. */
function foundIn(layer: Layer, requirement: Requirement, asked: Asked): Requirement {
  const { caller, denialCase } = asked;
  const exemption = layer === 'session' ? undefined : exemptionOf(caller, denialCase);
  const shown =
    layer === 'scp' || layer === 'rcp' ? organizationCommands(layer, requirement.target.account) : undefined;
  return {
    ...withoutWays(requirement),
    guards: guardsIn(layer, asked),
    exemption: exemption?.statement ?? null,
    show: shown?.map(({ command }) => command) ?? requirement.show,
    placeholders: once([
      ...(shown === undefined
        ? namedIn(requirement.placeholders, requirement.show)
        : placeholdersOf(shown.flatMap(({ names }) => names))),
      ...(exemption?.names.placeholders ?? []),
    ]),
  };
}

/** Those that the commands still hold: the statements are not printed. */
function namedIn(placeholders: readonly Placeholder[], show: Requirement['show']): readonly Placeholder[] {
  const words = show.flatMap(({ argv }) => argv).join(' ');
  return placeholders.filter(({ token }) => words.includes(token));
}

function once(placeholders: readonly Placeholder[]): readonly Placeholder[] {
  return [...new Map(placeholders.map((one) => [one.token, one])).values()];
}

interface Exemption {
  readonly statement: PolicyStatement;
  readonly names: Named;
}

/** The condition that leaves out the caller alone; undefined for callers that no key distinguishes from others. */
function exemptionOf(caller: CallerName, denialCase: DenialCase): Exemption | undefined {
  const found = exempted(caller, denialCase);
  if (found === undefined) return undefined;
  const { operator, key, values } = found;
  const names = caller.service === null ? caller.arn : known(caller.service);
  return { statement: { Condition: { [operator]: { [key]: oneOrMore(values) } } }, names };
}

function exempted(caller: CallerName, denialCase: DenialCase): ExemptedCaller | undefined {
  const { type, arn, service } = caller;
  if (type === 'anonymous' || type === 'federated') return undefined;
  if (service !== null) return exemptedService(service);
  if (type === 'service') return undefined;
  const [, roles, name] = /^(arn:[^/]*:role\/)([^/]+)$/.exec(arn.text) ?? [];
  if (roles === undefined || name === undefined) return exemptedArn(arn.text);
  return isPermissionSet(name) || !pathIsKnown(caller, denialCase) ? exemptedRole(roles, name) : exemptedArn(arn.text);
}
