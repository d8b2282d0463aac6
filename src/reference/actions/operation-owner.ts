import { actionOwners } from '../service-facts.ts';

/**
 * Operations that a second service has, whose action there is called something else (API Gateway's are apigateway:GET, POST …): the one
 * action of that name does not tell which of the two was called.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html
 */
const HAD_BY_TWO = new Set(
  (
    'CreateType DeleteType GetType UpdateApiKey CreateApi CreateApiKey CreateDomainName DeleteApi GetApi UpdateApi DeleteDomainName GetDomainName ' +
    'UpdateDomainName Suggest UpdateNetwork DeleteAccessToken CreateAuthorizer DeleteAuthorizer TestInvokeAuthorizer UpdateAuthorizer ' +
    'ListEventSources UpdateAccount ListMultipartUploads ListParts CreateStage DeleteStage DisconnectParticipant UpdateStage DetectEntities ' +
    'DeleteServiceLinkedRole CreateNotification DeleteNotification DescribeView DescribeNamespace DeleteReportDefinition PutReportDefinition ' +
    'CreateBudget DeleteBudget UpdateBudget GetRoute UpdateAssessment CreateAssessment DeleteAssessment GetModels GetDeployments'
  ).split(' '),
);

/** Prefixes for permissions, previews and gateways: nobody calls an operation of this name there. */
const NOT_CALLED = new Set([
  'appmesh-preview',
  'apptest',
  'aws-external-anthropic',
  'backup-storage',
  'identitystore-auth',
  's3-object-lambda',
  's3-outposts',
  's3express',
]);

/**
 * The prefix of the only service with an action of this name, which is that of the operation: undefined where several services have one, or
 * the data of AWS has none.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function ownerOfOperation(operation: string): string | undefined {
  if (HAD_BY_TWO.has(operation)) return undefined;
  const [owner, ...others] = actionOwners(operation).filter((prefix) => !NOT_CALLED.has(prefix));
  return others.length === 0 ? owner : undefined;
}
