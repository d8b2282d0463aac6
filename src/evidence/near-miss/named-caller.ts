import type { Principal } from '../../model/principal.ts';

/** The caller as a policy can name it. `arn` is the IAM ARN of the user or role: a policy names the role, not its session. */
export interface NamedCaller {
  readonly principal: Principal;
  readonly arn: string | null;
}
