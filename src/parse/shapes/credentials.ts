import type { CredentialError } from '../../model/denial.ts';
import { type Phrase, type PhraseShape, phraseShape } from './phrases.ts';

/** What is wrong with the credentials themselves: no policy was asked. These beat a code that looks like a denial. */
const WORDINGS: readonly (readonly [begins: string, error: CredentialError, needle: string])[] = [
  ['securitytokenincludedintherequestisexpired', 'expired', 'The security token'],
  ['theprovidedtokenhasexpired', 'expired', 'The provided token has'],
  ['tokenexpired:currentdate/time', 'expired', 'Token expired: current'],
  ['requesthasexpired', 'expired', 'Request has expired'],
  ['securitytokenincludedintherequestisinvalid', 'invalid-token', 'The security token'],
  ['accesskeyidyouprovideddoesnotexist', 'invalid-token', 'Access Key Id you provided'],
  ['therewasaproblemvalidatingyourkeys', 'invalid-token', 'There was a problem validating'],
  ['awswasnotabletovalidatetheprovidedaccesscredentials', 'invalid-token', 'AWS was not able'],
  ['requestsignaturewecalculateddoesnotmatch', 'signature', 'The request signature we'],
  ['headerspresentintherequestwhichwerenotsigned', 'signature', 'There were headers present'],
  ['requiresavaliddateorx-amz-dateheader', 'signature', 'Date or x-amz-date'],
  ['query-stringauthenticationrequires', 'signature', 'Query-string authentication'],
  ['signatureexpired:', 'clock-skew', 'Signature expired:'],
  ['signaturenotyetcurrent', 'clock-skew', 'Signature not yet current'],
  ['differencebetweentherequesttimeandthecurrenttimeistoolarge', 'clock-skew', 'The difference between the request'],
  ['stsisnotactivatedinthisregion', 'region-disabled', 'STS is not activated'],
  ['unabletolocatecredentials', 'none-found', 'Unable to locate cred'],
  ['novalidprovidersinchain', 'none-found', 'NoCredentialProviders'],
  ['noec2imdsrolefound', 'none-found', 'EC2 IMDS role'],
  ['couldnotloadcredentialsfromanyproviders', 'none-found', 'Could not load credentials'],
  ['credentialscouldnotbeloaded', 'none-found', 'Credentials could not be loaded'],
  ['unabletoloadawscredentialsfromanyprovider', 'none-found', 'Unable to load AWS cred'],
  ['unabletoloadcredentialsfromanyoftheproviders', 'none-found', 'Unable to load credentials'],
  ['partialcredentialsfoundin', 'none-found', 'Partial credentials'],
  ['theconfigprofile(', 'none-found', 'The config profile ('],
  ['thesource_profile', 'none-found', 'The source_profile'],
  ['noopenidconnectproviderfoundinyouraccount', 'web-identity', 'OpenIDConnect provider found'],
  ['incorrecttokenaudience', 'web-identity', 'Incorrect token audience'],
  ["couldn'tretrieveverificationkeyfromyouridentityprovider", 'web-identity', "Couldn't retrieve verification"],
  ['tokenhasexpiredandrefreshfailed', 'sso-expired', 'Token has expired'],
  ['errorloadingssotoken', 'sso-expired', 'loading SSO Token'],
  ['ssosessionassociatedwiththisprofilehasexpired', 'sso-expired', 'SSO session associated'],
  ['ssosessionhasexpiredorisinvalid', 'sso-expired', 'SSO session has expired'],
  ['sessiontokennotfoundorinvalid', 'sso-expired', 'Session token not found'],
  ['forbiddenexception:noaccess', 'sso-no-access', 'ForbiddenException: No'],
  ['getrolecredentialsoperation:noaccess', 'sso-no-access', 'operation: No access'],
  ['requiresmulti-factorauthentication', 'mfa-required', 'MFA code callback'],
  ['assumeroletokenprovidernotseterror', 'mfa-required', 'TokenProviderNotSetError'],
];

/** What SDKs and services say of credentials that are missing, old or wrong: no policy denied anything. */
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
    // Terraform: "No valid credential sources found", "no valid credential sources for S3 Backend found".
    begins: 'novalidcredentialsources',
    needles: ['valid credential sources'],
    rest: /(?:for[A-Za-z0-9]{0,60}?)?found/y,
    claim: 'credentials',
    says: () => ({ credentialError: 'none-found' }),
  },
]);
