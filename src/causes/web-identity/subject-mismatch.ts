import { quoted } from '../../evidence/allow-evidence.ts';
import { isWebIdentity } from '../../evidence/federated-call.ts';
import { compareValues } from '../../evidence/near-miss/compare-values.ts';
import { covers } from '../../evidence/near-miss/covers.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import type { ConditionNearMiss, StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import type { Operator } from '../../evidence/near-miss/operator.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { ownerOf } from '../../grants/owners.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Evidence } from '../../model/evidence.ts';
import { bareIssuer } from '../../model/issuer.ts';
import { type NonEmpty, nonEmpty } from '../../model/non-empty.ts';
import type { Remedy } from '../../model/remedy.ts';
import { predictToken } from '../../parse/tokens/predict-claims.ts';

/** The trust policy wants another subject (sub) than the token has, or than the job's token can have. */
export interface SubjectMismatch {
  readonly miss: StatementNearMiss;
  readonly condition: ConditionNearMiss;
  /** Host and path of the issuer, as the condition key has it. */
  readonly issuer: string;
  readonly wanted: readonly string[];
  /** The wanted subject that comes nearest to the presented one. */
  readonly nearest: string;
  readonly presented: string;
  readonly difference: string;
  /** Undefined: the token says so itself. Else when the job's token has this subject. */
  readonly when: string | undefined;
  readonly place: string;
  readonly pointer: string;
}

/** The mismatch, where the subject is the only thing that does not fit. Undefined too where the job's token could have a wanted one. */
export function subjectMismatch(blocker: Blocker, denialCase: DenialCase): SubjectMismatch | undefined {
  if (!isWebIdentity(denialCase)) return undefined;
  const miss = nearestMiss(blocker, denialCase);
  const condition = miss?.conditions.find(({ finding: { key } }) => key.toLowerCase().endsWith(':sub'));
  if (miss === undefined || condition === undefined || condition.operator.negated) return undefined;
  const known = condition.finding.request;
  if (known.status === 'known' && miss.conditions.length > 1) return undefined;
  const issuer = condition.finding.key.slice(0, -':sub'.length);
  const presented = known.status === 'known' ? [{ subject: known.values[0] ?? '' }] : predicted(issuer, denialCase);
  const nearest = nearestPair(condition, presented);
  if (nearest === undefined) return undefined;
  return {
    miss,
    condition,
    issuer,
    wanted: condition.values.map(({ value }) => value),
    place: placeOfStatement(denialCase, miss.statement),
    ...nearest,
  };
}

interface Presented {
  readonly subject: string;
  readonly when?: string;
}

/** Whole subjects that the running job's token may have; none where one with an unknown part could be the wanted one. */
function predicted(issuer: string, denialCase: DenialCase): readonly Presented[] {
  const token = predictToken(denialCase.environment);
  if (token === undefined || bareIssuer(token.issuer) !== issuer) return [];
  return token.subjects.filter(({ complete }) => complete);
}

function nearestPair({ operator, values, finding: condition }: ConditionNearMiss, presented: readonly Presented[]) {
  const isKnown = condition.request.status === 'known';
  // A job's token that could fit after all is no mismatch.
  if (!isKnown && presented.some(({ subject }) => values.some(({ value }) => fits(operator, value, subject))))
    return undefined;
  const pairs = values.flatMap(({ value, pointer }) =>
    presented.map(({ subject, when }) => {
      const found = compareValues(operator, value, subject) ?? { words: 'a different value', distance: 9 };
      return { nearest: value, presented: subject, when, pointer, difference: found.words, distance: found.distance };
    }),
  );
  return pairs.toSorted((left, right) => left.distance - right.distance)[0];
}

function fits({ patterns }: Operator, value: string, subject: string): boolean {
  return value === subject || (patterns && covers(value, subject));
}

/** The condition with what was presented, and how we come to know it. */
export function mismatchEvidence(found: SubjectMismatch, blocker: Blocker, denialCase: DenialCase): NonEmpty<Evidence> {
  const { miss, condition, nearest, presented, difference, pointer, when } = found;
  const { operator, key } = condition.finding;
  const statement = statementEvidence(denialCase, miss.statement, pointer, {
    element: 'condition',
    policySays: `${operator} ${key} ${nearest}`,
    requestHas: presented,
    difference,
  });
  const source: Evidence =
    when === undefined
      ? { kind: 'answer', call: `claim sub (${denialCase.token?.source ?? 'given'})`, text: presented }
      : { kind: 'answer', call: 'from the environment of this job', text: `sub is ${presented} if ${when}` };
  return nonEmpty<Evidence>([statement, source, ...quoted(blocker, denialCase)]) ?? [statement];
}

/** The presented subject beside those that are there. */
export function addSubject({ miss, condition, presented }: SubjectMismatch, denialCase: DenialCase): readonly Remedy[] {
  if (condition.operator.patterns && /[*?$]/.test(presented)) return [];
  const { policy } = miss.statement;
  return [
    {
      kind: 'add-value',
      policy,
      pointer: condition.finding.pointer,
      value: presented,
      who: ownerOf('trust', denialCase, policy),
      ...(isOfPullRequests(presented)
        ? { note: 'then a job of any pull request of the repository can take the role' }
        : {}),
    },
  ];
}

/** GitHub's subject for a pull request names neither its branch nor its author: https://docs.github.com/actions/reference/security/oidc */
function isOfPullRequests(subject: string): boolean {
  return /^repo:.*:pull_request$/.test(subject);
}
