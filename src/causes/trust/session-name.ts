import { orList, requestValue } from '../../evidence/words.ts';
import { conditionCause } from '../runners/condition-cause.ts';

export const sessionName = conditionCause({
  id: 'trust.session-name',
  keys: /^sts:rolesessionname$/,
  summary({ condition, place, wanted }) {
    const name = requestValue(condition);
    return name === undefined
      ? `${place} wants the session name ${orList(wanted)}; which one the call gave does not show (--context sts:RoleSessionName=…)`
      : `${place} wants the session name ${orList(wanted)}, and the call gave ${name}`;
  },
  remedies({ condition, wanted, denialCase }) {
    const user = denialCase.request?.context.get('aws:username');
    const username = user?.status === 'known' ? (user.values[0] ?? '') : undefined;
    const names = wanted.map((each) =>
      username === undefined ? each : each.replace(/\$\{aws:username\}/gi, username),
    );
    const name = names.find((each) => /^[\w+=,.@-]{2,64}$/.test(each));
    if (name === undefined || condition.operator.negated) return undefined;
    const summary = `name the session ${name} (--role-session-name, role_session_name in the profile)`;
    return [{ kind: 'send', context: { 'sts:RoleSessionName': [name] }, summary, who: 'you' }];
  },
});
