import { type Gap, notGiven, unsupported } from '../../model/gap.ts';
import type { CompiledRequest } from '../compiled-request.ts';
import { matchPrincipal } from '../elements/match-principal.ts';
import type { NamedPrincipal } from '../elements/named-principal.ts';
import type { CompiledStatement } from '../statements/compile-policy.ts';

/** Why it is not known whether a statement names the caller. `where`: the statement, in words. */
export function principalGaps(
  { principal }: CompiledStatement,
  compiled: CompiledRequest,
  where: string,
): readonly Gap[] {
  if (principal === null) return [unsupported(`${where}, which has no Principal`)];
  const gaps = principal.entries.flatMap((named) =>
    matchPrincipal(named, compiled.caller) === 'unknown' ? [entryGap(named, compiled, where)] : [],
  );
  if (principal.negated && compiled.boundaryGap !== null) gaps.push(compiled.boundaryGap);
  if (gaps.length === 0 || !principal.complete)
    gaps.push(unsupported(`the ${principal.negated ? 'NotPrincipal' : 'Principal'} of ${where}`));
  return gaps;
}

function entryGap(named: NamedPrincipal, compiled: CompiledRequest, where: string): Gap {
  const { caller, request } = compiled;
  const ofKey = (key: string, what: string): Gap => {
    const value = request.context.get(key);
    return value.status === 'unknown' ? value.gap : notGiven({ what, toPass: { key } });
  };
  if (named.kind === 'role' && named.principal.name === caller.name)
    return ofKey('aws:PrincipalArn', `the path of the role ${caller.name}`);
  if (named.kind === 'role' && named.principal.name.toLowerCase() === caller.name.toLowerCase()) {
    const pair = `whether AWS treats role/${named.principal.name} in ${where} as role/${caller.name}`;
    return notGiven({ what: `${pair} (AWS’s documentation does not say)`, toPass: null, who: 'aws' });
  }
  if (named.kind === 'unique-id' && caller.type !== 'federated-user')
    return ofKey('aws:userid', `the unique id of ${caller.name}`);
  if (named.kind === 'session') return notGiven({ what: 'the name of the session', toPass: 'caller' });
  if (named.kind === 'provider' && caller.type === 'identity')
    return notGiven({
      what: 'which identity provider the caller comes from',
      toPass: /saml$/i.test(request.action) ? 'caller' : 'web-identity-token',
    });
  return unsupported(`which principals ${where} names`);
}
