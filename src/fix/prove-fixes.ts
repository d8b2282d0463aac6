import type { FoundCause } from '../causes/cause.ts';
import { decided } from '../evidence/blockers/find-blockers.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Cause, Diagnosis, Fix } from '../model/diagnosis.ts';
import type { Gap } from '../model/gap.ts';
import type { Layer } from '../model/layer.ts';
import type { RequestPolicies } from '../model/policy.ts';
import type { Verdict } from '../model/verdict.ts';
import { accountOf } from './account-of.ts';
import { applyChanges } from './apply-changes.ts';
import { blockingKeys, likelyKeys, newBlockersWords } from './blocking-keys.ts';
import { combineRemedies, fitTogether, mergeDrafts } from './combine-drafts.ts';
import { fixCommands } from './commands/fix-commands.ts';
import { spareWords } from './commands/spare-version.ts';
import { unsavableWords } from './dead-principals.ts';
import type { Draft } from './draft.ts';
import { leadsNowhere } from './leads-nowhere.ts';
import { newDocuments } from './new-documents.ts';
import { unseenGaps } from './open-gaps.ts';
import { sendingContext } from './sending-context.ts';

/** All causes with their fixes, each fix evaluated again; and all fixes taken together. */
export interface ProvenFixes {
  readonly causes: readonly Cause[];
  readonly fixesTogether: Diagnosis['fixesTogether'];
}

/**
 * Makes a fix of every remedy and proves it: the change is applied to the facts in memory and the request decided again. A fix that
 * names somebody else than the request is proven on `renamed`, the same request with that name.
 * Nothing is written anywhere.
 */
export function proveFixes(denialCase: DenialCase, found: readonly FoundCause[], renamed?: DenialCase): ProvenFixes {
  const around: Around = { denialCase, found, renamed };
  const drafts = found.map((cause) =>
    leadsNowhere(cause, denialCase, found) ? undefined : combineRemedies(cause, denialCase),
  );
  const causes = found.map((cause, index): Cause => {
    const draft = drafts[index];
    const { key, id, layer, certainty, summary, evidence } = cause;
    return {
      key,
      id,
      layer,
      rung: certainty,
      blocker: cause.blocker?.kind ?? null,
      aspect: cause.aspect,
      summary,
      evidence,
      fix: draft === undefined ? null : provenFix(draft, around, cause),
    };
  });
  const usable = fitTogether(found, drafts, denialCase);
  if (usable.length === 0) return { causes, fixesTogether: null };
  const together = mergeDrafts(usable.map(({ draft }) => draft));
  if (caseMeant(together, around) === undefined) return { causes, fixesTogether: null };
  const { check, stillBlocking, openAfter } = checkDraft(
    together,
    around,
    usable.map(({ cause }) => cause),
  );
  return { causes, fixesTogether: { check, stillBlocking, openAfter } };
}

/** What a fix is proven in. */
interface Around {
  readonly denialCase: DenialCase;
  readonly found: readonly FoundCause[];
  readonly renamed: DenialCase | undefined;
}

function provenFix(draft: Draft, around: Around, cause: FoundCause): Fix {
  const { denialCase } = around;
  const { check, stillBlocking, openAfter, policies, newIn = [] } = checkDraft(draft, around, [cause]);
  const documents = policies === undefined ? [] : newDocuments(denialCase.facts.policies, policies, draft.changes);
  return {
    who: draft.who,
    summary: [
      draft.summary,
      spareWords(documents),
      unsavableWords(documents, denialCase.facts),
      newBlockersWords(newIn),
    ]
      .filter((part) => part !== '')
      .join('; '),
    account: accountOf(draft, cause.layer, denialCase),
    changes: draft.changes,
    // Without one, nobody takes the advice for checked.
    ...(draft.request === null || caseMeant(draft, around) === undefined ? {} : { request: draft.request }),
    commands: [...documents.flatMap(fixCommands), ...draft.commands],
    documents: documents.map(({ file, document }) => ({ file, document })),
    check,
    stillBlocking,
    openAfter,
  };
}

interface Proof {
  readonly check: Fix['check'];
  readonly stillBlocking: readonly string[];
  readonly openAfter: readonly Gap[];
  /** Where something blocks then that is no cause of the diagnosis. */
  readonly newIn?: readonly Layer[];
  /** After the changes; undefined where they do not fit. */
  readonly policies: RequestPolicies | undefined;
}

