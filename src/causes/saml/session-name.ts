import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
export const sessionName = saidCheck({
  id: 'saml.session-name',
  doc: {
    what: 'The SAML response has no RoleSessionName attribute, or one with characters that AWS does not take.',
    why: 'The attribute is not mapped at the identity provider, is empty for this user, or holds spaces or umlauts.',
    fix: 'Map RoleSessionName to a value of 2 to 64 characters of a-z, A-Z, 0-9 and _+=,.@- (an e-mail address fits).',
  },
  phrases: ['RoleSessionName is required in AuthnResponse', 'RoleSessionName in AuthnResponse must match'],
  summary: 'The RoleSessionName attribute of the SAML response is missing or not valid',
  remedies: [advise('map RoleSessionName at the identity provider to the user’s e-mail address or name')],
});
