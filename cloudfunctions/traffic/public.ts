export { closeDays } from './closeDays';
export { noteFollow } from './noteFollow';
export { creditsOf, readTouches } from './touches';
export { countBrought, countVisitors, forgetOldVisits } from './visits';
