import type { CredentialError } from '../../model/denial.ts';
import { type Phrase, type PhraseShape, phraseShape } from './phrases.ts';

/** Sentences about credentials: no policy was evaluated, even if the code next to the sentence is that of a denial. */
const WORDINGS: readonly (readonly [begins: string, error: CredentialError, needle: string])[] = [
  ['securitytokenincludedintherequestisexpired', 'expired', 'security token included'],
  ['theprovidedtokenhasexpired', 'expired', 'provided token has expired'],
  ['tokenexpired:currentdate/time', 'expired', 'expired: current date'],
  ['requesthasexpired', 'expired', 'Request has expired'],
  ['securitytokenincludedintherequestisinvalid', 'invalid-token', 'security token included'],
  ['accesskeyidyouprovideddoesnotexist', 'invalid-token', 'Access Key Id you provided'],
  ['therewasaproblemvalidatingyourkeys', 'invalid-token', 'problem validating your keys'],
  ['awswasnotabletovalidatetheprovidedaccesscredentials', 'invalid-token', 'able to validate the provided'],
  ['requestsignaturewecalculateddoesnotmatch', 'signature', 'request signature we calculated'],
  ['headerspresentintherequestwhichwerenotsigned', 'signature', 'which were not signed'],
  ['requiresavaliddateorx-amz-dateheader', 'signature', 'Date or x-amz-date'],
  ['query-stringauthenticationrequires', 'signature', 'Query-string authentication'],
  ['invalidsigv4credentials', 'signature', 'Invalid SigV4 credentials'],
  ['signatureexpired:', 'clock-skew', 'Signature expired:'],
  ['signaturenotyetcurrent', 'clock-skew', 'Signature not yet current'],
  ['differencebetweentherequesttimeandthecurrenttimeistoolarge', 'clock-skew', 'the current time is too large'],
  ['stsisnotactivatedinthisregion', 'region-disabled', 'STS is not activated'],
  ['unabletolocatecredentials', 'none-found', 'to locate credentials'],
  ['novalidprovidersinchain', 'none-found', 'no valid providers in chain'],
  // Neptune, about a request that is not signed. https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth-connecting.html
  ['"detailedmessage":"missingauthenticationtoken"', 'none-found', 'Missing Authentication Token'],
  ['noec2imdsrolefound', 'none-found', 'EC2 IMDS role'],
  ['couldnotloadcredentialsfromanyproviders', 'none-found', 'load credentials from any'],
  ['credentialscouldnotbeloaded', 'none-found', 'Credentials could not be'],
  ['unabletoloadawscredentialsfromanyprovider', 'none-found', 'load AWS credentials from any'],
  ['unabletoloadcredentialsfromanyoftheproviders', 'none-found', 'load credentials from any'],
  ['partialcredentialsfoundin', 'none-found', 'Partial credentials'],
  ['theconfigprofile(', 'none-found', 'The config profile ('],
  ['thesource_profile', 'none-found', 'The source_profile'],
  ['noopenidconnectproviderfoundinyouraccount', 'web-identity', 'OpenIDConnect provider found'],
  ['incorrecttokenaudience', 'web-identity', 'Incorrect token audience'],
  ["couldn'tretrieveverificationkeyfromyouridentityprovider", 'web-identity', 'verification key from your'],
  ['tokenhasexpiredandrefreshfailed', 'sso-expired', 'expired and refresh failed'],
  ['errorloadingssotoken', 'sso-expired', 'loading SSO Token'],
  ['ssosessionassociatedwiththisprofilehasexpired', 'sso-expired', 'SSO session associated'],
  ['ssosessionhasexpiredorisinvalid', 'sso-expired', 'SSO session has expired'],
  ['sessiontokennotfoundorinvalid', 'sso-expired', 'token not found or invalid'],
  ['forbiddenexception:noaccess', 'sso-no-access', 'ForbiddenException'],
  ['getrolecredentialsoperation:noaccess', 'sso-no-access', 'operation: No access'],
  ['requiresmulti-factorauthentication', 'mfa-required', 'multi-factor authentication'],
  ['assumeroletokenprovidernotseterror', 'mfa-required', 'TokenProviderNotSetError'],
];

/** What SDKs and services say about credentials that are missing, expired or wrong. */
export const credentials: PhraseShape = phraseShape('credentials', [
  ...WORDINGS.map(
    ([begins, credentialError, needle]): Phrase => ({
      begins,
      needles: [needle],
      claim: 'credentials',
      says: () => ({ credentialError }),
    }),
  ),
  {
    // "The access key AKIA… is inactive": a key that somebody has deactivated, whatever the code says.
    begins: 'accesskey',
    needles: ['is inactive', 'is not active', 'been deactivated', 'is deactivated'],
    rest: /(?:Id)?["'`(]?(?:(?:AKIA|ASIA)[A-Z0-9*X]{4,28})?["'`)]?(?:is|hasbeen)(?:inactive|notactive|deactivated)/iy,
    when: ({ dense, from }) =>
      !/(?:if|when|whether|that|unless)(?:the|an?|your|its)?(?:aws)?$/.test(
        dense.lower.slice(Math.max(0, from - 24), from),
      ),
    claim: 'credentials',
    says: () => ({ credentialError: 'invalid-token' }),
  },
  {
    // Terraform: "No valid credential sources found", "no valid credential sources for S3 Backend found".
    begins: 'novalidcredentialsources',
    needles: ['valid credential sources'],
    rest: /(?:for[A-Za-z0-9]{0,60}?)?found/y,
    claim: 'credentials',
    says: () => ({ credentialError: 'none-found' }),
  },
]);
