/** What `denytrace explain` prints about a cause. */
export interface CauseText {
  /** What it means, in one sentence. */
  readonly what: string;
  /** How it comes about. */
  readonly why: string;
  /** What mends it. */
  readonly fix: string;
  /** AWS's page of the rule. */
  readonly page?: string;
}
