import { noPolicyDecides } from '../causes/no-policy-decides.ts';
import { type NamedReason, namedReason } from '../evidence/aws-words/stated-reason.ts';
import { serviceKeyOf } from '../evidence/service-key.ts';
import { commandsToRead } from '../grants/commands-to-read.ts';
import { actsOnTrust, isPassRole, takesLongTermKeyOnly } from '../model/actions.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { LAYER_WORDS } from '../model/layer-words.ts';
import type { Question } from '../model/question.ts';
import type { Requirement } from '../model/requirement.ts';
import { shortName } from '../model/short-name.ts';
import { LIMITING_STEPS } from '../model/step-id.ts';
import { type Asked, askedFor } from './asked.ts';
import { additionalPermission, type CandidateAction, candidateAction, likelyCandidate } from './candidates.ts';
import { againstDeny, sparedAllow } from './explicit-deny.ts';
import { access } from './kinds/access.ts';
import { assumeRole } from './kinds/assume-role.ts';
import { bucketAccess, isCallOfBucket } from './kinds/bucket-call.ts';
import { delivery, isDelivery } from './kinds/delivery.ts';
import { extras, withIotPolicy } from './kinds/extras.ts';
import { functionImage, isFunctionImage } from './kinds/function-image.ts';
import { functionUrl, isFunctionUrl } from './kinds/function-url.ts';
import { withImageActions } from './kinds/image.ts';
import { isAboutManagedRule, managedRule } from './kinds/managed-rule.ts';
import { passedByOperation, passRole } from './kinds/pass-role.ts';
import { queueAccess, queueOf } from './kinds/queue-url.ts';
import { assumeRoleWithSaml } from './kinds/saml.ts';
import { destination, isDestination } from './kinds/service-destination.ts';
import { serviceKeyAccess } from './kinds/service-key.ts';
import { withServiceRules } from './kinds/service-rules.ts';
import { assumeRoleWithWebIdentity } from './kinds/web-identity.ts';
import { statusOf } from './status.ts';

/**
 * What must be true for the request to be allowed, by AWS's rules: for each document that takes part, the statements that would do, whose
 * it is and the commands that show it. In the order in which it is worth looking. It needs no request that could be evaluated: without a
 * caller, a resource or an action of its own, tokens take their place. Where policies were read, `status` says what they meet.
 *
 * Empty where no policy decides: refused credentials, calls that need no permission, what a setting or AWS itself refuses, texts without an operation. Never throws, whatever
 * the text holds.
 * @param question what the text and the options ask
 * @param denialCase the facts that were read, and the verdict if there is one
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function requirements(question: Question, denialCase: DenialCase): readonly Requirement[] {
  const { denial } = denialCase;
  const serviceKey = serviceKeyOf(denialCase);
  if (serviceKey !== undefined) return serviceKeyAccess(serviceKey, question, denialCase);
  const queue = question.action === null ? queueOf(denialCase) : undefined;
  if (queue !== undefined) return queueAccess(queue, question, denialCase);
  if (question.action === null && isCallOfBucket(denialCase) && !noPolicyDecides(denialCase))
    return bucketAccess(question, denialCase);
  const candidate = candidateAction(question, denialCase) ?? additionalAction(denialCase) ?? likelyCandidate(question);
  if (candidate === undefined || denial?.kind === 'credentials' || needsNoPolicy(candidate.action)) return [];
  if (noPolicyDecides(denialCase)) return [];
  const asked = askedFor(candidate.action, true, question, denialCase);
  const found = kindOf(asked, candidate.isNamed);
  const pointed = found.map((one) => {
    const changed = againstDeny(one, asked);
    // AWS says "explicit deny" of a level without an Allow, too.
    const status = statusOf(one.step === 'scp' ? one : changed, denialCase);
    return pointedAt({ ...changed, status }, denialCase);
  });
  const needed = pointed.map((one) => sparedAllow(one, pointed, asked));
  return inOrder(needed.map((one) => withLikelyCall(one, candidate)));
}

/** Why the list is about an action that the text does not name. */
function withLikelyCall(requirement: Requirement, { likelyCall }: CandidateAction): Requirement {
  return likelyCall === undefined ? requirement : { ...requirement, likelyCall };
}

