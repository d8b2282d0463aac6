import type { AnyCause } from '../cause.ts';
import { cognitoGuest } from './cognito-guest.ts';
import { readOnlyPermissionSet } from './read-only-permission-set.ts';

/** What somebody was signed in as. */
export const signInRoles = [readOnlyPermissionSet, cognitoGuest] as const satisfies readonly AnyCause[];
