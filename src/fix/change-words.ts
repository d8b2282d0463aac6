import { principalsOf, textsAt } from '../evidence/policy-lookup.ts';
import { policyWords } from '../evidence/words.ts';
import { parseArn } from '../model/arn.ts';
import { permissionSetOf } from '../model/aws-names.ts';
import type { PolicyRef } from '../model/policy.ts';
import type { Remedy } from '../model/remedy.ts';
import { shortName } from '../model/short-name.ts';
import { someOf } from '../model/some-of.ts';
import { parentPointer, pointerKeys } from '../policy/pointer.ts';

/** What is added where: `add sts:TagSession to the actions in the trust policy of prod-deploy`. */
export function addedWords(added: Extract<Remedy, { kind: 'add-value' }>, document: unknown): string {
  const { value, policy } = added;
  const keys = pointerKeys(added.pointer);
  if (keys[0] !== 'Statement') return `set ${keys.join(' › ')} to ${value} in ${policyWords(policy)}`;
  // A statement that is not in a list has no index.
  const [element = '', , key = ''] = keys.slice(/^\d+$/.test(keys[1] ?? '') ? 2 : 1);
  const shown = looksLikeAnother(value, added.pointer, document) ? value : valueWords(value);
  return `add ${shown} to ${listWords(element, key)} in ${policyWords(policy)}`;
}

/** True where a value next to it has the same name in another account, region or partition: only the whole ARN distinguishes them. */
function looksLikeAnother(value: string, pointer: string, document: unknown): boolean {
  const beside = [pointer, parentPointer(pointer) ?? ''].flatMap((at) => textsAt(document, at));
  return beside.some((other) => other.value !== value && valueWords(other.value) === valueWords(value));
}

function listWords(element: string, key: string): string {
  switch (element) {
    case 'Principal':
      return 'the principals';
    case 'Action':
      return 'the actions';
    case 'Resource':
      return 'the resources';
    case 'Condition':
      return `the values of ${key}`;
    default:
      return element;
  }
}

/**
 * A statement that is added, with what it allows: `add a statement to the trust policy of web that allows lambda.amazonaws.com to call
 * sts:AssumeRole`. The sentence is also read without the statement.
 */
export function addedStatementWords(policy: PolicyRef, statement: Readonly<Record<string, unknown>>): string {
  return `add a statement to ${policyWords(policy)}${allowsWords({ Statement: [statement] })}`;
}

/** ` that allows sqs:SendMessage on orders`, by the first statement; empty where that is not as simple. */
function allowsWords(document: unknown): string {
  const actions = textsAt(document, '/Statement/0/Action').map(({ value }) => value);
  const [effect] = textsAt(document, '/Statement/0/Effect');
  if (effect?.value !== 'Allow' || actions.length === 0) return '';
  const resources = textsAt(document, '/Statement/0/Resource').flatMap(({ value }) =>
    value === '*' ? [] : resourceWords(value),
  );
  const on = resources.length === 0 ? '' : ` on ${someOf(resources)}`;
  const principals = callersIn(document).map(valueWords);
  return ` that allows ${principals.length === 0 ? '' : `${someOf(principals)} to call `}${someOf(actions)}${on}`;
}

/** Whom a statement lets in: its principals, and where those are everybody, the callers that its condition names. */
function callersIn(document: unknown): readonly string[] {
  const named = principalsOf(document, { pointer: '/Statement/0' }).map(({ value }) => value);
  if (!named.includes('*')) return named;
  const only = ['ArnEquals', 'ArnLike'].flatMap((operator) =>
    textsAt(document, `/Statement/0/Condition/${operator}/aws:PrincipalArn`).map(({ value }) => value),
  );
  return only.length === 0 ? named : only;
}

/** The statement itself, which is shown as well, has the whole ARN. */
function resourceWords(arn: string): string {
  const words = valueWords(arn);
  return words === arn ? shortName(arn) : words;
}

/** `role/teams/ci-deployer`: the change itself shows the whole ARN. A bare name would not say what kind of thing it is. */
export function valueWords(value: string): string {
  const { resource = '' } = parseArn(value) ?? {};
  return /[/:]/.test(resource) ? resource : value;
}

/** What is replaced by what, and why that takes nothing away. */
export function replacedWords(before: unknown, after: unknown, policy: PolicyRef, why: string): string {
  const shown = (text: string) => (valueWords(text) === valueWords(String(before)) ? text : valueWords(text));
  return typeof before === 'string' && typeof after === 'string'
    ? `replace ${before} with ${shown(after)} in ${policyWords(policy)}: ${why}`
    : `replace ${policyWords(policy)}: ${why}`;
}

/** The operator or the key that takes the place of another one. */
export function movedWords({
  pointer,
  operator,
  key,
  policy,
  why,
}: Extract<Remedy, { kind: 'move-condition' }>): string {
  const [from = '', was = ''] = pointerKeys(pointer).slice(-2);
  const moved =
    from === operator ? `replace the key ${was} with ${key}` : `use ${operator} instead of ${from} for ${key}`;
  return `${moved} in ${policyWords(policy)}: ${why}`;
}

/** Which version of a managed policy becomes the default: no document changes. */
export function defaultVersionWords(version: string, policy: PolicyRef, why: string): string {
  return `make version ${version} the default of ${policyWords(policy)}: ${why}`;
}

/** A policy that does not exist yet. A policy of the organization is attached by its id, which only creating it shows. */
export function attachWords({ kind, name, attachedTo }: PolicyRef, document: unknown): string {
  switch (kind) {
    case 'scp':
    case 'rcp':
      return `create ${name}, and attach it to ${attachedTo} (aws organizations attach-policy, with the id that the first command prints)`;
    case 'resource':
      return `add a policy to ${shortName(attachedTo)}${allowsWords(document)}`;
    case 'inline': {
      const set = permissionSetOf(attachedTo);
      return set === undefined
        ? `add an inline policy (${name}) to ${holderWords(attachedTo)}`
        : `set an inline policy on the permission set ${set}${allowsWords(document)}`;
    }
    default:
      return `create the policy ${name}, and attach it to ${holderWords(attachedTo)}`;
  }
}

/** `role ci-deployer` */
function holderWords(arn: string | null): string {
  const type = parseArn(arn ?? '')?.resource.split('/', 1)[0] ?? '';
  return /^(user|role|group)$/.test(type) ? `${type} ${shortName(arn)}` : 'the caller';
}
