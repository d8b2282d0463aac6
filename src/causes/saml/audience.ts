import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
export const audience = saidCheck({
  id: 'saml.audience',
  doc: {
    what: 'The SAML response is not meant for AWS: it lacks the audience that AWS requires.',
    why: 'The entity id of the application at the identity provider is not urn:amazon:webservices (or the sign-in page of the region).',
    fix: 'Set the audience (entity id) of the application to urn:amazon:webservices.',
  },
  phrases: ['Response does not contain the required audience'],
  summary: 'The audience of the SAML response is not that of AWS',
  remedies: [advise('set the entity id of the application to urn:amazon:webservices at the identity provider')],
});
