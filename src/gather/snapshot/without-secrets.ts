import { removeSecrets } from '../../model/remove-secrets.ts';

/**
 * The same JSON without credentials. They are removed from texts and keys, and a value is removed altogether if its key says that it is
 * a credential. This holds for tags too: `{ "Key": "password", "Value": … }`.
 */
export function withoutSecrets<T>(json: T): T {
  return clean(json) as T; // the same shape: only texts change
}

const GONE = '(removed)';

function clean(value: unknown): unknown {
  if (typeof value === 'string') return removeSecrets(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  const { Key: label }: { readonly Key?: unknown } = value;
  const entries = Object.entries(value).map(([key, item]) => {
    const isSecret = namesSecret(key) || (key === 'Value' && typeof label === 'string' && namesSecret(label));
    return [removeSecrets(key), isSecret && typeof item === 'string' ? GONE : clean(item)] as const;
  });
  return Object.fromEntries(entries);
}

/** True for a key that says that its value is a credential, by the rule that finds credentials in texts. */
function namesSecret(key: string): boolean {
  return key.length <= 64 && removeSecrets(`${key}=x`).startsWith(GONE, key.length + 1);
}
