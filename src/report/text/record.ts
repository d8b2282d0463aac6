import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Settings } from '../options.ts';
import { printCommand } from '../shell/quote.ts';
import { isCutMessage } from '../words/cut-message.ts';
import { gapClosing, isUndecodable } from '../words/gap.ts';
import { recordGap } from '../words/questions.ts';
import { SYMBOLS } from '../words/symbols.ts';
import { indent, narrower, sentence } from './page.ts';

const CUT_MESSAGE =
  'the message in the text was cut: only the whole of it can be decoded. Get the error again in full, and run denytrace on it.';

/** What AWS itself recorded of the denial, where it could not be read, and how somebody who may can read it. */
export function recordLines(diagnosis: Diagnosis, settings: Settings): readonly string[] {
  const gap = recordGap(diagnosis);
  if (gap === undefined) return [];
  const inner = narrower(settings, 4);
  const title = `${gap.what.charAt(0).toUpperCase()}${gap.what.slice(1)} could not be read`;
  const isCut = isCutMessage(diagnosis.denial);
  const command = isUndecodable(gap) ? undefined : decodeCommand(diagnosis.denial?.encodedMessage ?? null);
  const shown =
    isCut && command !== undefined
      ? sentence(CUT_MESSAGE, inner)
      : command === undefined
        ? []
        : [
            ...sentence(
              'someone with sts:DecodeAuthorizationMessage can run this; then run denytrace on its output:',
              inner,
            ),
            settings.palette.bold(command),
          ];
  return [
    `${settings.palette.yellow(SYMBOLS.unknown)} ${title}`,
    ...indent([...sentence(gapClosing(gap, diagnosis), inner), ...shown], 4),
  ];
}

/** https://docs.aws.amazon.com/cli/latest/reference/sts/decode-authorization-message.html */
function decodeCommand(encoded: string | null): string | undefined {
  if (encoded === null || !/^[\w-]{1,10240}$/.test(encoded)) return undefined;
  // Joined: a message may begin with a hyphen.
  const asked = [`--encoded-message=${encoded}`, '--query', 'DecodedMessage', '--output', 'text'];
  return printCommand(['aws', 'sts', 'decode-authorization-message', ...asked]);
}
