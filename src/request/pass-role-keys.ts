import { isPassRole } from '../model/actions.ts';
import { notGiven } from '../model/gap.ts';
import type { Question } from '../model/question.ts';
import type { ContextValue } from '../model/request.ts';
import { serviceOfOperation } from '../parse/operations/operation-services.ts';
import { type PassedToService, passedToService, servicesByOperationName } from '../reference/passed-to-service.ts';
import { partitionOfTexts } from './passed-to-service.ts';
import { unknown } from './principal-keys.ts';
import { type ContextKeys, MISSING, singleValue } from './request-context.ts';

/**
 * The condition keys of iam:PassRole; none for another action. The denied call tells which service gets the role where AWS's pages
 * say so; nothing tells the resource that the service will use it for.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export function passRoleKeys(question: Question): ContextKeys {
  if (!isPassRole(question.action)) return {};
  const gap = notGiven({
    what: 'the resource that the role is passed for (iam:AssociatedResourceArn)',
    toPass: { key: 'iam:AssociatedResourceArn' },
  });
  return { 'iam:PassedToService': serviceKey(question), 'iam:AssociatedResourceArn': unknown(gap) };
}

function serviceKey(question: Question): ContextValue {
  if (question.service !== null) return singleValue(question.service);
  const found = serviceOf(question);
  switch (found.status) {
    case 'known':
      return singleValue(found.host);
    case 'not-sent':
      return MISSING;
    case 'candidates':
      return unknownService(found.hosts);
    case 'unknown':
      return unknownService([]);
  }
}

/** The text says `CreateFunction`, and only where one service has such an operation we know whose it is. */
function serviceOf({ denial, resource }: Question): PassedToService {
  const operation = denial?.operation ?? null;
  if (operation === null || operation.toLowerCase() === 'passrole') return { status: 'unknown' };
  const partition = partitionOfTexts(resource);
  const service = serviceOfOperation(operation);
  if (service !== undefined) return passedToService(`${service}:${operation}`, undefined, partition);
  return { status: 'candidates', hosts: servicesByOperationName(operation, partition), maybeNotSent: true };
}

function unknownService(hosts: readonly string[]): ContextValue {
  const which = hosts.length === 0 ? '' : `, perhaps ${hosts.join(' or ')}`;
  return unknown(notGiven({ what: `the service that gets the role (iam:PassedToService${which})`, toPass: 'service' }));
}
