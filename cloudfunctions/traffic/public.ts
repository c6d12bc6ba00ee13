export { closeDays } from './closeDays';
export { noteFollow } from './noteFollow';
export { creditsOf, readTouches } from './touches';
export { forgetOldVisits } from './visits';