/** The action that the text names as needed besides, where it does not name the one that was called. */
function additionalAction({ text }: DenialCase): CandidateAction | undefined {
  const found = additionalPermission(text);
  return found === undefined ? undefined : { action: found.action, isNamed: true };
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
function needsNoPolicy(action: string): boolean {
  return takesLongTermKeyOnly(action) || action.toLowerCase() === 'sts:getcalleridentity';
}

function kindOf(asked: Asked, isNamed: boolean): readonly Requirement[] {
  const action = asked.action.toLowerCase();
  if (action === 'sts:assumerolewithwebidentity') return assumeRoleWithWebIdentity(asked);
  if (action === 'sts:assumerolewithsaml') return assumeRoleWithSaml(asked);
  if (actsOnTrust(action)) return assumeRole(asked);
  if (isPassRole(action)) return passRole(asked);
  if (isDestination(asked)) return destination(asked);
  if (isAboutManagedRule(asked)) return managedRule(asked);
  if (isDelivery(asked)) return delivery(asked);
  if (isFunctionUrl(asked)) return functionUrl(asked);
  if (isFunctionImage(asked)) return functionImage(asked);
  const found = [...access(asked), ...extras(asked, isNamed), ...passedByOperation(asked, isNamed)];
  return withServiceRules(asked, withImageActions(asked, withIotPolicy(asked, found)));
}

function saidByAws({ layer, effect }: NamedReason): string {
  const { one, singular } = LAYER_WORDS[layer];
  if (effect === null) return `AWS says that ${one} does not allow it, or denies it`;
  return effect === 'explicit' ? `AWS says that a ${singular} denies it` : `AWS says that no ${singular} allows it`;
}

/** AWS names the policy type. */
function pointedAt(requirement: Requirement, denialCase: DenialCase): Requirement {
  const additional = additionalPermission(denialCase.text);
  if (additional !== undefined && requirement.step === 'identity' && requirement.request.action === additional.action)
    return {
      ...requirement,
      likely: `AWS says that ${additional.action} is required ${additional.beside === null ? 'as well' : `beside ${additional.beside}`}`,
    };
  const reason = namedReason(denialCase);
  if (reason === undefined || requirement.id !== reason.layer) return requirement;
  const said = saidByAws(reason);
  const account = requirement.target.account;
  const named = commandsToRead(reason.policyArn).map((argv) => ({ argv, account }));
  // The policy that AWS names is the one to read: what else is attached need not be listed.
  const show = named.length > 0 ? named : requirement.show;
  const policy = reason.policyArn;
  const target = policy === null ? requirement.target : { ...requirement.target, arn: policy, name: shortName(policy) };
  const left = JSON.stringify([show, contentOf(requirement)]);
  return {
    ...requirement,
    likely: said,
    show,
    target,
    placeholders: requirement.placeholders.filter(({ token }) => left.includes(token)),
  };
}

/** What is printed of a requirement besides its commands. */
function contentOf(requirement: Requirement): unknown {
  if (requirement.need === 'allow') return requirement.ways;
  return requirement.need === 'no-deny' ? requirement.exemption : null;
}

/** Unmet before open, what the text points at before the rest, documents that grant before those that only limit, and what is met last. */
function inOrder(all: readonly Requirement[]): readonly Requirement[] {
  return all
    .map((one, index) => ({ one, rank: [...rankOf(one), index] }))
    .toSorted((a, b) => compare(a.rank, b.rank))
    .map(({ one }) => one);
}

const AFTER_GRANTS: ReadonlySet<string> = new Set(['role', 'provider', 'pass-role.trust', 'pass-role.account']);

function rankOf({ status, likely, step, id }: Requirement): readonly number[] {
  return [
    status === 'unmet' ? 0 : status === 'open' ? 1 : 2,
    likely === null ? 1 : 0,
    LIMITING_STEPS.has(step) ? 2 : AFTER_GRANTS.has(id) ? 1 : 0,
  ];
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < left.length; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
