import type { AccessRequest, ContextValue, RequestContext } from '../model/request.ts';
import { isMultivalued } from '../reference/keys/condition-keys.ts';

/** Condition keys, spelled as their source spells them, and what is known of each. */
export type ContextKeys = Readonly<Record<string, ContextValue>>;

/** A key with these values. A single-valued key has exactly one. */
export function singleValue(...values: readonly string[]): ContextValue {
  return { status: 'known', values, multivalued: false };
}

/** A multivalued key: any number of values, or none. */
export function multiValue(values: readonly string[]): ContextValue {
  return { status: 'known', values, multivalued: true };
}

/** A key that AWS does not send with this request. */
export const MISSING: ContextValue = { status: 'missing' };

/**
 * A request context. Later sources win over earlier ones, but an unknown value never wins over a known one. The letter case of a key does
 * not matter. `otherwise` answers for every key that no source has.
 */
export function requestContext(
  sources: readonly ContextKeys[],
  otherwise: (key: string) => ContextValue,
): RequestContext {
  const entries = new Map<string, readonly [string, ContextValue]>();
  for (const source of sources) {
    for (const [key, value] of Object.entries(source)) {
      const id = key.toLowerCase();
      if (value.status !== 'unknown' || !entries.has(id)) entries.set(id, [key, value]);
    }
  }
  return {
    get: (key) => entries.get(key.toLowerCase())?.[1] ?? otherwise(key),
    entries: () => entries.values(),
  };
}

/** The request with other values for some keys: what a fix asks the caller to send instead. */
export function sendingContext(
  request: AccessRequest,
  sent: Readonly<Record<string, readonly string[]>>,
): AccessRequest {
  const values = new Map(Object.entries(sent).map(([key, list]) => [key.toLowerCase(), [key, list] as const]));
  return {
    ...request,
    resource: inRegion(request, values.get('aws:requestedregion')?.[1]),
    context: {
      get: (key) => {
        const own = values.get(key.toLowerCase());
        return own === undefined ? request.context.get(key) : sentValue(own[0], own[1]);
      },
      *entries() {
        for (const [key, value] of request.context.entries())
          if (!values.has(key.toLowerCase())) yield [key, value] as const;
        for (const [key, list] of values.values()) yield [key, sentValue(key, list)] as const;
      },
    },
  };
}

/** What a call makes in the region that it is sent to, it makes in the other region then. */
function inRegion({ resource, context }: AccessRequest, sent: readonly string[] | undefined): string | null {
  const [region] = sent ?? [];
  const parts = resource?.split(':') ?? [];
  const before = context.get('aws:RequestedRegion');
  const isThere = parts[3] !== '' && (before.status !== 'known' || before.values[0] === parts[3]);
  return region !== undefined && parts.length >= 6 && isThere ? parts.with(3, region).join(':') : resource;
}

function sentValue(key: string, values: readonly string[]): ContextValue {
  return { status: 'known', values, multivalued: isMultivalued(key) || values.length !== 1 };
}
