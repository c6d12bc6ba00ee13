import { cloudFault } from './cloudFault';

test('a function that threw is a fault that names its request', () => {
  const errMsg =
    'cloud.callFunction:fail requestID 1cb63f35-794c-11e9, cloud function service error code -504002, error message no';
  expect(cloudFault({ errCode: -404_011, errMsg })).toMatchObject({
    name: 'FunctionFault',
    requestId: '1cb63f35-794c-11e9',
  });
});

test('a function that CloudBase does not know is a fault of ours, too', () => {
  const errMsg = 'cloud.callFunction:fail FunctionName parameter could not be found.';
  expect(cloudFault({ errCode: -501_000, errMsg })).toMatchObject({ name: 'FunctionFault', requestId: '' });
});

test.each([
  { errCode: -1, errMsg: 'cloud.callFunction:fail request:fail' },
  { errMsg: 'request:fail timeout' },
  {},
])('what did not arrive is a network fault: %p', (error) => {
  expect(cloudFault(error)).toMatchObject({ name: 'NetworkFault' });
});
