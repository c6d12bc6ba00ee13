import type { Storefront } from './Storefront';

/** Forgets every binding and follower, so that the next story begins anew in the same storefront. */
export async function wipeFans({ cloudbase }: Storefront): Promise<void> {
  const db = cloudbase.database();
  const names = ['officialAccounts', 'fans', 'followCodes', 'follows', 'welcomes', 'pushes'];
  await Promise.all(
    names.map((name) =>
      db
        .collection(name)
        .where({ _id: db.command.exists(true) })
        .remove(),
    ),
  );
}
