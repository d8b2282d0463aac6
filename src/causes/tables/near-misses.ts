import type { DifferenceKind } from '../../evidence/near-miss/difference.ts';
import type { NearMiss, StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import { policyWords, statementWords } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { replaceDeadId } from '../../grants/dead-principal.ts';
import { ownerOf } from '../../grants/owners.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';

/** A kind of near miss that is a cause of its own, in any layer. */
export interface NearMissRow {
  /** The elements of a statement in which it is this cause; all unless given. */
  readonly elements?: readonly NearMiss['element'][];
  /** Better remedies than adding the value of the request to the statement; undefined if there are none. */
  readonly remedies?: (miss: StatementNearMiss, layer: Layer, denialCase: DenialCase) => readonly Remedy[] | undefined;
  /** Adding the value of the request to the statement does not help; only a new statement does. */
  readonly ownStatement?: true;
}

/**
 * The details by which an Allow can miss a request, by the kind of difference, which is the end of the cause's id. A near miss has one
 * kind, so that these causes never compete. Which layer has which of them is in layer-causes.ts.
 */
export const NEAR_MISSES = {
  // Parts of an ARN
  partition: {},
  account: {},
  'arn-region': {},
  path: {},
  case: {},
  wildcard: { elements: ['action', 'resource', 'principal'] },
  'not-an-arn': {},
  characters: {},
  // Resources
  'bucket-vs-object': {},
  contained: {},
  'secret-suffix': {},
  'key-alias': {},
  'resource-type': {},
  // Principals
  'session-arn': {},
  'stale-principal': { elements: ['principal'], remedies: replaceDeadId },
  'service-host': { elements: ['principal'] },
  'principal-key': { elements: ['principal'], ownStatement: true },
  // Actions
  'unknown-action': {},
  'api-name': {},
  'action-prefix': {},
  'needed-action': { remedies: besideNeeding },
  'left-out': {},
  // Conditions
  'literal-pattern': {},
  'list-in-text': {},
  'multivalued-key': {},
  'condition-key': {},
} as const satisfies Readonly<Partial<Record<DifferenceKind, NearMissRow>>>;

/** The end of the id of a cause about a near miss. */
export type NearMissId = keyof typeof NEAR_MISSES;

/** Where the error does not name the resource, the statement that allows the other action shows which ones are meant. */
function besideNeeding(
  { statement, policySays }: StatementNearMiss,
  layer: Layer,
  denialCase: DenialCase,
): readonly Remedy[] | undefined {
  const { request } = denialCase;
  if (request === null || request.resource !== null) return undefined;
  const place = `${statementWords(statement)} of ${policyWords(statement.policy)}`;
  return [
    advise(
      `allow ${request.action} as well, on the resources for which ${place} allows ${policySays}`,
      ownerOf(layer, denialCase, statement.policy),
    ),
  ];
}
