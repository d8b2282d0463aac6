import type { ConditionNearMiss, StatementNearMiss } from '../evidence/near-miss/near-miss.ts';
import { orList } from '../evidence/value-words.ts';
import { callerWords, policyWords, statementWords } from '../evidence/words.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Layer } from '../model/layer.ts';
import type { Remedy } from '../model/remedy.ts';
import { shortName } from '../model/short-name.ts';
import type { StatementFinding } from '../model/verdict.ts';
import { ownerOfKey } from '../reference/keys/key-owner.ts';
import type { KeyOwner } from '../reference/keys/key-owner-rows.ts';
import { advise } from './advise.ts';
import { ownerOf } from './owners.ts';

/** Can the caller send a value for the key with this request, as a parameter of the call? */
export function isSendable(key: string, denialCase: DenialCase): boolean {
  return keyOwner(key, denialCase) === 'call';
}

/** Whose the key is, for the request of the case. */
export function keyOwner(key: string, { request }: DenialCase): KeyOwner {
  return ownerOfKey(key, request?.action ?? '', request?.resource ?? null).owner;
}

/** A condition of an Allow for which no value can be named. */
type UnmetCondition = Pick<ConditionNearMiss, 'finding' | 'operator'> & {
  readonly values: readonly string[];
  readonly statement: StatementFinding;
  readonly layer: Layer;
};

/**
 * What there is to do where no value can be named that would mend a condition: who can make it hold, by whose key it is, and what the owner of
 * the policy decides otherwise.
 */
export function leaveToOwner(condition: UnmetCondition, denialCase: DenialCase): Remedy {
  const { statement, layer, finding, values } = condition;
  const owner = keyOwner(finding.key, denialCase);
  const { policy } = statement;
  const decider = ownerOf(layer, denialCase, policy);
  const decision = decisionWords(condition, denialCase);
  // A variable without a value for this caller is nothing that anybody can send.
  if (values.length > 0 && values.every((value) => value.includes('${'))) return advise(`decide ${decision}`, decider);
  return owner === 'call'
    ? advise(`${sendingWords(condition)}; otherwise the owner of ${policyWords(policy)} decides ${decision}`, 'you')
    : advise(`decide ${decision}; or ${meetingWords(condition, owner)}`, decider);
}

/** The same for a near miss: at the first of its conditions for which no value can be named. */
export function leaveMissToOwner(
  { statement }: StatementNearMiss,
  condition: ConditionNearMiss,
  layer: Layer,
  denialCase: DenialCase,
): Remedy {
  const values = condition.values.map(({ value }) => value);
  return leaveToOwner({ ...condition, values, statement, layer }, denialCase);
}

/** What there is to do where a policy variable in the resource of an Allow has a value that is not known. */
export function leaveVariableToOwner(
  { statement, policySays, requestHas }: StatementNearMiss,
  layer: Layer,
  denialCase: DenialCase,
): Remedy {
  const action = denialCase.request?.action ?? 'it';
  const decision = `whether ${callerWords(denialCase.facts.principal)} may do ${action} on ${shortName(requestHas)} in a statement of its own`;
  return advise(
    `decide ${decision}; or make the call with credentials for which ${policySays} covers it`,
    ownerOf(layer, denialCase, statement.policy),
  );
}

/** What the owner of the policy decides: who may do it without the condition, which stays for everybody else. */
function decisionWords(
  { finding, statement, operator, values }: UnmetCondition,
  { request, facts }: DenialCase,
): string {
  const what = `whether ${callerWords(facts.principal)} may do ${request?.action ?? 'it'}`;
  const without =
    operator.family === 'presence'
      ? `without that condition on ${finding.key}`
      : `without ${finding.key} ${orList(values)}`;
  return `${what} ${without} (in a statement of its own: ${statementWords(statement)} keeps its condition)`;
}

function meetingWords(condition: UnmetCondition, owner: Exclude<KeyOwner, 'call'>): string {
  const { key } = condition.finding;
  const needed = neededWords(condition);
  switch (owner) {
    case 'caller':
      return `make the call with credentials for which ${key} ${needed}`;
    case 'way':
      return `make the call so that ${key} ${needed}`;
    case 'resource':
      return `make the call for a resource whose ${key} ${needed}`;
    case 'service':
      return `let the AWS service make the call: no caller can send ${key}`;
  }
}

/** `is t3.micro`, `is not a or b`, `is there`. */
function neededWords({ operator, values }: UnmetCondition): string {
  if (operator.family === 'presence') return values.includes('true') ? 'is not there' : 'is there';
  return `${operator.negated ? 'is not' : 'is'} ${comparison(operator.name)}${orList(values)}`;
}

function sendingWords(condition: UnmetCondition): string {
  const { operator, values, finding } = condition;
  if (operator.family === 'presence')
    return values.includes('true') ? `leave out ${finding.key} in the call` : `send ${finding.key} with the call`;
  return operator.negated
    ? `send a ${finding.key} other than ${orList(values)}, or none`
    : `send a value for ${finding.key} that is ${comparison(operator.name)}${orList(values)}`;
}

/** What to send so that a Deny does not match, where no exact value of a parameter of the call can be named. */
export function sendAnother(condition: Pick<UnmetCondition, 'finding' | 'operator' | 'values'>): Remedy | undefined {
  const { finding, operator, values } = condition;
  // A tag is sent by its name, not by that of the condition key.
  const key = finding.key.replace(/^aws:RequestTag\//i, 'the tag ');
  switch (operator.family) {
    case 'presence':
      if (!values.includes('true')) return advise(`leave out ${key} in the call`);
      return key === finding.key
        ? advise(`send ${key} with the call`)
        : { kind: 'send', context: { [finding.key]: ['any value'] }, summary: `send ${key} with the call`, who: 'you' };
    case 'string':
    case 'arn': {
      if (operator.set !== null) return undefined;
      const those = `${comparison(operator.name)}${orList(values)}`;
      if (operator.negated) return advise(`send a value for ${key} that is ${those}`);
      return advise(`send another value for ${key} than ${orList(values)}${operator.ifExists ? '' : ', or none'}`);
    }
    default:
      return undefined;
  }
}

/** `like `, `less than `: what a plain `is` does not say. */
function comparison(name: string): string {
  if (/Like|^Arn/.test(name)) return 'like ';
  const [, order, equals] = /(Less|Greater)Than(Equals)?/.exec(name) ?? [];
  if (order === undefined) return '';
  return equals === undefined ? `${order.toLowerCase()} than ` : `at ${order === 'Less' ? 'most' : 'least'} `;
}
