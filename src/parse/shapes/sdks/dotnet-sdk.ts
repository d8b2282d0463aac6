import { CODE_NEEDLES } from '../../grammar/codes.ts';
import { type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

/** .NET, if the service sent no body: `Error making request with Error Code C and Http Status Code S. No further …`. */
export const dotnetSdk: PhraseShape = phraseShape('dotnet-sdk', [
  {
    begins: 'errormakingrequestwitherrorcode',
    needles: CODE_NEEDLES,
    rest: /([A-Z][A-Za-z]{2,40}?)andHttpStatusCode([A-Z][A-Za-z]{2,30})/y,
    place: 'head',
    says: ([, code]) => fields({ code }),
  },
]);
