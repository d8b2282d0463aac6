import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
export const sourceIdentity = saidCheck({
  id: 'saml.source-identity',
  doc: {
    what: 'The SourceIdentity attribute of the SAML response is not valid.',
    why: 'It holds characters that AWS does not take, or begins with aws:.',
    fix: 'Map SourceIdentity to a value of 2 to 64 characters of a-z, A-Z, 0-9 and _+=,.@-.',
  },
  phrases: ['Source Identity must match'],
  summary: 'The SourceIdentity attribute of the SAML response is not valid',
  remedies: [advise('map SourceIdentity at the identity provider to a value that AWS takes')],
});
