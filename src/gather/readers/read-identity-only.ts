import type { Read } from '../../model/read.ts';
import { readNothing } from './read-nothing.ts';

/** For a request whose credentials were not accepted: nobody was denied anything, so that no policy tells more than who is signed in. */
export function readIdentityOnly(read: Read): Read {
  return (call) => (call.call === 'sts:GetCallerIdentity' ? read(call) : readNothing(call));
}
