import { describe, expect, it } from 'vitest';
import { ownerOfOperation } from '../../src/reference/actions/operation-owner.ts';

describe('an operation without its service', () => {
  it.each([
    ['ListConnectorEntities', 'appflow'],
    ['PutApprovalResult', 'codepipeline'],
    ['ListBuildsForProject', 'codebuild'],
    ['AssociateFirewallRuleGroup', 'route53resolver'],
    ['DescribeVirtualNode', 'appmesh'],
    ['CreateDBSubnetGroup', 'rds'],
  ])('%s belongs to the only service that has an action of this name: %s', (operation, prefix) => {
    expect(ownerOfOperation(operation)).toBe(prefix);
  });

  it.each([
    ['TagResource', 'many services have it'],
    ['CreateApi', 'API Gateway has it too, where the action is apigateway:POST'],
    ['CreateApiKey', 'API Gateway has it too'],
    ['ListParts', 'S3 has it too, where the action is s3:ListMultipartUploadParts'],
    ['NoSuchOperation', 'no service has it'],
    ['listConnectorEntities', 'AWS spells no operation like this'],
    ['A.*', 'it is no name'],
  ])('%s belongs to nobody: %s', (operation) => {
    expect(ownerOfOperation(operation)).toBeUndefined();
  });
});
