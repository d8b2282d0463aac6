/** The name of a role that `cdk bootstrap` makes. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
export const CDK_ROLE =
  /^cdk-[a-z0-9]{1,32}-(deploy|lookup|file-publishing|image-publishing|cfn-exec)-role-(\d{12})-([a-z0-9-]{5,32})$/;
