import { fanIdOf, keyedId, seal, unseal } from './fanKeys';

const secrets = { appSecret: 'a'.repeat(32), token: 'token', aesKey: 'k'.repeat(43) };

beforeEach(() => {
  process.env.FAN_KEY = 'a key that only this test knows';
});
afterAll(() => {
  delete process.env.FAN_KEY;
});

test('what is sealed for one shop and app opens for no other, with no other key, and not when altered', () => {
  const sealed = seal(secrets, 'jinmei', 'wx01');
  expect(sealed).not.toContain(secrets.appSecret);
  expect(unseal(sealed, 'jinmei', 'wx01')).toEqual(secrets);
  expect(() => unseal(sealed, 'fenhe', 'wx01')).toThrow();
  expect(() => unseal(sealed, 'jinmei', 'wx02')).toThrow();
  expect(() => unseal(`${sealed.slice(0, -4)}AAAA`, 'jinmei', 'wx01')).toThrow();
  process.env.FAN_KEY = 'another key';
  expect(() => unseal(sealed, 'jinmei', 'wx01')).toThrow();
});

test('an id says nothing without the key, and differs by shop', () => {
  const id = fanIdOf('jinmei', 'oAnn');
  expect(id).toMatch(/^[\w-]{43}$/);
  expect(fanIdOf('jinmei', 'oAnn')).toBe(id);
  expect(fanIdOf('fenhe', 'oAnn')).not.toBe(id);
  expect(keyedId('code', 'jinmei', 'oAnn')).not.toBe(id);
  process.env.FAN_KEY = 'another key';
  expect(fanIdOf('jinmei', 'oAnn')).not.toBe(id);
});

test('without the key nothing is made', () => {
  delete process.env.FAN_KEY;
  expect(() => fanIdOf('jinmei', 'oAnn')).toThrow('FAN_KEY');
});
