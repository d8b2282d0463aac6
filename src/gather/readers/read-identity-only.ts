import type { Read } from '../../model/read.ts';
import { readNothing } from './read-nothing.ts';

/** Reads only the current identity. For requests whose credentials were not accepted: AWS evaluated no policy, so none is read. */
export function readIdentityOnly(read: Read): Read {
  return (call) => (call.call === 'sts:GetCallerIdentity' ? read(call) : readNothing(call));
}
