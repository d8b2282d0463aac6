/**
 * A literal that shows where a denial may be. A log is searched for these bytes only; lines around a hit are parsed.
 * Most begin with a character that is rare in logs: the search jumps from one such character to the next.
 */
export interface Needle {
  readonly literal: string;
  /** For a literal that is common by chance: what must stand around it. Sees 60 bytes before it and 120 from it. */
  readonly confirm?: RegExp;
}

/** Every text that states a denial, or credentials that are wrong, holds one of these. */
export const NEEDLES: readonly Needle[] = [
  { literal: 'zed', confirm: /not\s+a?uthorized|nauthorized(?:Op|Ac|Tag)|uthorized\s+to\s|UnrecognizedClient/i },
  { literal: 'Den', confirm: /Denied|explicitDeny"/ },
  { literal: 'Access ', confirm: /Access (?:denied|to (?:the resource|KMS))/ },
  { literal: 'All access to th' },
  { literal: 'API: ', confirm: /API: [a-z0-9-]+:[A-Za-z]+/ },
  { literal: 'AssumeRole', confirm: /perform:?\s{0,40}sts:AssumeRole/ },
  { literal: 'ExpiredToken' },
  { literal: 'Authoriz', confirm: /Authorization(?:Error| Failure)/ },
  { literal: 'Head', confirm: /Head(?:Object|Bucket)\s+operation/ },
  { literal: 'Status', confirm: /Status ?Code: 403/ },
  {
    literal: 'The ',
    confirm: /The (?:ciphertext|role|provided|security|request sig|execution role|AWS Access|SSO|IAM|defined assume)/,
  },
  { literal: 'ParameterValue', confirm: /ParameterValue.{0,40}\s(?:IAM )?[Rr]ole/ },
  { literal: 'Please ', confirm: /Please (?:verify|check|ensure|grant)[^.]{0,60}(?:role|trust)/i },
  { literal: 'SessionToken with' },
  { literal: 'Signature', confirm: /Signature(?:DoesNotMatch|Exception| expired| not yet)/ },
  { literal: 'Validation', confirm: /Validation(?:Error|Exception)[:)].{0,80}\s[Rr]ole/ },
  { literal: 'You do', confirm: /You do(?:n't|n’t| not) have/ },
  { literal: 'La', confirm: /Lake Formation perm|permissions on Lambda/ },
  { literal: 'Utilisateur' },
  { literal: 'Unable to lo', confirm: /Unable to lo(?:cate|ad) .{0,20}cred/ },
  { literal: 'Pro', confirm: /Proceeding anyway|NoCredentialProviders|CredentialsProviderError|SSOTokenProvider/ },
];

/** The literals as one pattern for `grep -E`, for measuring side by side. */
export function needlesForGrep(): string {
  return NEEDLES.map(({ literal }) => literal.replace(/[()[\].*+?^${}|\\]/g, '\\$&')).join('|');
}
