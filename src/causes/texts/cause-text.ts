/** What `denytrace explain` prints about a cause; AWS's page is in `pages.ts`. */
export interface CauseText {
  /** What it means, in one sentence. */
  readonly what: string;
  /** How it comes about. */
  readonly why: string;
  /** What mends it. */
  readonly fix: string;
  /** A page beside AWS's own: of the issuer of the token, or of the tool. */
  readonly more?: string;
}
