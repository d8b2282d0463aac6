import { saidCheck } from '../quoted-cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html */
export const payloadTooLarge = saidCheck({
  id: 'web-identity.payload-too-large',
  doc: {
    what: 'The web identity token that STS should issue would be too large.',
    why: 'The request has many or long tags, which all become claims of the token.',
    fix: 'Pass fewer or shorter tags.',
  },
  codes: ['JWTPayloadSizeExceeded'],
  phrases: ['JWTPayloadSizeExceeded'],
  summary: 'The token that STS should issue would be too large',
  remedies: [advise('pass fewer or shorter tags with GetWebIdentityToken')],
});
