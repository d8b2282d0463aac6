import type { CredentialError } from '../../model/denial.ts';
import { type Phrase, phraseShape } from './phrases.ts';

/** What is wrong with the credentials themselves: no policy was asked. These beat a code that looks like a denial. */
const WORDINGS: readonly (readonly [string, CredentialError])[] = [
  ['securitytokenincludedintherequestisexpired', 'expired'],
  ['theprovidedtokenhasexpired', 'expired'],
  ['tokenexpired:currentdate/time', 'expired'],
  ['requesthasexpired', 'expired'],
  ['securitytokenincludedintherequestisinvalid', 'invalid-token'],
  ['accesskeyidyouprovideddoesnotexist', 'invalid-token'],
  ['therewasaproblemvalidatingyourkeys', 'invalid-token'],
  ['awswasnotabletovalidatetheprovidedaccesscredentials', 'invalid-token'],
  ['requestsignaturewecalculateddoesnotmatch', 'signature'],
  ['headerspresentintherequestwhichwerenotsigned', 'signature'],
  ['requiresavaliddateorx-amz-dateheader', 'signature'],
  ['query-stringauthenticationrequires', 'signature'],
  ['signatureexpired:', 'clock-skew'],
  ['signaturenotyetcurrent', 'clock-skew'],
  ['differencebetweentherequesttimeandthecurrenttimeistoolarge', 'clock-skew'],
  ['stsisnotactivatedinthisregion', 'region-disabled'],
  ['unabletolocatecredentials', 'none-found'],
  ['novalidprovidersinchain', 'none-found'],
  ['noec2imdsrolefound', 'none-found'],
  ['novalidcredentialsourcesfound', 'none-found'],
  ['novalidcredentialsourcesforfound', 'none-found'],
  ['couldnotloadcredentialsfromanyproviders', 'none-found'],
  ['credentialscouldnotbeloaded', 'none-found'],
  ['unabletoloadawscredentialsfromanyprovider', 'none-found'],
  ['unabletoloadcredentialsfromanyoftheproviders', 'none-found'],
  ['partialcredentialsfoundin', 'none-found'],
  ['theconfigprofile(', 'none-found'],
  ['thesource_profile', 'none-found'],
  ['noopenidconnectproviderfoundinyouraccount', 'web-identity'],
  ['incorrecttokenaudience', 'web-identity'],
  ["couldn'tretrieveverificationkeyfromyouridentityprovider", 'web-identity'],
  ['tokenhasexpiredandrefreshfailed', 'sso-expired'],
  ['errorloadingssotoken', 'sso-expired'],
  ['ssosessionassociatedwiththisprofilehasexpired', 'sso-expired'],
  ['ssosessionhasexpiredorisinvalid', 'sso-expired'],
  ['sessiontokennotfoundorinvalid', 'sso-expired'],
  ['forbiddenexception:noaccess', 'sso-no-access'],
  ['getrolecredentialsoperation:noaccess', 'sso-no-access'],
  ['requiresmulti-factorauthentication', 'mfa-required'],
  ['assumeroletokenprovidernotseterror', 'mfa-required'],
];

/** What SDKs and services say of credentials that are missing, old or wrong: no policy denied anything. */
export const credentials: ReturnType<typeof phraseShape> = phraseShape(
  'credentials',
  WORDINGS.map(
    ([begins, credentialError]): Phrase => ({ begins, claim: 'credentials', says: () => ({ credentialError }) }),
  ),
);
