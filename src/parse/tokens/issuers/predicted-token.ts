/** A subject that the token of a job can have. */
export interface PredictedSubject {
  /** With `…` for what the environment of the job does not show. */
  readonly subject: string;
  readonly complete: boolean;
  /** When the token has this subject, as a clause: "the job names no environment". */
  readonly when: string;
}

/** What the environment of a job shows about the token that its CI system or cluster issues. */
export interface PredictedToken {
  readonly issuer: string;
  /** The variables that show it: `GITHUB_*`. */
  readonly from: string;
  /** The audience that the usual tool asks for; null where the job chooses it. */
  readonly audience: string | null;
  readonly subjects: readonly PredictedSubject[];
}

/** Values of the job's environment by variable. */
export type Variables = Readonly<Record<string, string>>;

/** A subject that the environment shows completely. */
export function exactSubject(subject: string, when: string): PredictedSubject {
  return { subject, complete: true, when };
}

/** A subject with `…` in it. */
export function partialSubject(subject: string, when: string): PredictedSubject {
  return { subject, complete: false, when };
}
