import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const audience = quotedCause({
  id: 'saml.audience',
  phrases: ['Response does not contain the required audience'],
  summary: 'The audience of the SAML response is not that of AWS',
  remedies: [advise('set the entity id of the application to urn:amazon:webservices at the identity provider')],
});
