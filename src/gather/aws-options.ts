/** How AWS is called. Every option may be left out: then the SDK's default credentials are used. */
export interface AwsOptions {
  /** The profile whose credentials are used, unless another option names one for the account. */
  readonly profile?: string;
  /** Account id → the profile whose credentials are used for calls about this account. */
  readonly accountProfiles?: Readonly<Record<string, string>>;
  /** The profile of the organization's management account, or of a delegated administrator. */
  readonly organizationProfile?: string;
  /**
   * Use a profile of the AWS config that nobody named, if it is the only one that belongs to the account. Without this the gap names
   * the profile, and it is not used.
   */
  readonly findProfiles?: boolean;
  /** True in a CI job, where only profiles are used that were named. */
  readonly ci?: boolean;
  readonly region?: string;
  /** Seconds that all calls together may take. Default: 20. */
  readonly timeout?: number;
  /** Ends all calls early. */
  readonly signal?: AbortSignal;
  /** Asks the person at the terminal for the code of an MFA device. Without it, a profile that needs one is refused. */
  readonly mfaCode?: (serialNumber: string) => Promise<string>;
}
