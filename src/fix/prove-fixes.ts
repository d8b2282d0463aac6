import type { FoundCause } from '../causes/cause.ts';
import { decided } from '../evidence/blockers/find-blockers.ts';
import { unseenGaps } from '../evidence/unseen-gaps.ts';
import { nextActionsWords } from '../grants/next-actions.ts';
import { accountOf } from '../grants/owners.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Cause, Diagnosis, Fix } from '../model/diagnosis.ts';
import { holdsText } from '../model/holds-text.ts';
import type { RequestPolicies } from '../model/policy.ts';
import type { Remedy } from '../model/remedy.ts';
import type { AccessRequest } from '../model/request.ts';
import { sendingContext } from '../request/request-context.ts';
import { type FixOutcome, newBlockersWords, outcomeOf, outcomeOfAdvice } from './after-fix.ts';
import { applyChanges } from './apply-changes.ts';
import { fixCommands } from './commands.ts';
import { type Draft, fitTogether, mergeDrafts } from './draft.ts';
import { draftInRoom } from './draft-in-room.ts';
import { newDocuments, spareWords, unsavableWords } from './new-documents.ts';
import { roomGap, shortages } from './room.ts';
import { throughEndpoint } from './through-endpoint.ts';

/** All causes with their fixes, each fix evaluated again; and all fixes taken together. */
export interface ProvenFixes {
  readonly causes: readonly Cause[];
  readonly fixesTogether: Diagnosis['fixesTogether'];
}

/**
 * Makes a fix of each cause's remedies and proves it: the change is applied to the facts in memory, and the request is evaluated again. A
 * fix that names somebody else than the request is proven on `renamed`, the same request under that name. Nothing is written anywhere.
 */
export function proveFixes(denialCase: DenialCase, causes: readonly FoundCause[], renamed?: DenialCase): ProvenFixes {
  const problem: Problem = { denialCase, causes, renamed };
  const drafts = causes.map((cause) => (leadsNowhere(cause, problem) ? undefined : draftInRoom(cause, denialCase)));
  const fixes = causes.map((cause, index) => {
    const draft = drafts[index];
    return draft === undefined ? null : provenFix(draft, cause, problem);
  });
  return {
    causes: sufficientFirst(
      causes.map((cause, index): Cause => {
        const { key, id, layer, certainty: rung, aspect, summary, evidence } = cause;
        const blocker = cause.blocker?.kind ?? null;
        return { key, id, layer, rung, blocker, aspect, summary, evidence, fix: fixes[index] ?? null };
      }),
    ),
    fixesTogether: provenTogether(drafts, fixes, problem),
  };
}

/** A cause whose fix suffices alone comes before those beside it whose fixes do not, if they are as sure. */
function sufficientFirst(causes: readonly Cause[]): readonly Cause[] {
  const isProven = ({ rung }: Cause) => rung === 'aws' || rung === 'evaluated';
  const suffices = ({ fix }: Cause) => fix?.check === 'allowed';
  const ordered: Cause[] = [];
  for (const cause of causes) {
    const before = ordered.findLastIndex((other) => isProven(other) !== isProven(cause) || suffices(other));
    ordered.splice(suffices(cause) ? before + 1 : ordered.length, 0, cause);
  }
  return ordered;
}

/** What the fixes are for. */
interface Problem {
  readonly denialCase: DenialCase;
  /** All that were found in it. */
  readonly causes: readonly FoundCause[];
  readonly renamed: DenialCase | undefined;
}

/**
 * True for a cause whose fix would lead nowhere: no policy can help, or the fix would let in a role or a caller that does not exist, while
 * another one must be meant.
 */
function leadsNowhere(cause: FoundCause, { denialCase, causes }: Problem): boolean {
  const { blocker, remedies } = cause;
  if (causes.some((other) => other !== cause && isCertainlyBeyondPolicies(other)))
    return blocker !== null || remedies.some(({ kind }) => kind === 'rename');
  if (remedies.some((remedy) => grantsOnMissingRole(remedy, denialCase))) return true;
  const missing = missingArns(denialCase, causes);
  return remedies.some((one) => one.kind !== 'rename' && missing.some((arn) => holdsText(one, arn)));
}

