import { valueAfter } from './found-values.ts';
import { isNeededPermission } from './needed-permission.ts';
import { type Phrase, type PhraseMatch, type PhraseShape, phraseShape } from './phrases.ts';
import { fields } from './shape.ts';

/** `ec2:DescribeInstances`: no other system writes its permissions like that. */
const ACTION = /^[a-z][a-z0-9-]{1,39}:[A-Z][A-Za-z0-9]{2,80}$/;
/** Before the action: `permissions: "`, `permission to `. */
const BEFORE = /(?:permissions?|privileges?)(?:\(s\))?(?:to|for|on)?:?(?=["'`[(]?[a-z][a-z0-9-]{1,39}:[A-Z])/y;
/** `the ec2:DescribeInstances permission` */
const AFTER =
  /(?:the|required|necessary){0,2}["'`]?([a-z][a-z0-9-]{1,39}:[A-Z][A-Za-z0-9]{2,80}?)["'`]?(?:permission|privilege)/y;
/** Advice, and conditions. */
const PROSE =
  /(?:^|[.,;:!?(\n])(?:\s*(?:and|but|also))?\s*(?:if|when|unless|whether|in case|make sure|ensure|check|verify|because|users? (?:who|that)|note)\b[^.;:!?\n]*$/i;

/** What shows that something failed: a title or a wish says "does not have the … permission" as well. */
const FAILED =
  /error|exception|fail|insufficient|denied|unauthorized|forbidden|statuscode|fatal|unable|cannot|couldnot/;
/** AWS's console: the box under the sentence has all that is in it. */
const BOX = /user:arn:|torequestaccess,/;

/** Ways to say that somebody has no permission, each with how it goes on. */
const LACKS: readonly (readonly [begins: string, needles: readonly [string, ...string[]], forms: readonly RegExp[]])[] =
  [
    ['nothave', ['not have'], [BEFORE, AFTER]],
    ["n'thave", ["n't have"], [BEFORE, AFTER]],
    ['lacks', ['lacks the', 'lacks permission', 'lacks required'], [BEFORE, AFTER]],
    ['missing', ['issing permission', 'issing the ', 'issing required'], [BEFORE, AFTER]],
    ['insufficient', ['nsufficient permission', 'nsufficient privileges'], [BEFORE]],
  ];

/** Tools and services that name the permission that is missing, in words of their own. */
export const lackingPermission: PhraseShape = phraseShape(
  'lacking-permission',
  LACKS.flatMap(([begins, needles, forms]) =>
    forms.map(
      (rest): Phrase => ({
        begins,
        needles,
        rest,
        when: (found) =>
          isFailure(found) &&
          (rest === AFTER || ACTION.test(actionAfter(found) ?? '')) &&
          !(begins === 'nothave' && isNeededPermission(found)),
        claim: 'denied',
        says: ([, action], found) => fields({ action: action ?? actionAfter(found) }),
      }),
    ),
  ),
);

function isFailure({ dense, from, to }: PhraseMatch): boolean {
  if (PROSE.test(dense.written(Math.max(0, from - 80), from, ' '))) return false;
  const after = dense.lower.slice(to, to + 200);
  return FAILED.test(`${dense.lower.slice(Math.max(0, from - 160), to)} ${after}`) && !BOX.test(after);
}

/** The action up to the next blank, without the list that it begins. */
function actionAfter(found: PhraseMatch): string | undefined {
  return valueAfter(found)
    ?.replace(/^["'`[(]+/, '')
    .replace(/["'`\])]*[,;].*$/, '')
    .replace(/["'`\])]+$/, '');
}
