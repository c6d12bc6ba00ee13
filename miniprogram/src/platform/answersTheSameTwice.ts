import type { OperationName } from '@shared/contract';

/** What adds to what is there, under no id of its own: a second call would add a second time. */
const once: readonly OperationName[] = ['order.buyAgain'];

/** Whether an operation may be called again when its answer got lost: everything that writes does so under an id from the phone. */
export const answersTheSameTwice = (name: OperationName): boolean => !once.includes(name);
