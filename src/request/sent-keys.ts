import type { Question } from '../model/question.ts';
import { isMultivalued } from '../reference/keys/condition-keys.ts';
import { serviceBehind } from '../reference/services/service-roles.ts';
import { type ContextKeys, multiValue, singleValue } from './request-context.ts';

/**
 * The condition keys whose values the record of the call states. A service that gets a role later calls on its own: what the record says of
 * the caller is not about that.
 */
export function sentKeys({ principal, denial }: Question): ContextKeys {
  if (denial?.sent === undefined || (principal?.type === 'service' && denial.kind === 'service-cannot-assume'))
    return {};
  return Object.fromEntries(
    Object.entries(denial.sent).map(([key, values]) => {
      const [first = ''] = values;
      return [key, isMultivalued(key) || values.length !== 1 ? multiValue(values) : singleValue(first)];
    }),
  );
}

/**
 * For a database user Amazon Redshift sends that user's ARN as the external id.
 * https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service-database-users.html
 */
export function databaseUserKeys({ action, denial }: Question): ContextKeys {
  const caller = denial?.caller ?? '';
  return action?.toLowerCase() === 'sts:assumerole' && serviceBehind(caller) === 'redshift.amazonaws.com'
    ? { 'sts:ExternalId': singleValue(caller) }
    : {};
}
