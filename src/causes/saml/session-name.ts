import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const sessionName = quotedCause({
  id: 'saml.session-name',
  phrases: ['RoleSessionName is required in AuthnResponse', 'RoleSessionName in AuthnResponse must match'],
  summary: 'The RoleSessionName attribute of the SAML response is missing or not valid',
  remedies: [advise('map RoleSessionName at the identity provider to the user’s e-mail address or name')],
});
