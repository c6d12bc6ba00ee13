import { unlessCancelled } from './unlessCancelled';

const failing = (errMsg: string) => Promise.reject({ errMsg });

test('what the person gives is handed on; what they leave or forbid is nothing', async () => {
  expect(await unlessCancelled(Promise.resolve('here'))).toBe('here');
  expect(await unlessCancelled(failing('chooseMedia:fail cancel'))).toBeUndefined();
  expect(await unlessCancelled(failing('chooseAddress:fail auth deny'))).toBeUndefined();
});

test('any other failure is thrown', async () => {
  await expect(unlessCancelled(failing('chooseMedia:fail no space left'))).rejects.toMatchObject({
    errMsg: 'chooseMedia:fail no space left',
  });
});
