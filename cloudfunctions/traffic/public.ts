export { closeDays } from './closeDays';
export { noteFollow } from './noteFollow';
export { creditsOf } from './touches';
export { forgetOldVisits } from './visits';