/** Where so many statements deny, each certainly, changing one of them leaves the others: that needs no deciding again. */
const CROWD = 64;

function checkDraft(draft: Draft, around: Around, fixed: readonly FoundCause[]): Proof {
  const { found } = around;
  const gone = new Set(fixed);
  // What leads past all policies leaves nothing of them.
  const others = fixed.some(({ beyondPolicies }) => beyondPolicies === true)
    ? []
    : found.filter((cause) => !gone.has(cause));
  const meant = caseMeant(draft, around);
  const denialCase = meant ?? around.denialCase;
  const policies = applyChanges(denialCase.facts.policies, draft.changes);
  const openBefore = unseenGaps(denialCase);
  // Causes of wrong credentials are readings of one error: no other one holds the fix back.
  if (denialCase.denial?.kind === 'credentials')
    return { check: 'open', stillBlocking: [], openAfter: openBefore, policies };
  const denies = draft.request === null ? others.filter(deniesForCertain) : [];
  if (denies.length > CROWD) {
    const stillBlocking = denies.slice(0, CROWD).map(({ key }) => key);
    return { check: 'still-blocked', stillBlocking, openAfter: openBefore, policies };
  }
  const isAdvice = draft.changes.length === 0 && draft.request === null;
  if (denialCase.request === null || policies === undefined || isAdvice || meant === undefined)
    return { ...judgeAdvice(others, openBefore), policies };
  const request =
    draft.request === null ? denialCase.request : sendingContext(denialCase.request, draft.request.context);
  const after = decided(denialCase, request, policies);
  return { ...judgeVerdict(after, after.verdict, found, others), policies };
}

/** The case with the names that the fix sends; undefined where nobody decided it. */
function caseMeant({ request: sent }: Draft, { denialCase, renamed }: Around): DenialCase | undefined {
  const fits = (one: DenialCase | undefined) =>
    (sent?.resource === undefined || sent.resource === one?.request?.resource) &&
    (sent?.principal === undefined || sent.principal === one?.request?.principal.arn);
  return [denialCase, renamed].find(fits);
}

function deniesForCertain({ blocker, certainty }: FoundCause): boolean {
  return blocker?.kind === 'explicit-deny' && blocker.statement?.match === 'yes' && certainty !== 'likely';
}

/** Causes beyond the policies stay until their own fix is done. */
function judgeVerdict(
  after: DenialCase,
  verdict: Verdict,
  found: readonly FoundCause[],
  others: readonly FoundCause[],
): Omit<Proof, 'policies'> {
  const { keys, newIn } = blockingKeys(after, verdict, found);
  const beyond = others.filter(isBeyond).map((cause) => cause.key);
  const named = others.filter((cause) => cause.blocker?.kind === 'named-by-aws').map((cause) => cause.key);
  const certain = [...new Set([...keys, ...beyond])];
  const openAfter = unseenGaps(after);
  if (verdict.allowed === 'no' || certain.length > 0 || newIn.length > 0)
    return { check: 'still-blocked', stillBlocking: [...new Set([...certain, ...named])], openAfter, newIn };
  const allowed = verdict.allowed === 'yes' && openAfter.length === 0 && named.length === 0;
  return allowed
    ? { check: 'allowed', stillBlocking: [], openAfter }
    : { check: 'open', stillBlocking: [...likelyKeys(after, others), ...named], openAfter };
}

/** What is certain beyond the policies; and who is named wrongly stays so, though AWS never says that it is why. */
function isBeyond({ blocker, certainty, remedies }: FoundCause): boolean {
  return blocker === null && (certainty !== 'likely' || remedies.some((one) => one.kind === 'rename' && one.certain));
}

/**
 * A fix that only tells what to do (get other credentials, say) changes nothing that could be evaluated. It is taken as done: the answer
 * stays open, unless others certainly block besides.
 */
function judgeAdvice(others: readonly FoundCause[], openAfter: readonly Gap[]): Omit<Proof, 'policies'> {
  const certain = others
    .filter(({ certainty }) => certainty === 'aws' || certainty === 'evaluated')
    .map(({ key }) => key);
  if (certain.length > 0) return { check: 'still-blocked', stillBlocking: certain, openAfter };
  const likely = others.filter(({ blocker }) => blocker !== null).map(({ key }) => key);
  return { check: 'open', stillBlocking: likely, openAfter };
}
