import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { CheckRow } from '@/ui/CheckRow';
import { Field, TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import './AccountEntries.scss';
import type { Bound, useBinding } from './useBinding';

type Actions = Pick<ReturnType<typeof useBinding>, 'putOnMenu' | 'describe'>;

/** The ways between account and shop: a button in the account's menu, and what WeChat's own follow cards need to know. */
export function AccountEntries({ bound, putOnMenu, describe }: Actions & { bound: Bound }) {
  const [sameEntity, setSameEntity] = useState(bound.sameEntity);
  const [originalId, setOriginalId] = useState(bound.originalId ?? '');
  const typed = originalId.trim();
  const problem = typed === '' || /^gh_[0-9a-f]{12}$/.test(typed) ? undefined : 'gh_ 开头，共 15 位';
  const isChanged = sameEntity !== bound.sameEntity || typed !== (bound.originalId ?? '');
  return (
    <Panel title="互通">
      <View className="entries__row">
        <View className="entries__text">公众号菜单里放一个「进店逛逛」，原有菜单不变</View>
        <Button id="put-on-menu" size="s" kind="second" busy={putOnMenu.busy} onPress={() => void putOnMenu.run()}>
          加到菜单
        </Button>
      </View>
      <CheckRow
        id="same-entity"
        text="公众号和小程序是同一主体"
        hint="是的话，顾客可以用微信自带的关注卡片；不是也没关系，会用二维码"
        checked={sameEntity}
        onChange={setSameEntity}
      />
      {sameEntity && (
        <View className="entries__field">
          <Field label="原始 ID" problem={problem}>
            <TextInput
              id="original-id"
              label="原始 ID"
              value={originalId}
              placeholder="gh_…，在「公众号设置」里，选填"
              maxLength={15}
              onChange={setOriginalId}
            />
          </Field>
        </View>
      )}
      {isChanged && (
        <Button
          id="save-facts"
          wide
          kind="second"
          busy={describe.busy}
          disabled={problem !== undefined}
          onPress={() => void describe.run({ sameEntity, ...(typed && { originalId: typed }) })}
        >
          保存
        </Button>
      )}
    </Panel>
  );
}
