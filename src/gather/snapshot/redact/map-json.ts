import { isObject } from '../json-place.ts';

/** Replaces a text; `field` is the key that it stands under, or the condition key that its object names; '' for a key itself. */
export type ReplaceText = (text: string, field: string) => string;

/** The same JSON with all texts and keys replaced. What AWS manages keeps its name. */
export function mapJson(value: unknown, replace: ReplaceText, field = ''): unknown {
  if (typeof value === 'string') return replace(value, field);
  if (Array.isArray(value)) return value.map((item) => mapJson(item, replace, field));
  if (!isObject(value)) return value;
  const arns = [value['Arn'], value['PolicyArn'], value['arn']];
  const isAwsManaged = arns.some((arn) => typeof arn === 'string' && /^arn:[^:]*:\w+::aws:/.test(arn));
  // A decoded message lists its keys: `{ "key": "aws:userid", "values": { "items": [ … ] } }`.
  const conditionKey = typeof value['key'] === 'string' && 'values' in value ? value['key'] : undefined;
  const entries = Object.entries(value).map(([key, item]) => {
    const under = conditionKey !== undefined && key === 'values' ? conditionKey : fieldBelow(key, item, field);
    return [replace(key, ''), mapJson(item, isAwsManaged ? (text) => replace(text, '') : replace, under)] as const;
  });
  return Object.fromEntries(entries);
}

/** Lists of AWS wrap their values: `{ "items": [ { "value": … } ] }`. A map of names has them as values under other keys. */
function fieldBelow(key: string, item: unknown, field: string): string {
  const isWrapped = field.includes(':') && (key === 'items' || key === 'value');
  return isWrapped || (field === 'names' && typeof item === 'string') ? field : key;
}
