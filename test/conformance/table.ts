import type { Section } from './Row';
import { arrayExpressions } from './rows/arrayExpressions';
import { beyondDatabase } from './rows/beyondDatabase';
import { limits } from './rows/limits';
import { numberExpressions } from './rows/numberExpressions';
import { places } from './rows/places';
import { queryOperators } from './rows/queryOperators';
import { reading } from './rows/reading';
import { stages } from './rows/stages';
import { textExpressions } from './rows/textExpressions';
import { transactions } from './rows/transactions';
import { updateOperators } from './rows/updateOperators';
import { writing } from './rows/writing';

/** Everything documented of the SDK, each feature with a case: what the suite runs and what the README lists. */
export const table: readonly Section[] = [
  ...queryOperators,
  places,
  ...reading,
  ...writing,
  ...updateOperators,
  transactions,
  ...stages,
  ...numberExpressions,
  ...textExpressions,
  ...arrayExpressions,
  limits,
  ...beyondDatabase,
];