/** A grant on a role that does not exist: it has to be created, or another one named, first. */
function grantsOnMissingRole(remedy: Remedy, { facts: { role } }: DenialCase): boolean {
  if (role?.entity.status !== 'absent' || !remedy.kind.startsWith('add-')) return false;
  return holdsText(remedy, role.arn);
}

function isCertainlyBeyondPolicies({ beyondPolicies, certainty }: FoundCause): boolean {
  return beyondPolicies === true && (certainty === 'aws' || certainty === 'evaluated');
}

/** ARNs in the request that are proven not to exist, where another one must be meant. */
function missingArns({ facts }: DenialCase, causes: readonly FoundCause[]): readonly string[] {
  const { role, callerEntity, principal } = facts;
  const isRenamed = causes.some(({ remedies }) =>
    remedies.some((one) => one.kind === 'rename' && one.part === 'resource' && one.arn !== role?.arn),
  );
  const isMoved = callerEntity.status === 'absent' && callerEntity.instead !== undefined;
  return [isRenamed ? role?.arn : undefined, isMoved ? principal?.arn : undefined].flatMap((arn) => arn ?? []);
}

function provenFix(draft: Draft, cause: FoundCause, problem: Problem): Fix {
  const { denialCase } = problem;
  const { check, stillBlocking, openAfter, policies, newIn = [] } = proveInRoom(draft, [cause], problem);
  const documents = policies === undefined ? [] : newDocuments(denialCase.facts.policies, policies, draft.changes);
  const isAllowed = cause.layer === 'identity' && cause.blocker?.kind !== 'explicit-deny' && draft.changes.length > 0;
  const summary = [
    draft.summary,
    spareWords(documents),
    unsavableWords(documents, denialCase.facts),
    newBlockersWords(newIn),
    policies !== undefined && isAllowed ? nextActionsWords(denialCase, policies) : '',
  ];
  return {
    who: draft.who,
    summary: summary.filter((part) => part !== '').join('; '),
    account: accountOf({ who: draft.who, policy: draft.changes[0]?.policy }, cause.layer, denialCase),
    changes: draft.changes,
    ...(draft.effect === undefined || draft.effect.length === 0 ? {} : { effect: draft.effect }),
    // A request to send instead would pass for checked.
    ...(draft.request === null || draft.setBeforehand === true || caseMeant(draft, problem) === undefined
      ? {}
      : { request: draft.request }),
    commands: [...documents.flatMap(fixCommands), ...draft.commands],
    documents: documents.map(({ file, document }) => ({ file, document })),
    check,
    stillBlocking,
    openAfter,
  };
}

/** All drafts that fit together, applied one after the other; null where there is none, or where one sends a name that was not tried. */
function provenTogether(
  drafts: readonly (Draft | undefined)[],
  fixes: readonly (Fix | null)[],
  problem: Problem,
): Diagnosis['fixesTogether'] {
  const usable = fitTogether(problem.causes, drafts, problem.denialCase);
  const together = mergeDrafts(usable.map(({ draft }) => draft));
  if (usable.length === 0 || caseMeant(together, problem) === undefined) return null;
  const fixed = usable.map(({ cause }) => cause);
  const [only, ...more] = fixed;
  const alone = only !== undefined && more.length === 0 ? fixes[problem.causes.indexOf(only)] : null;
  const { check, stillBlocking, openAfter } = alone ?? proveInRoom(together, fixed, problem);
  return { check, stillBlocking, openAfter };
}

