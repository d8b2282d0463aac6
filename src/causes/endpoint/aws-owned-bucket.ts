import { defineCheck } from '../cause.ts';
import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';

/** Buckets of AWS that instances and services read and write. https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-minimum-s3-permissions.html */
const AWS_OWNED =
  /^arn:[^:]*:s3:::(cloudformation-(custom-resource|waitcondition|examples)|prod-[a-z0-9-]+-starport-layer-bucket|aws-ssm-|amazon-ssm-|amazon-linux-|amazonlinux|al2023-repos|patch-baseline-snapshot-|repo\.[a-z0-9-]+\.amazonaws\.com|packages\.[a-z0-9-]+\.amazonaws\.com|aws-codedeploy-|aws-windows-downloads-|appstream)/;

/** https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html#edit-vpc-endpoint-policy-s3 */
export const awsOwnedBucket = defineCheck({
  on: 'blockage',
  layer: 'endpoint',
  kind: 'missing-allow',
  id: 'endpoint.aws-owned-bucket',
  doc: {
    what: 'The request is for a bucket that AWS owns (layers of images, package repositories …), and the policy of the VPC endpoint does not let it through.',
    why: 'Endpoint policies that keep to the own organization or account forget that AWS’s own buckets are in neither, and that everything in the VPC goes through the endpoint.',
    fix: 'The owner of the endpoint allows those buckets by their ARNs, for reading only.',
  },
  explain(blockage, subject) {
    const resource = subject.request?.resource ?? '';
    if (!AWS_OWNED.test(resource)) return undefined;
    return {
      summary: `${resource} is a bucket of AWS itself, and the VPC endpoint policy does not let requests for it through`,
      evidence: allowEvidence(blockage, subject),
      remedies: allowRemedies(blockage, subject),
    };
  },
});
