import type { AuthorizationRecord } from '../model/facts.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a decoded authorization message: the object, or its JSON text as sts:DecodeAuthorizationMessage returns it. Missing keys are
 * null or empty in the record. Undefined for anything that is not such a message.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function readDecodedMessage(json: unknown): AuthorizationRecord | undefined {
  const message = fieldsOf(typeof json === 'string' ? parse(json) : json);
  // AWS CLI prints the message as a string in an object.
  const inner = message?.['DecodedMessage'];
  if (inner !== undefined)
    return typeof inner === 'string' || fieldsOf(inner) ? readDecodedMessage(unwrapped(inner)) : undefined;
  const context = fieldsOf(message?.['context']);
  if (message === undefined || (context === undefined && message['explicitDeny'] === undefined)) return undefined;
  const principal = fieldsOf(context?.['principal']);
  return {
    source: 'decoded-message',
    explicitDeny: typeof message['explicitDeny'] === 'boolean' ? message['explicitDeny'] : null,
    principalArn: textOf(principal?.['arn']),
    principalId: textOf(principal?.['id']),
    action: textOf(context?.['action']),
    resource: textOf(context?.['resource']),
    context: Object.fromEntries(conditionsOf(context)),
    matchedStatements: itemsOf(message['matchedStatements']),
    raw: json,
  };
}

/** Unwraps one level only, so that a message nested in itself again and again costs nothing. */
function unwrapped(inner: unknown): unknown {
  const message = fieldsOf(typeof inner === 'string' ? parse(inner) : inner);
  return message?.['DecodedMessage'] === undefined ? message : undefined;
}

function* conditionsOf(context: Fields | undefined): Generator<[string, readonly string[]]> {
  for (const item of itemsOf(context?.['conditions'])) {
    const key = textOf(fieldsOf(item)?.['key']);
    const values = itemsOf(fieldsOf(item)?.['values']).map(
      (value) => textOf(fieldsOf(value)?.['value']) ?? textOf(value),
    );
    const texts = values.filter((value) => value !== null);
    // If one value cannot be read, the key stays unknown: the list must not look complete without it.
    if (key !== null && texts.length === values.length) yield [key, texts];
  }
}

/** AWS wraps lists as `{ "items": [...] }`; a plain list is accepted as well. */
function itemsOf(list: unknown): readonly unknown[] {
  const items = Array.isArray(list) ? list : fieldsOf(list)?.['items'];
  return Array.isArray(items) ? items : [];
}

function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Fields; // a plain object: its values stay unknown
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
