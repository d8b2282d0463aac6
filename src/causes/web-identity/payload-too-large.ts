import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const payloadTooLarge = quotedCause({
  id: 'web-identity.payload-too-large',
  codes: ['JWTPayloadSizeExceeded'],
  phrases: ['JWTPayloadSizeExceeded'],
  summary: 'The token that STS should issue would be too large',
  remedies: [advise('pass fewer or shorter tags with GetWebIdentityToken')],
});
