import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { blockerCause } from '../cause.ts';

/** Buckets of AWS that instances and services read and write. https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-minimum-s3-permissions.html */
const AWS_OWNED =
  /^arn:[^:]*:s3:::(cloudformation-(custom-resource|waitcondition|examples)|prod-[a-z0-9-]+-starport-layer-bucket|aws-ssm-|amazon-ssm-|amazon-linux-|amazonlinux|al2023-repos|patch-baseline-snapshot-|repo\.[a-z0-9-]+\.amazonaws\.com|packages\.[a-z0-9-]+\.amazonaws\.com|aws-codedeploy-|aws-windows-downloads-|appstream)/;

export const awsOwnedBucket = blockerCause({
  kind: 'missing-allow',
  id: 'endpoint.aws-owned-bucket',
  explain(blocker, denialCase) {
    const resource = denialCase.request?.resource ?? '';
    if (!AWS_OWNED.test(resource)) return undefined;
    return {
      summary: `${resource} is a bucket of AWS itself, and the VPC endpoint policy does not let requests for it through`,
      evidence: allowEvidence(blocker, denialCase),
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});
