import { CODE_NEEDLES } from '../grammar/codes.ts';
import { named } from '../grammar/principal.ts';
import { positionsOf } from '../grammar/search.ts';
import type { DenseText } from '../text/dense-text.ts';
import { fields, type Part, type Shape } from './shape.ts';

/** Translated messages, by AWS's console and documentation or by users. */
export const localized: Shape = {
  name: 'localized',
  needles: ['権限がありません', ...CODE_NEEDLES],
  *find(dense) {
    yield* japanese(dense);
  },
};

const CONSOLE = '次のことを実行する権限がありません:';

/**
 * `OP オペレーションを呼び出すときにエラーが発生 (CODE) しました: ユーザー: ARN は実行する権限がありません: リソースの ACTION`, and, in AWS's older
 * articles, `OP オペレーションを呼び出す際に、クライアントエラー (CODE) が発生しました: … (ACTION) アクション`.
 */
function* japanese(dense: DenseText): Generator<Part> {
  for (const at of positionsOf(dense.text, 'オペレーションを呼び出す')) {
    const operation = /([A-Z][A-Za-z]{2,80})$/.exec(dense.text.slice(Math.max(0, at - 90), at))?.[1];
    const code =
      /^オペレーションを呼び出す(?:とき|際)に、?(?:クライアント)?エラー(?:が発生(?:しました)?)?\((\w{2,80})\)(?:が発生)?(?:しました)?:?/.exec(
        dense.text.slice(at, at + 160),
      );
    if (code === null) continue;
    const to = at + code[0].length;
    yield {
      shape: 'localized',
      place: 'head',
      from: at - (operation?.length ?? 0),
      to,
      fields: fields({ operation, code: code[1] }),
    };
  }
  // The console, about the user who is signed in.
  for (const from of positionsOf(dense.text, CONSOLE)) {
    const action = /^[a-z0-9-]{2,40}:[A-Z][A-Za-z]{2,60}/.exec(
      dense.text.slice(from + CONSOLE.length, from + 120),
    )?.[0];
    const to = from + CONSOLE.length + (action?.length ?? 0);
    if (action !== undefined)
      yield { shape: 'localized', place: 'message', from, to, fields: { action }, claim: 'denied' };
  }
  for (const from of positionsOf(dense.text, 'ユーザー:')) {
    const stretch = dense.text.slice(from, from + 900);
    const match =
      /^ユーザー:(arn:[^\u3000-\u9fff]{5,300}?|[\w+=,.@<>*-]{1,64})は[^:]{0,30}権限がありません:?(?:リソースの)?\(?([a-z0-9-]{2,40}:[A-Za-z]{3,60})\)?/.exec(
        stretch,
      );
    if (match === null) continue;
    const [all, caller = '', action] = match;
    const explicit = stretch.slice(all.length, all.length + 200).includes('明示的な拒否');
    const reason = explicit ? ({ layer: null, effect: 'explicit', policyArn: null } as const) : null;
    yield {
      shape: 'localized',
      place: 'message',
      from,
      to: from + all.length,
      fields: fields({ ...named(caller), action, reason }),
      claim: 'denied',
    };
  }
}
