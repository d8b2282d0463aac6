import { isFederated } from '../../model/actions.ts';
import { isAccountId, parseArn } from '../../model/arn.ts';
import type { AuthorizationRecord } from '../../model/facts.ts';
import type { Principal } from '../../model/principal.ts';
import type { Question, UserOptions } from '../../model/question.ts';
import { contextValues } from '../given/context-values.ts';

/** The account that owns the resource (of what AWS made for everybody, the caller's): from its ARN, else from what the request's context says, else the caller's for `*`. */
export function resourceAccountOf(
  question: Question,
  given: UserOptions,
  record: AuthorizationRecord | null,
  principal: Principal | null,
): string | null {
  const { resource, action } = question;
  const stated = resource === null ? undefined : parseArn(resource)?.account;
  if (stated !== undefined && isAccountId(stated)) return stated;
  if (stated === 'aws') return principal?.account ?? null;
  const context = { ...record?.context, ...given.context };
  const [value] = contextValues(context, 'aws:resourceaccount');
  if (value !== undefined && isAccountId(value)) return value;
  return resource === '*' && !isFederated(action) ? (principal?.account ?? null) : null;
}

/** The partition that the question is about, by its ARNs. */
export function partitionOf(question: Question): string {
  const arns = [question.principal?.arn, question.resource].map((arn) => (arn ? parseArn(arn)?.partition : undefined));
  return arns.find((partition) => partition !== undefined && /^aws[a-z-]*$/.test(partition)) ?? 'aws';
}
