/** What a write needs besides where it brings an ACL. */
export const ACL_ACTION = 's3:PutObjectAcl';

/** True for the action that writes an object, with an ACL or without. */
export function writesObject(action: string): boolean {
  return action.toLowerCase() === 's3:putobject';
}
