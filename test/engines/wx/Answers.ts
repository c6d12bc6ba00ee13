import type { PlaceHost } from './locationApis';
import type { SubscribeHost } from './subscribeApi';

type PlaceAnswers = PlaceHost['answers'];
type SubscribeAnswers = SubscribeHost['answers'];

/** What the person with the phone does when WeChat itself asks. */
export interface Answers extends PlaceAnswers, SubscribeAnswers {
  /** When the mini program wants to save a picture; `denied` is how it was answered once and for ever. */
  album: 'allowed' | 'cancel' | 'denied';
  /** In the cashier. */
  cashier: 'pay' | 'cancel';
  /** In a dialog with two buttons. */
  modal: 'confirm' | 'cancel';
  /** On WeChat's page for confirming a receipt; `unavailable` where WeChat is too old for it. */
  receipt: 'success' | 'cancel' | 'unavailable';
}

/** Somebody who pays and confirms, and keeps to themselves where they are and whether they may be written to. */
export const usualAnswers = (): Answers => ({
  cashier: 'pay',
  modal: 'confirm',
  receipt: 'success',
  location: 'denied',
  chosenLocation: 'cancel',
  album: 'allowed',
  subscribe: 'reject',
});
