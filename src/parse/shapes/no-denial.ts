import { type Phrase, type PhraseShape, phraseShape } from './phrases.ts';

/** Sentences that come with or near a code of a denial, but are about state, sharing, subscriptions or settings. */
const WORDINGS = [
  'notauthorizedforimages',
  // The policy of a browser's upload form, which is no IAM policy. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
  'invalidaccordingtopolicy:',
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

/** Refusals for other reasons than a missing permission. */
export const noDenial: PhraseShape = phraseShape(
  'no-denial',
  WORDINGS.map((begins): Phrase => ({ begins, claim: 'other' })),
);
