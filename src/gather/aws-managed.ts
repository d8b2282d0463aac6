/** AWS-managed policies belong to no account: `arn:aws:iam::aws:policy/…`. */
export function isAwsManaged(arn: string): boolean {
  return /^arn:[^:]*:iam::aws:policy\//.test(arn);
}
