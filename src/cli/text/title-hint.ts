/** What the titles of AWS's troubleshooting pages, and of people's questions, are about. */
const ABOUT_ACCESS =
  /access(?:[\s-]?is)?[\s-]?denied|not\s+authori[sz]ed|unauthori[sz]ed|forbidden|\b403\b|assume\s+(?:a|the|an|my|another)?\s*(?:\w+\s+)?role|pass\s*role|pass(?:ing)?\s+a\s+role|permissions?\b.{0,40}\b(?:error|missing|denied)|switch\s+roles?/i;

/** Longer than any title, and shorter than most outputs. */
const LONGEST = 300;

const HINT =
  'this looks like the title of an error; paste the error itself, as AWS or the program printed it: the lines with "is not authorized to perform: …" or "An error occurred (AccessDenied) when calling the … operation: …". Without one, ask with: denytrace can <principal> <action> <resource>';

/**
 * A registry answers without a sentence of IAM's, and the status is everything there is to paste.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-pull.html
 */
const ECR =
  'Amazon ECR refused the pull, and such an answer names neither the caller nor the action. What pulls the image (node role, task execution role, instance profile) needs ecr:GetAuthorizationToken on "*", and ecr:BatchGetImage and ecr:GetDownloadUrlForLayer on the repository; from another account the repository policy must allow it, too. Ask with: denytrace can <role ARN> ecr:BatchGetImage arn:aws:ecr:<region>:<account>:repository/<name>';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html#API_DecodeAuthorizationMessage_Errors */
const UNDECODABLE =
  'STS could not decode the message, which says nothing about permissions: a caller without sts:DecodeAuthorizationMessage gets AccessDenied. The message was cut, masked or wrapped over several lines, has a quote or blank in it, or has expired; perhaps it belongs to a different account. Copy it again as one line, or paste the error that has it: denytrace decodes it with the credentials of the denied account';

/**
 * Kubernetes answers, not AWS: the cluster knows the caller, and its own rules refuse it.
 * https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html
 */
const CLUSTER_REFUSES =
  'Kubernetes refused this, not AWS: no IAM policy changes it. What the caller may do in the cluster, a role binding of Kubernetes says (kubectl auth can-i --list), or in Amazon EKS the access policies of its access entry: aws eks list-associated-access-policies --cluster-name <cluster> --principal-arn <ARN of the user or role>';

/**
 * The cluster does not know who called.
 * https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html#unauthorized
 */
const CLUSTER_KNOWS_NOBODY =
  'Kubernetes refused this, not AWS: the cluster does not know the caller. In Amazon EKS, see whose credentials kubectl uses (aws sts get-caller-identity, with the profile of the kubeconfig), and give that user or role an access entry (aws eks list-access-entries --cluster-name <cluster>), or a line in the ConfigMap aws-auth';

/** What to paste instead, where a text without a denial is about one: `AccessDeniedException – I Can't Assume a Role`. Undefined for any other text. */
export function titleHint(text: string): string | undefined {
  const title = text.trim();
  if (/\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\b[^\n]{0,400}\b40[13]\b/.test(title)) return ECR;
  if (/^Error from server \(Forbidden\)|\bcannot \w+ resource "[\w./-]+" in API group\b/m.test(title))
    return CLUSTER_REFUSES;
  if (/\bYou must be logged in to the server\b/.test(title)) return CLUSTER_KNOWS_NOBODY;
  if (/\bInvalidAuthorizationMessage(?:Exception)?\b/.test(title)) return UNDECODABLE;
  return title.length <= LONGEST && ABOUT_ACCESS.test(title) ? HINT : undefined;
}
