import type { Answer } from '@shared/contract';
import { ask } from '@/platform/ask';
import { call } from '@/platform/call';
import { copyText } from '@/platform/copyText';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { refusalText } from './refusalText';

/** A person's rights about what is known of them. */
export function useMyData() {
  const copy = useAction(async () => {
    const all: Record<string, unknown[]> = {};
    for (let after: string | undefined = '0|'; after !== undefined; ) {
      const reply: Answer<'crm.exportMyData'> = await call('crm.exportMyData', { after });
      if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
      const { collection, records } = reply.value;
      if (records.length > 0) all[collection] = [...(all[collection] ?? []), ...records];
      after = reply.value.next;
    }
    await copyText(JSON.stringify(all, null, 2));
    showSnack({ text: '已复制，可以粘贴到文件里保存' });
  });

  const remove = useAction(async () => {
    const question = {
      title: '注销账号？',
      text: '所有店里关于您的记录都会删除，不能恢复',
      agree: '注销',
      keep: '再想想',
    };
    if (!(await ask(question))) return;
    const reply = await call('crm.deleteMyAccount', {});
    showSnack({ text: reply.ok ? '已注销，关于您的记录已删除' : refusalText(reply.refusal) });
  });

  return { copy, remove };
}
