import { bindingStatuses, canBecome } from './bindingStatus';

test('the table allows exactly these moves', () => {
  const moves = bindingStatuses.flatMap((from) =>
    bindingStatuses.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(moves).toEqual(['unbound → bound', 'bound → bound', 'bound → revoked', 'revoked → bound']);
});
