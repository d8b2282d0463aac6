import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const sourceIdentity = quotedCause({
  id: 'saml.source-identity',
  phrases: ['Source Identity must match'],
  summary: 'The SourceIdentity attribute of the SAML response is not valid',
  remedies: [advise('map SourceIdentity at the identity provider to a value that AWS takes')],
});
