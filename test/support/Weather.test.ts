import { type Fate, type Sky, Weather } from './Weather';

const fates = (sky: Sky, calls: readonly string[]): Fate[] => {
  const weather = new Weather();
  weather.become(sky);
  return calls.map((call) => weather.fateOf(call));
};
const ten = Array.from({ length: 10 }, () => 'order.getOrder');

test('of ten calls in a lossy network two do not get through, one before and one after the work', () => {
  const weather = new Weather();
  weather.become('lossy');
  const seen = ten.map((call) => weather.fateOf(call));
  expect(seen.filter((fate) => fate !== 'arrives')).toEqual(['lost', 'answerLost']);
  expect(weather.lost).toBe(2);
});

test('only the answers that are named are lost, every time', () => {
  const sky = { answersLostOf: 'order.placeOrder' };
  expect(fates(sky, ['order.payOrder', 'order.placeOrder', 'order.placeOrder'])).toEqual([
    ...['arrives', 'answerLost', 'answerLost'],
  ]);
});

test('offline from an operation on, nothing arrives any more', () => {
  const sky = { offlineFrom: 'order.checkPayment' };
  expect(fates(sky, ['order.payOrder', 'order.checkPayment', 'order.payOrder'])).toEqual(['arrives', 'lost', 'lost']);
});
