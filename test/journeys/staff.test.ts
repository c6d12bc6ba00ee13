import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { contracts } from './rightInputs';

const shopId = 'jinmei';

let storefront: Storefront;
let owner: Caller;
let manager: Caller;
let clerk: Caller;
let ann: Caller;
let bob: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  [owner, manager, clerk, ann, bob] = await Promise.all([
    storefront.as(sellers.owner),
    storefront.as(sellers.manager),
    storefront.as(sellers.clerk),
    storefront.as(shoppers[0]),
    storefront.as(shoppers[1]),
  ]);
});
afterAll(() => storefront.close());

const invite = (invitationId: string, role: 'clerk' | 'manager' = 'clerk') =>
  owner.ask('shop.inviteStaff', { shopId, invitationId, role });
const over = { ok: false, refusal: { code: 'INVITATION_OVER' } };
const notAllowed = { ok: false, refusal: { code: 'NOT_ALLOWED' } };
const memberIdOf = async (name: string): Promise<string> => {
  const { staff } = await owner.ask('shop.listStaff', { shopId });
  return staff.find((member) => member.name === name)?.memberId ?? 'nobody-here';
};

test('who is invited takes the place once; the link is of no use to the next', async () => {
  const { code } = await invite('invite-ann');
  expect((await invite('invite-ann')).code).toBe(code);
  expect(await ann.ask('shop.getInvitation', { shopId, code })).toMatchObject({
    shopName: '晋美优品养生馆',
    role: 'clerk',
  });
  expect(await ann.call('shop.listStock', { shopId })).toEqual(notAllowed);

  expect(await ann.ask('shop.acceptInvitation', { shopId, code, name: '小安' })).toEqual({ role: 'clerk' });
  expect(await ann.call('shop.listStock', { shopId })).toMatchObject({ ok: true });
  const again = await ann.call('shop.acceptInvitation', { shopId, code, name: '小安' });
  expect(again).toEqual({ ok: false, refusal: { code: 'ALREADY_STAFF', role: 'clerk' } });
  expect(await bob.call('shop.acceptInvitation', { shopId, code, name: '小鲍' })).toEqual(over);
  expect(await bob.call('shop.getInvitation', { shopId, code })).toEqual(over);
});

test('who was removed has no say any more, and does not come back by the old link', async () => {
  const { code } = await invite('invite-bob', 'manager');
  await bob.ask('shop.acceptInvitation', { shopId, code, name: '小鲍' });
  expect(await bob.call('traffic.getLoopReport', { shopId, from: '2026-11-01', to: '2026-11-02' })).toMatchObject({
    ok: true,
  });
  const memberId = await memberIdOf('小鲍');
  await owner.ask('shop.removeStaff', { shopId, memberId });
  expect(await owner.ask('shop.removeStaff', { shopId, memberId })).toEqual({ memberId });
  expect(await bob.call('shop.listStock', { shopId })).toEqual(notAllowed);
  expect(await bob.call('shop.acceptInvitation', { shopId, code, name: '小鲍' })).toEqual(over);
});

test('of two who follow one link at once, one has the place', async () => {
  const { code } = await invite('invite-both');
  const both = await Promise.all(
    [shoppers[2], shoppers[3]].map(async (person) =>
      (await storefront.as(person)).call('shop.acceptInvitation', { shopId, code, name: person.name }),
    ),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const { staff } = await owner.ask('shop.listStaff', { shopId });
  expect(staff.filter(({ name }) => name === shoppers[2].name || name === shoppers[3].name)).toHaveLength(1);
});

test('an invitation lasts a day, and a guessed secret opens none', async () => {
  const { code } = await invite('invite-late');
  const guessed = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
  const late = await storefront.as(sellers.neighbour);
  expect(await late.call('shop.getInvitation', { shopId, code: guessed })).toEqual(over);
  await storefront.advance(86_400_000);
  expect(await late.call('shop.acceptInvitation', { shopId, code, name: '小迟' })).toEqual(over);
  expect(await storefront.tick('upkeep')).toMatchObject({ forgetOldInvitations: expect.stringMatching(/^[1-9]/) });
});

test('the owner makes a clerk a manager; what a manager may, the clerk may then', async () => {
  const spend = { shopId, day: '2026-11-01', source: 'search', amount: 100 } as const;
  expect(await clerk.call('traffic.saveAdSpend', spend)).toEqual(notAllowed);
  const memberId = await memberIdOf(sellers.clerk.name);
  expect(await manager.call('shop.changeRole', { shopId, memberId, role: 'manager' })).toEqual(notAllowed);
  await owner.ask('shop.changeRole', { shopId, memberId, role: 'manager' });
  expect(await clerk.call('traffic.saveAdSpend', spend)).toMatchObject({ ok: true });
  await owner.ask('shop.changeRole', { shopId, memberId, role: 'clerk' });
  expect(await clerk.call('traffic.saveAdSpend', spend)).toEqual(notAllowed);
});

test('the owner stays, whoever asks', async () => {
  const memberId = await memberIdOf(sellers.owner.name);
  const stays = { ok: false, refusal: { code: 'OWNER_STAYS' } };
  expect(await owner.call('shop.removeStaff', { shopId, memberId })).toEqual(stays);
  expect(await owner.call('shop.changeRole', { shopId, memberId, role: 'clerk' })).toEqual(stays);
});

test('the audit log says who did what, the newest first, and only what was done', async () => {
  const moveId = 'audited-01';
  const adjust = { shopId, skuId: 'taigu-cake-1', reason: 'restock', note: '私下的话' } as const;
  await clerk.ask('shop.adjustStock', { ...adjust, moveId, delta: 3 });
  await clerk.call('shop.adjustStock', { ...adjust, moveId: 'audited-02', delta: -999_999 });
  await clerk.ask('shop.listStock', { shopId });
  const { entries } = await owner.ask('shop.listAuditLog', { shopId });
  expect(entries[0]).toMatchObject({
    name: sellers.clerk.name,
    role: 'clerk',
    operation: 'shop.adjustStock',
    about: { skuId: 'taigu-cake-1', delta: 3, reason: 'restock' },
  });
  expect(entries.filter(({ about }) => about.delta === -999_999)).toEqual([]);
  expect(JSON.stringify(entries)).not.toContain('私下的话');
  expect(entries.map(({ operation }) => operation)).toContain('shop.removeStaff');
});

test('every operation of staff that writes is kept in the audit log, by fields that it has', () => {
  const unkept: string[] = [];
  for (const contract of Object.values(contracts)) {
    for (const [name, { who, audit, input }] of Object.entries(contract)) {
      if (who === 'anyone' || who === 'shopper') expect(audit).toBeUndefined();
      else if (!/^(get|list|find|preview|read|count)[A-Z]/.test(name) && !audit) unkept.push(name);
      const shapes = ('options' in input ? input.options : [input]) as { entries: object }[];
      for (const field of audit ?? []) expect(shapes.some(({ entries }) => field in entries)).toBe(true);
    }
  }
  expect(unkept).toEqual([]);
});
