import type { Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import type { Driver } from './Driver';

/** The owner invites somebody, who joins by the link, gets more say, does something, is in the log, and has to go. */
export async function staffJourney(driver: Driver, storefront: Storefront): Promise<void> {
  const [, , newcomer] = shoppers;
  await driver.actAs(sellers.owner);
  await driver.open('packages/team/staff/index?shopId=jinmei');
  await driver.tap('invite');
  await driver.tap('invite-role-clerk');
  await driver.screenshot('staff-invite');
  await driver.tap('invite-make');
  await driver.see('邀请已备好');
  await driver.screenshot('staff-invite-ready');

  await driver.actAs(newcomer);
  await driver.open(`packages/team/join/index?shopId=jinmei&code=${encodeURIComponent(await codeOf(storefront))}`);
  await driver.see('邀请您做店员');
  await driver.screenshot('staff-join');
  await driver.type('join-name', '小周');
  await driver.tap('join');
  await driver.see('今天');
  await driver.says('seller-shop', '晋美优品养生馆');

  await driver.actAs(sellers.owner);
  await driver.open('packages/team/staff/index?shopId=jinmei');
  await driver.see('小周');
  await driver.screenshot('staff');
  await driver.tap(`change-${await memberIdOf(storefront)}`);
  await driver.screenshot('staff-member');
  await driver.tap('member-role');
  await driver.see('店长');
  await driver.tap('audit-log');
  await driver.see('小周');
  await driver.screenshot('audit-log');

  await driver.open('packages/team/staff/index?shopId=jinmei');
  await driver.tap(`change-${await memberIdOf(storefront)}`);
  await driver.tap('member-remove');
  await driver.tap('member-remove-sure');
  await driver.actAs(newcomer);
  await driver.open('pages/seller/index');
  await driver.see('这里是店家的工作台');
}

/** What the owner would send; in a browser it lies in the clipboard. */
async function codeOf({ cloudbase }: Storefront): Promise<string> {
  const { data } = await cloudbase.database().collection('staffInvitations').limit(1).get();
  const [{ _id, secret }] = data as [{ _id: string; secret: string }];
  return `${_id.replace('jinmei-', '')}~${secret}`;
}

async function memberIdOf(storefront: Storefront): Promise<string> {
  const owner = await storefront.as(sellers.owner);
  const { staff } = await owner.ask('shop.listStaff', { shopId: 'jinmei' });
  return staff.find(({ name }) => name === '小周')?.memberId ?? 'nobody';
}
