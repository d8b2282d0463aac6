import type { DenialCase } from '../../model/denial-case.ts';

/** The session of an instance's role is named after the instance. https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html */
export function instanceOf({ facts }: DenialCase): string | undefined {
  const session = facts.principal?.type === 'session' ? facts.principal.sessionName : null;
  return session !== null && /^i-[0-9a-f]{8,17}$/.test(session) ? session : undefined;
}
