/** A subject that the token of a job can have. */
export interface PredictedSubject {
  /** Holds `…` where something of it does not show in the job's environment. */
  readonly subject: string;
  readonly complete: boolean;
  /** When the token has this subject, as a clause: "the job names no environment". */
  readonly when: string;
}

/** What the environment of a job tells of the token that its CI system or cluster issues. */
export interface PredictedToken {
  readonly issuer: string;
  /** The variables it is told from: `GITHUB_*`. */
  readonly from: string;
  /** The audience that the usual tool asks for; null where the job chooses it. */
  readonly audience: string | null;
  readonly subjects: readonly PredictedSubject[];
}

/** Values of the job's environment by variable. */
export type Variables = Readonly<Record<string, string>>;

/** A subject of which nothing is hidden. */
export function exactSubject(subject: string, when: string): PredictedSubject {
  return { subject, complete: true, when };
}

/** A subject with `…` in it. */
export function partialSubject(subject: string, when: string): PredictedSubject {
  return { subject, complete: false, when };
}
