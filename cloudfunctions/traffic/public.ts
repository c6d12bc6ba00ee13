export { closeDays } from './closeDays';
export { noteFollow } from './noteFollow';
export { creditsOf } from './touches';
export { countVisitors, forgetOldVisits } from './visits';
