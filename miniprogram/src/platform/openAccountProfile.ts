/** What WeChat has from library 3.7.10 on, and Taro's types do not know. */
interface ProfileOpener {
  openOfficialAccountProfile?(request: { username: string; success(): void; fail(): void }): void;
}
declare const wx: ProfileOpener;

/** Opens an official account's page by its original id (`gh_…`), on a tap. Answers whether this phone could. */
export const openAccountProfile = (username: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (!wx.openOfficialAccountProfile) return resolve(false);
    wx.openOfficialAccountProfile({ username, success: () => resolve(true), fail: () => resolve(false) });
  });
