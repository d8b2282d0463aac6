import type { CaseCause } from '../cause.ts';
import { credentialErrorCauses } from '../runners/credential-error-cause.ts';
import { quotedCauses } from '../runners/quoted-cause.ts';
import { CREDENTIAL_ERRORS, NAMED_CREDENTIAL_CAUSES } from '../tables/credentials.ts';
import { SAML_REFUSALS } from '../tables/saml.ts';
import { refusedToken } from '../web-identity/token.ts';
import { jobCredentials } from './environment.ts';
import { invalidInRegion, regionDisabled } from './regions.ts';

/**
 * What is wrong with the credentials, a token or a SAML response: AWS evaluated no policy. The first certain cause ends the contest. So
 * the likely ones come first, and what the words of the text name comes before what the kind of the error says.
 */
export const credentials = [
  ...jobCredentials,
  ...invalidInRegion,
  ...refusedToken,
  ...quotedCauses(SAML_REFUSALS, 'token'),
  ...quotedCauses(NAMED_CREDENTIAL_CAUSES),
  ...credentialErrorCauses([...CREDENTIAL_ERRORS, regionDisabled]),
] as const satisfies readonly CaseCause[];
