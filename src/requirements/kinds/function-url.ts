import type { PolicyStatement, Requirement, Way } from '../../model/requirement.ts';
import type { Asked } from '../asked.ts';
import { access } from './access.ts';

/** True for a call of a function URL. */
export function isFunctionUrl({ action }: Asked): boolean {
  return action.toLowerCase() === 'lambda:invokefunctionurl';
}

/**
 * A function URL needs two actions: to call the URL, and to invoke the function through it. Of a URL without authentication, the policy of the function must
 * give both to everybody; with AWS_IAM, to the caller, as anywhere else. Where AWS names no caller, either may be the case.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export function functionUrl(asked: Asked): readonly Requirement[] {
  const namesCaller = asked.caller.type !== null;
  return access(asked).map((one) => {
    if (one.need !== 'allow') return one;
    if (one.step === 'identity') return { ...one, ways: [forCaller(one.ways[0]), ...one.ways.slice(1).map(forCaller)] };
    if (one.step !== 'resource') return one;
    const [first, ...more] = one.ways;
    const ofCaller: readonly Way[] = one.ways.map(forCaller);
    return namesCaller
      ? { ...one, ways: [forCaller(first), ...more.map(forCaller)] }
      : { ...one, ways: [forEverybody(first), ...ofCaller] };
  });
}

const TYPE = 'lambda:FunctionUrlAuthType';
const VIA = { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } };

function forCaller(one: Way): Way {
  return { ...one, statements: one.statements.flatMap((statement) => both(statement, 'AWS_IAM')) };
}

function forEverybody(one: Way): Way {
  return {
    statements: one.statements.flatMap((statement) => both({ ...statement, Principal: '*', Condition: {} }, 'NONE')),
    alsoNeeds: [],
  };
}

/** One statement for each action: their conditions differ. */
function both(statement: PolicyStatement, type: 'NONE' | 'AWS_IAM'): readonly PolicyStatement[] {
  const own = statement['Condition'];
  const condition = typeof own === 'object' ? own : {};
  return [
    { ...statement, Condition: { ...condition, StringEquals: { [TYPE]: type } } },
    { ...statement, Action: 'lambda:InvokeFunction', Condition: { ...condition, ...VIA } },
  ];
}
