export { closeDays } from './closeDays';
export { creditsOf } from './touches';
export { forgetOldVisits } from './visits';
