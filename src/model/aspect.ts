/** What can be wrong beyond the policies, in the order in which it is asked. */
export const ASPECTS = ['credentials', 'token', 'caller', 'passed-role', 'request'] as const;
/** What a cause beyond the policies is about: the credentials, the token, the caller, the role that is passed, or the request as a whole. */
export type Aspect = (typeof ASPECTS)[number];
