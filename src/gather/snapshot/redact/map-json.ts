import { isObject } from '../json-place.ts';

/** Replaces a text. `field` is the key that it is under, or the condition key that its object names; '' for a key itself. */
export type ReplaceText = (text: string, field: string) => string;

/** Replaces all texts and keys of a JSON value. Names of AWS-managed policies stay. */
export function mapJson(value: unknown, replace: ReplaceText, field = ''): unknown {
  if (typeof value === 'string') return replace(value, field);
  if (Array.isArray(value)) return value.map((item) => mapJson(item, replace, field));
  if (!isObject(value)) return value;
  const arns = [value['Arn'], value['PolicyArn'], value['arn']];
  const isAwsManaged = arns.some((arn) => typeof arn === 'string' && /^arn:[^:]*:\w+::aws:/.test(arn));
  // A decoded message lists its keys: `{ "key": "aws:userid", "values": { "items": [ … ] } }`.
  const conditionKey = typeof value['key'] === 'string' && 'values' in value ? value['key'] : undefined;
  const isTagMap = field.toLowerCase() === 'tags' && !('Key' in value);
  const entries = Object.entries(value).map(([key, item]) => {
    // A policy's own id is a name as that of a statement is; other ids have stand-ins of their own.
    const own = key === 'Id' && 'Statement' in value ? 'Sid' : fieldBelow(key, item, field);
    const under = conditionKey !== undefined && key === 'values' ? conditionKey : own;
    // Tags as a map of their keys.
    if (isTagMap && typeof item === 'string') return [replace(key, 'Key'), replace(item, 'Value')] as const;
    return [replace(key, ''), mapJson(item, isAwsManaged ? (text) => replace(text, '') : replace, under)] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * The field for a value inside another one. AWS wraps the values of a list: `{ "items": [ { "value": … } ] }`. In a map of names the
 * keys are names, and the values keep the field.
 */
function fieldBelow(key: string, item: unknown, field: string): string {
  const isWrapped = field.includes(':') && (key === 'items' || key === 'value');
  return isWrapped || (field === 'names' && typeof item === 'string') ? field : key;
}
