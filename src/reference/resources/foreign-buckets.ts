/**
 * Buckets that AWS itself owns, with the Region in their names where there is one for each.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-foundation-models-use-python-sdk.html
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/download-cloudwatch-agent-commandline.html
 */
const OF_AWS =
  /^(?:(?:jumpstart-cache-prod|amazon-ssm|aws-ssm|aws-codedeploy|aws-windows-downloads|amazoncloudwatch-agent)-[a-z]{2}(?:-gov)?-[a-z]+-\d|sagemaker-repository-[a-z]{3}|sagemaker-sample-files|amazoncloudwatch-agent)$/;

/** A bucket that ends in the name of a Region is one of several with the same files. */
const REGIONAL = /-((?:us(?:-gov)?|eu|ap|sa|ca|me|af|il|cn|mx)-[a-z]+-\d)$/;

/** True for the name of a bucket that AWS owns, so that no change in the caller's account opens it. */
export function isBucketOfAws(bucket: string): boolean {
  return OF_AWS.test(bucket);
}

/** The Region that the name of a bucket ends in; undefined for other names. */
export function regionOfBucketName(bucket: string): string | undefined {
  return REGIONAL.exec(bucket)?.[1];
}
