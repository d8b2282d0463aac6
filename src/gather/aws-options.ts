/** How AWS is asked. Everything is optional: without any, the SDK's default credentials are used. */
export interface AwsOptions {
  /** Profile of the AWS config that signs wherever nothing else is said. */
  readonly profile?: string;
  /** Account id → the profile that signs reads about this account. */
  readonly accountProfiles?: Readonly<Record<string, string>>;
  /** Profile of the organization's management account, or of a delegated administrator. */
  readonly organizationProfile?: string;
  /** Use the one profile of the AWS config that belongs to an account; without it such a profile is only named in the gap. */
  readonly findProfiles?: boolean;
  /** True in a CI job: then no profile is used that was not named. */
  readonly ci?: boolean;
  readonly region?: string;
  /** Seconds that all reads together may take; 20 where it is not given. */
  readonly timeout?: number;
  /** Ends all reads early. */
  readonly signal?: AbortSignal;
  /** Asks the person at the terminal for the code of an MFA device. Without it, a profile that needs one is refused. */
  readonly mfaCode?: (serialNumber: string) => Promise<string>;
}
