import { NetworkFault } from './faults';

/** What to tell a person about a call that failed. */
export const faultText = (fault: unknown): string =>
  fault instanceof NetworkFault ? '网络不太顺畅，请检查后再试' : '店里出了点小问题，请稍后再试';
