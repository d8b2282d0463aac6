import type { EvaluatedCase } from '../model/denial-case.ts';
import { serviceOfCall } from '../parse/operations/operation-services.ts';
import { prefixOfService } from '../parse/operations/service-prefixes.ts';
import { type LinkedRole, linkedRoleOf } from '../reference/services/linked-roles.ts';

/** The service-linked role that a denial is about; undefined where neither its words nor the call show which. */
export function linkedRoleIn({ denial, text }: Pick<EvaluatedCase, 'denial' | 'text'>): LinkedRole | undefined {
  const service = denial === null ? undefined : serviceOfCall(denial);
  return linkedRoleOf(text.slice(0, 65_536), service === undefined ? undefined : prefixOfService(service));
}
