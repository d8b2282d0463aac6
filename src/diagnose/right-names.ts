import type { FoundCause } from '../causes/cause.ts';
import type { AskedCause } from '../causes/contest.ts';
import { findCauses } from '../causes/find-causes.ts';
import { namedReason } from '../evidence/aws-words/stated-reason.ts';
import { withBlockers } from '../evidence/blockers/find-blockers.ts';
import { isPassRole } from '../model/actions.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer } from '../model/layer.ts';
import { type NonEmpty, nonEmpty } from '../model/non-empty.ts';
import { parsePrincipal } from '../model/principal.ts';
import type { Question } from '../model/question.ts';
import type { Remedy } from '../model/remedy.ts';
import { type BuiltCase, buildCase } from './build-case.ts';
import type { Subject, Trace } from './subject.ts';

/** A case with the causes found in it. */
export interface ExplainedCase extends BuiltCase {
  readonly causes: readonly FoundCause[];
}

/** The remedy for a request that names a caller or a role that does not exist: what to name instead. */
type Rename = Extract<Remedy, { kind: 'rename' }>;

/** A name in a request that does not exist, although it is certain which principal is meant. */
export interface WrongName {
  /** The request with the wrong name. */
  readonly asked: ExplainedCase;
  /** What says that the name is wrong, and which one is right. */
  readonly cause: FoundCause;
  readonly rename: Rename;
}

/** A request, and the names that it should have. */
export type NamedRequest =
  /** No name in it is known to be wrong. */
  | { readonly kind: 'as-asked'; readonly meant: ExplainedCase }
  /** Names in it are wrong. AWS gave no reason, or one that holds for the right names as well. */
  | { readonly kind: 'misnamed'; readonly wrongNames: NonEmpty<WrongName>; readonly meant: ExplainedCase }
  /**
   * Names in it are wrong, and that is what AWS's reason is about: layers block the request as it was asked, and let the right names
   * through. `meant` is explained without that reason.
   */
  | {
      readonly kind: 'misnamed-and-denied-as-asked';
      readonly wrongNames: NonEmpty<WrongName>;
      readonly asked: ExplainedCase;
      readonly deniedAsAsked: readonly Layer[];
      readonly meant: ExplainedCase;
    };

/**
 * Explains a request under the right names. Where it names a caller or a role under a path that it does not have, everything is read and
 * evaluated for the one that has the name: a policy that fits the wrong ARN would not help.
 */
export async function withRightNames(built: BuiltCase): Promise<NamedRequest> {
  const asked = explained(built, built.denialCase.relatedTo === null ? 'as-asked' : 'related');
  const wrong: WrongName[] = [];
  let meant = asked;
  // The caller and the role: no other name can be wrong.
  while (wrong.length < 2) {
    const found = findRename(meant.causes, { certain: true });
    const next = found && (await askRenamed(meant, found.rename));
    if (found === undefined || next === undefined) break;
    wrong.push({ ...found, asked: meant });
    meant = explained(next, 'right-names');
  }
  const wrongNames = nonEmpty(wrong);
  if (wrongNames === undefined) return { kind: 'as-asked', meant };
  const deniedAsAsked = layersDeniedAsAsked(asked.denialCase, meant.denialCase);
  return deniedAsAsked.length === 0
    ? { kind: 'misnamed', wrongNames, meant }
    : { kind: 'misnamed-and-denied-as-asked', wrongNames, asked, deniedAsAsked, meant: withoutReason(meant) };
}

/** The same request under a name that may be meant; undefined where no cause suggests one. */
export async function underGuessedName(request: ExplainedCase): Promise<BuiltCase | undefined> {
  const guess = findRename(request.causes, { certain: false });
  return guess && askRenamed(request, guess.rename);
}

function explained(built: BuiltCase, which: Trace['which']): ExplainedCase {
  const { denialCase, subject, surroundings } = built;
  const asked: AskedCause[] = [];
  const causes = findCauses(denialCase, surroundings.onTrace && ((one) => asked.push(one)));
  surroundings.onTrace?.({ subject, which, denialCase, asked });
  return { ...built, causes };
}

function findRename(
  causes: readonly FoundCause[],
  { certain }: Pick<Rename, 'certain'>,
): Pick<WrongName, 'cause' | 'rename'> | undefined {
  for (const cause of causes)
    for (const rename of cause.remedies)
      if (rename.kind === 'rename' && rename.certain === certain) return { cause, rename };
  return undefined;
}

/**
 * The same request with another caller or resource, read and evaluated anew. Undefined where it turns out to be about the old one: AWS's
 * own record of the denial says which resource was asked for.
 */
async function askRenamed({ subject, surroundings, question, denialCase }: BuiltCase, { part, arn }: Rename) {
  const option = part === 'resource' ? 'resource' : 'caller';
  const { relatedTo } = denialCase;
  const next = await buildCase(
    part === 'resource' ? aboutResource(subject, arn) : subject,
    { ...surroundings, given: { ...surroundings.given, [option]: arn } },
    // A related question is not read from the text or the options.
    relatedTo === null ? null : { question: askingFor(question, part, arn), to: relatedTo },
  );
  const { role, principal } = next.denialCase.facts;
  const named = part === 'resource' ? role?.arn : principal?.arn;
  return named === arn ? next : undefined;
}

function askingFor(question: Question, part: Rename['part'], arn: string): Question {
  return part === 'resource'
    ? { ...question, resource: arn }
    : { ...question, principal: parsePrincipal(arn) ?? question.principal };
}

function aboutResource(subject: Subject, resource: string): Subject {
  return subject.denial === null ? subject : { ...subject, denial: { ...subject.denial, resource } };
}

/**
 * The layers that block the request as it was asked, and that the right names pass: of all of them the one that AWS names. Where AWS names
 * none and a role is passed, all of them: IAM evaluates iam:PassRole for the ARN that is passed, whether there is such a role or not.
 */
function layersDeniedAsAsked(asked: DenialCase, meant: DenialCase): readonly Layer[] {
  if (asked.verdict === null || meant.verdict === null) return [];
  const { blockers, suspects } = meant.verdict;
  const passed = asked.verdict.blockers.filter((layer) => !blockers.includes(layer) && !suspects.includes(layer));
  const reason = namedReason(asked);
  if (reason !== undefined) return passed.filter((layer) => layer === reason.layer);
  const hasItsCaller = asked.request?.principal.arn === meant.request?.principal.arn;
  return hasItsCaller && isPassRole(asked.request?.action ?? null) ? passed : [];
}

/** The case as if AWS had given no reason. */
function withoutReason(request: ExplainedCase): ExplainedCase {
  const { denial } = request.denialCase;
  if (denial === null) return request;
  const denialCase = withBlockers({ ...request.denialCase, denial: { ...denial, reason: null } });
  return explained({ ...request, denialCase }, 'right-names-without-reason');
}
