import type { AccessRequest, ContextValue } from '../model/request.ts';
import { isMultivalued } from '../reference/condition-keys.ts';

/** The request with other values in its context: what is to be sent instead. */
export function sendingContext(
  request: AccessRequest,
  sent: Readonly<Record<string, readonly string[]>>,
): AccessRequest {
  const values = new Map(Object.entries(sent).map(([key, list]) => [key.toLowerCase(), [key, list] as const]));
  return {
    ...request,
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

function sentValue(key: string, values: readonly string[]): ContextValue {
  return { status: 'known', values, multivalued: isMultivalued(key) || values.length !== 1 };
}