/** The proof of a draft; it is open where AWS may not take one of its documents. */
function proveInRoom(draft: Draft, fixed: readonly FoundCause[], problem: Problem): Proof {
  const proof = prove(draft, fixed, problem);
  const before = problem.denialCase.facts.policies;
  if (proof.policies === undefined) return proof;
  const short = shortages(newDocuments(before, proof.policies, draft.changes), before, proof.policies);
  if (short.length === 0) return proof;
  const check = proof.check === 'allowed' ? 'open' : proof.check;
  return { ...proof, check, openAfter: [...proof.openAfter, ...short.map(roomGap)] };
}

interface Proof extends FixOutcome {
  /** The policies after the changes; undefined where the changes do not fit. */
  readonly policies: RequestPolicies | undefined;
}

/** Where so many statements deny, each for certain, changing one leaves the others: that needs no evaluation. */
const CROWD = 64;

/** Applies a draft that fixes some of the causes, and evaluates the request again. */
function prove(draft: Draft, fixed: readonly FoundCause[], problem: Problem): Proof {
  const { causes } = problem;
  const meant = caseMeant(draft, problem);
  const denialCase = meant ?? problem.denialCase;
  const { request } = denialCase;
  const changes = [...draft.changes, ...(draft.effect ?? [])];
  const changed = applyChanges(denialCase.facts.policies, changes);
  const policies = changed && throughEndpoint(changed, draft.request);
  const openAfter = unseenGaps(denialCase);
  // What is wrong with the credentials are readings of one error: none of them holds back the fix of another.
  if (denialCase.denial?.kind === 'credentials') return { check: null, stillBlocking: [], openAfter, policies };
  // What gets past all policies leaves none of their causes.
  const isFixed = new Set(fixed);
  const others = fixed.some(({ beyondPolicies }) => beyondPolicies === true)
    ? []
    : causes.filter((cause) => !isFixed.has(cause));
  const denies = draft.request === null ? others.filter(deniesForCertain) : [];
  if (denies.length > CROWD) {
    const stillBlocking = denies.slice(0, CROWD).map(({ key }) => key);
    return { check: 'still-blocked', stillBlocking, openAfter, policies };
  }
  const isAdvice = changes.length === 0 && draft.request === null;
  if (request === null || policies === undefined || isAdvice || meant === undefined)
    return { ...outcomeOfAdvice(fixed, others, openAfter), policies };
  const sent = draft.request === null ? request : sendingContext(request, draft.request.context);
  const after = decided(denialCase, sent, policies);
  return {
    ...outcomeOf(opensAllow(denialCase, after) ? decidedAnew(denialCase, sent, policies) : after, causes, others),
    policies,
  };
}

/** The case after a change that AWS has not judged: what it said of the denial is about the policies as they were. */
function decidedAnew(denialCase: DenialCase, ...changed: [AccessRequest, RequestPolicies]) {
  const { denial } = denialCase;
  return decided({ ...denialCase, denial: denial && { ...denial, reason: null } }, ...changed);
}

/** True where an Allow may match after a change that did not before, or was not there. */
function opensAllow(before: DenialCase, after: DenialCase): boolean {
  const seen = new Set(openAllows(before));
  return openAllows(after).some((statement) => !seen.has(statement));
}

function openAllows({ verdict }: DenialCase): readonly string[] {
  return Object.values(verdict?.layers ?? {}).flatMap(({ layer, statements }) =>
    statements
      .filter(({ effect, match }) => effect === 'Allow' && match === 'unknown')
      .map(({ policy, level, index }) =>
        JSON.stringify([layer, level, policy.arn, policy.name, policy.attachedTo, index]),
      ),
  );
}

/** The case with the names that the draft sends; undefined where none was evaluated. */
function caseMeant({ request: sent }: Draft, { denialCase, renamed }: Problem): DenialCase | undefined {
  return [denialCase, renamed].find(
    (one) =>
      (sent?.resource === undefined || sent.resource === one?.request?.resource) &&
      (sent?.principal === undefined || sent.principal === one?.request?.principal.arn),
  );
}

function deniesForCertain({ blocker, certainty }: FoundCause): boolean {
  return blocker?.kind === 'explicit-deny' && blocker.statement?.match === 'yes' && certainty !== 'likely';
}
