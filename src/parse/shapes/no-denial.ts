import { type Phrase, type PhraseShape, phraseShape } from './phrases.ts';

/** Messages that come with a code of denial, or close to one, but speak of state, sharing, subscriptions or settings. */
const WORDINGS = [
  'notauthorizedforimages',
  'isnotinthestate',
  'youarenottheownerof',
  'unabletodetermineservice/operationname',
  'thisactioncanonlybemadebyaccountsinan',
  'inordertousethisawsmarketplaceproduct',
  'youarenotsubscribedtothisservice',
  'unauthenticatedaccessisnotsupportedforthisidentitypool',
  'exceedsthe1hoursessionlimitforrolesassumedbyrolechaining',
  'packedsizeofsessiontagsconsumes',
  'youraccountmustbeverified',
  'accountiscurrentlyblocked',
  'invalid_payment_instrument',
  'isnotallowedfromunsupportedcountries',
  'usernotenabledforcostexplorer',
  'macieisnotenabled',
  'pleasecompleteawsauditmanagersetup',
  'youmustsubmitusecasedetailsbeforeaccessingthismodel',
];

/** What AWS refuses for other reasons than a lack of permission. */
export const noDenial: PhraseShape = phraseShape(
  'no-denial',
  WORDINGS.map((begins): Phrase => ({ begins, claim: 'other' })),
);
