import { allowEvidence } from '../../evidence/allow-evidence.ts';
import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { blockerCause } from '../cause.ts';

/** A service control policy of another account, in AWS's words. */
export const throughScp = blockerCause({
  kind: 'named-by-aws',
  id: 'endpoint.through-scp',
  explain(_blocker, denialCase) {
    const quote = findQuote(denialCase, ['VPC endpoint policy transitively through a service control policy']);
    if (quote === undefined) return 'AWS does not say that a service control policy is behind it';
    return {
      summary: 'AWS says that a service control policy over the account of the VPC endpoint denies it',
      evidence: [quote],
      remedies: [
        advise(
          'find the VPC endpoint that the service uses, and have its organization exempt the caller',
          'organization-admin',
        ),
      ],
    };
  },
});

/** Buckets of AWS that instances and services read and write. https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-minimum-s3-permissions.html */
const AWS_OWNED =
  /^arn:[^:]*:s3:::(cloudformation-(custom-resource|waitcondition|examples)|prod-[a-z0-9-]+-starport-layer-bucket|aws-ssm-|amazon-ssm-|amazon-linux-|amazonlinux|al2023-repos|patch-baseline-snapshot-|repo\.[a-z0-9-]+\.amazonaws\.com|packages\.[a-z0-9-]+\.amazonaws\.com|aws-codedeploy-|aws-windows-downloads-|appstream)/;

/** Instances read such buckets, and an endpoint policy that lists the buckets of the own account keeps them out. */
export const awsOwnedBucket = blockerCause({
  kind: 'missing-allow',
  id: 'endpoint.aws-owned-bucket',
  explain(blocker, denialCase) {
    const resource = denialCase.request?.resource ?? '';
    if (!AWS_OWNED.test(resource)) return 'the resource is not a bucket of AWS';
    return {
      summary: `${resource} is a bucket of AWS itself, and the VPC endpoint policy does not let requests for it through`,
      evidence: allowEvidence(blocker, denialCase),
      remedies: allowRemedies(blocker, denialCase),
    };
  },
});
