import type { DenialCase, EvaluatedCase } from '../../model/denial-case.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { getPointer } from '../../policy/pointer.ts';
import { samePolicy } from '../../policy/same-policy.ts';
import { layersOf, layerVerdict } from '../blockers/verdict-layers.ts';
import { policiesOf, textsAt } from '../policy-lookup.ts';

/** A statement that AWS's record says denied the request, as far as the record shows it. */
export interface RecordedDeny {
  readonly sid: string | null;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** `aws:RequestedRegion: eu-west-1` */
  readonly conditions: readonly string[];
}

/**
 * The statements by which AWS's record says that the request was denied explicitly; none where it says that none did, or shows none.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function recordedDenies({ facts: { record }, relatedTo }: EvaluatedCase): readonly RecordedDeny[] {
  // The record is about the denied request alone.
  if (relatedTo !== null) return [];
  if (record.status !== 'known' || record.value.explicitDeny !== true) return [];
  return record.value.matchedStatements.flatMap((statement) => {
    const effect = getPointer(statement, '/effect');
    if (typeof effect === 'string' && effect.toUpperCase() !== 'DENY') return [];
    const sid = getPointer(statement, '/statementId') ?? getPointer(statement, '/sid');
    const deny = {
      sid: typeof sid === 'string' && sid !== '' ? sid : null,
      actions: valuesAt(statement, '/actions'),
      resources: valuesAt(statement, '/resources'),
      conditions: itemsAt(statement, '/conditions').map(conditionWords),
    };
    return deny.sid === null && deny.actions.length === 0 ? [] : [deny];
  });
}

/**
 * The statement of what was read that the record means: the one with its Sid, actions and resources that is not known to let the request
 * through. Undefined where there is none, or more than one.
 */
export function statementRecorded(deny: RecordedDeny, denialCase: EvaluatedCase): StatementFinding | undefined {
  const { verdict } = denialCase;
  if (verdict === null) return undefined;
  const alike = layersOf(verdict)
    .flatMap((layer) => layerVerdict(verdict, layer).statements)
    .filter(
      (statement) => statement.effect === 'Deny' && statement.match !== 'no' && isThat(deny, statement, denialCase),
    );
  const certain = alike.filter(({ match }) => match === 'yes');
  const [found, ...others] = certain.length > 0 ? certain : alike;
  return others.length === 0 ? found : undefined;
}

function isThat(
  { sid, actions, resources }: RecordedDeny,
  statement: StatementFinding,
  denialCase: EvaluatedCase,
): boolean {
  if (sid !== statement.sid && !(sid === null && statement.sid === '')) return false;
  const document = documentIn(statement, denialCase);
  const has = (element: string) => textsAt(document, `${statement.pointer}/${element}`).map(({ value }) => value);
  return sameTexts(actions, has('Action')) && sameTexts(resources, has('Resource'));
}

function documentIn({ layer, policy }: StatementFinding, { facts }: EvaluatedCase): unknown {
  const held = policiesOf(facts.policies[layer === 'trust' ? 'resource' : layer]);
  const found = held.find(({ ref }) => samePolicy(ref, policy));
  return found?.document.status === 'known' ? found.document.value : undefined;
}

/** Nothing on one side says nothing: a statement may have NotAction, and the record may leave it out. */
function sameTexts(recorded: readonly string[], written: readonly string[]): boolean {
  if (recorded.length === 0 || written.length === 0) return true;
  const [left, right] = [recorded, written].map((texts) => new Set(texts.map((text) => text.toLowerCase())));
  return left?.size === right?.size && [...(left ?? [])].every((text) => right?.has(text));
}

/** `statement "NoRoles", which denies iam:PassRole on *` */
export function recordedWords({ sid, actions, resources, conditions }: RecordedDeny): string {
  const name = sid === null ? 'a statement without Sid' : `the statement "${sid}"`;
  const where = resources.length === 0 ? '' : ` on ${resources.join(', ')}`;
  const when = conditions.length === 0 ? '' : ` where ${conditions.join(', ')}`;
  return `${name}, which denies ${actions.join(', ') || 'it'}${where}${when}`;
}

/** The call that gave the record. */
export function recordCall({ facts: { record } }: DenialCase): string {
  return record.status === 'known' && record.value.source === 'authorization-id'
    ? 'iam:GetRequestAuthorizationDetails'
    : 'sts:DecodeAuthorizationMessage';
}

function conditionWords(condition: unknown): string {
  const key = getPointer(condition, '/key');
  return `${typeof key === 'string' ? key : 'a condition'} is ${valuesAt(condition, '/values').join(' or ') || 'as the policy says'}`;
}

/** AWS wraps lists as `{ "items": [{ "value": … }] }`; plain lists are taken as well. */
function valuesAt(parent: unknown, pointer: string): readonly string[] {
  return itemsAt(parent, pointer).flatMap((item) => {
    const value = typeof item === 'string' ? item : getPointer(item, '/value');
    return typeof value === 'string' ? [value] : [];
  });
}

function itemsAt(parent: unknown, pointer: string): readonly unknown[] {
  const list = getPointer(parent, pointer);
  const items: unknown = Array.isArray(list) ? list : getPointer(list, '/items');
  return Array.isArray(items) ? items : [];
}
