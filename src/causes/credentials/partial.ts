import { advise } from '../../grants/advise.ts';
import { quotedCause } from '../runners/quoted-cause.ts';

export const partial = quotedCause({
  id: 'credentials.partial',
  phrases: ['Partial credentials found in', 'EnvAccessKeyNotFound', 'EnvSecretNotFound'],
  summary: 'Only a part of the credentials is set: key id and secret belong together in one place',
  remedies: [advise('set the missing one, or unset both', 'you', ['aws', 'configure', 'list'])],
});
